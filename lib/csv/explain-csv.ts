import type { Plan } from '../../data/schema.ts';
import { createRowReader } from '../answer/read-row.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { getListSeparator, t } from '../i18n/translate.ts';
import { showControls } from '../masking/masked.ts';
import { readMessageStatus } from '../plan/message-status.ts';
import { type MessageFailure, planFailures } from '../plan/plan.ts';
import { findPlanColumns, joinTimes, type PlanColumns } from '../plan/plan-columns.ts';
import { type PlanSummary, summarizePlans } from '../plan/plan-summary.ts';
import { readTime, readTimeColumn } from '../plan/read-time.ts';
import { countTitles, findColumns, type TableColumns } from '../structure/column-roles.ts';
import { type CellRow, MAX_TITLE_LINES, quoteCsvCell } from '../structure/table-rows.ts';
import {
  CsvError,
  type CsvFormat,
  decodeCell,
  decodeUnits,
  detectFormat,
  encodeText,
  readRecords,
} from './csv-format.ts';
import { ADDED_COLUMNS, createRowExplainer, type ExplainedRow } from './row-explainer.ts';

export interface CsvOptions {
  /** The provider of rows that name none. */
  provider?: string | undefined;
  /** Header of the column, or its number from 1. By default found by headers and values. */
  codeColumn?: string | undefined;
  providerColumn?: string | undefined;
  /** Milliseconds since 1970, to tell whether a wait is over. */
  nowMs: number;
}

export interface CsvSummary {
  rows: number;
  /** Rows whose code is in the catalogue. */
  known: number;
  withoutCode: number;
  /** Failed rows by what to do with them. */
  plans: PlanSummary;
  /** Rows with more cells than the header. Their added cells are further right. */
  ragged: number;
  /** Headers, or `Column 2` if there are none. */
  columns: readonly string[];
  codeColumn: string;
  providerColumn: string | null;
}

/** Bytes in the encoding of the file. */
export type CsvBytes = Uint8Array<ArrayBuffer>;

/** The rows of a chunk with their added cells. */
export interface ExplainedRows {
  all: CsvBytes;
  /** Returns the lines above the header, the header, and the rows with one of these plans. */
  select(plans: readonly Plan[]): CsvBytes;
}

/**
 * Explains a table. Keeps it in memory: whether a row may be sent again depends on all others, such as a later failure of
 * the same recipient.
 */
export interface CsvRowExplainer {
  /** @throws CsvError if the file is not a table or has no column of codes. */
  push(bytes: CsvBytes, isLast: boolean): void;
  /** Plans the rows, and returns them chunk by chunk. Call it once, after the last `push`. */
  finish(): Generator<ExplainedRows>;
  /** Call it after `finish`. */
  summary(): CsvSummary;
}

/** Bytes that are read before the format and the columns are determined. */
const HEAD_BYTES = 1 << 18;
const SAMPLE_RECORDS = 500;
const MAX_CACHED_ROWS = 20_000;
const MAX_CELL_UNITS = 1_000;
/** Long numbers and IDs are not codes, and would make each row distinct. */
const UNIQUE_PART = /\d{8,}|wamid\.[\w+/=]+|[\da-f-]{24,}/gi;

interface Table {
  format: CsvFormat;
  columns: TableColumns;
  planColumns: PlanColumns;
  names: readonly string[];
}

type RowSuffix = ExplainedRow & { suffix: CsvBytes };

/** A row until all are read. */
interface ReadRow extends Pick<MessageFailure, 'recipient' | 'country' | 'status' | 'message' | 'template'> {
  row: RowSuffix;
  times: readonly string[];
  plan: Plan | null;
}

/** Complete lines. The header has no row. */
interface Chunk {
  bytes: CsvBytes;
  start: number;
  lines: (Pick<CellRow, 'start' | 'end' | 'next'> & { missing: number; row: ReadRow | null })[];
}

/** @param english The same catalogue in English, for encodings that lack the user's script. */
export function createCsvExplainer(
  catalogue: Catalogue,
  english: Catalogue,
  options: CsvOptions,
): CsvRowExplainer {
  const reader = createRowReader(catalogue);
  const explainRow = createRowExplainer(catalogue, english);
  const cache = new Map<string, RowSuffix>();
  const chunks: Chunk[] = [];
  const read: ReadRow[] = [];
  let plans = summarizePlans([], []);
  const counts = { rows: 0, known: 0, withoutCode: 0, ragged: 0 };
  let pending: CsvBytes = new Uint8Array();
  let table: Table | null = null;
  let hasReadHeader = false;

  function openTable(): Table {
    const format = detectFormat(pending);
    const text = decodeUnits(pending, format);
    const hasCode = (cell: string, header: string, isNamed: boolean) =>
      reader.hasCode({ text: cell.slice(0, MAX_CELL_UNITS), header, isNamed }, options.provider);
    const rows: string[][] = [];
    const starts: number[] = [];
    for (const { cells, start } of readRecords(text, format.delimiter, format.start, true)) {
      const row = cells.map((cell) => decodeCell(pending, cell, format));
      if (row.length > 1 || row[0]) {
        rows.push(row);
        starts.push(start);
      }
      if (rows.length === SAMPLE_RECORDS) break;
    }
    const titles = countTitles(rows.slice(0, MAX_TITLE_LINES + 1), (cell) => hasCode(cell, '', false));
    rows.splice(0, titles);
    format.start = starts[titles] ?? format.start;
    const columns = findColumns(
      rows,
      { hasCode, isProvider: (cell) => reader.findProvider(cell) !== null },
      options,
    );
    const width = Math.max(...rows.map(({ length }) => length));
    const names = Array.from(
      { length: width },
      (_, at) => (columns.hasHeader && rows[0]?.[at]) || t('Column $1', at + 1),
    );
    const { codes, provider } = columns;
    if (codes.length === 0 || [...codes.map(({ at }) => at), provider ?? 0].some((at) => !(at in names)))
      throw new CsvError(
        {
          message: t('No column of error codes was found.'),
          remedy: t('Name the column. This table has: $1', names.join(getListSeparator())),
          command: null,
        },
        names,
      );
    const planColumns = findPlanColumns(
      names,
      rows.slice(columns.hasHeader ? 1 : 0),
      codes.map(({ at }) => at),
    );
    return { format, columns, planColumns, names };
  }

  function readRow(text: string, { cells }: CellRow, { format, columns, names }: Table) {
    const { codes, provider, subcode, details } = columns;
    const cut = (at: number | undefined) => {
      const { start = 0, end = 0 } = cells[at ?? -1] ?? {};
      return { start, end: Math.min(end, start + MAX_CELL_UNITS) };
    };
    const wanted = [...codes.map(({ at }) => at), ...details, provider, subcode].map(cut);
    // Joined, because a slice of the text would keep all of it in memory.
    const key = wanted.map(({ start, end }) => text.slice(start, end)).join('\n');
    if (cache.size >= MAX_CACHED_ROWS) cache.clear();
    return getOrInsert(cache, key.replace(UNIQUE_PART, ''), () => {
      const readCell = (at: number | undefined) =>
        decodeCell(pending, cut(at), format).replace(UNIQUE_PART, '');
      const row = explainRow(
        reader.readRow({
          cells: codes.map(({ at, isNamed }) => ({ text: readCell(at), header: names[at] ?? '', isNamed })),
          subcode: readCell(subcode),
          provider: reader.findProvider(readCell(provider)) ?? options.provider,
          details: details.map(readCell),
        }),
      );
      const suffix = encodeCells(row.cells, format) ?? encodeCells(row.englishCells, format);
      return { ...row, suffix: suffix ?? new Uint8Array() };
    });
  }

  function readLine(text: string, record: CellRow, own: Table): ReadRow {
    const { format, planColumns } = own;
    const readCell = (at: number | undefined) =>
      at === undefined ? undefined : decodeCell(pending, record.cells[at] ?? { start: 0, end: 0 }, format);
    const row = readRow(text, record, own);
    const status = readCell(planColumns.status);
    const known = status ? (readMessageStatus(status) ?? 'other') : undefined;
    return {
      row,
      recipient: readCell(planColumns.recipient),
      country: readCell(planColumns.country),
      // Without a code, only the status says that a row failed.
      status: row.hasCode || known === 'failed' || known === 'arrived' ? known : 'sent',
      message: readCell(planColumns.message),
      template: readCell(planColumns.template),
      times: joinTimes(planColumns.times.map((at) => readCell(at) ?? '')),
      plan: null,
    };
  }

  function planRows({ names, planColumns }: Table): void {
    const { nowMs } = options;
    const forms = planColumns.times.map((column, at) =>
      readTimeColumn(names[column] ?? '', new Set(read.map(({ times }) => times[at] ?? '')), nowMs),
    );
    const failures = read.map(({ row: { entry, ambiguous }, times, plan: _, ...failure }) => {
      const known = times.flatMap((text, at) => {
        const form = forms[at];
        return text === '' || !form ? [] : (readTime(text, form, nowMs) ?? Number.NaN);
      });
      const latest = Math.max(...known);
      return { ...failure, entry, ambiguous, failedAtMs: Number.isFinite(latest) ? latest : null };
    });
    const planned = planFailures(failures, catalogue, nowMs);
    for (const [at, row] of read.entries()) row.plan = planned[at]?.plan ?? null;
    plans = summarizePlans(failures, planned);
  }

  return {
    push(bytes, isLast) {
      pending = concatBytes([pending, bytes]);
      if (!table && !isLast && pending.length < HEAD_BYTES) return;
      const isFirst = table === null;
      table ??= openTable();
      const { format, columns, names } = table;
      const text = decodeUnits(pending, format);
      const chunk: Chunk = { bytes: pending, start: isFirst ? format.start : 0, lines: [] };
      let at = chunk.start;
      for (const record of readRecords(text, format.delimiter, at, isLast)) {
        const { start, end, next, cells } = record;
        at = next;
        if (cells.length === 1 && text.slice(start, end).trim() === '') continue;
        const isHeader = columns.hasHeader && !hasReadHeader;
        hasReadHeader = true;
        const row = isHeader ? null : readLine(text, record, table);
        chunk.lines.push({ start, end, next, missing: Math.max(0, names.length - cells.length), row });
        if (!row) continue;
        read.push(row);
        counts.rows++;
        if (!row.row.hasCode) counts.withoutCode++;
        if (row.row.entry) counts.known++;
        if (cells.length > names.length) counts.ragged++;
      }
      if (!isLast) chunk.bytes = pending.subarray(0, at * format.unitBytes);
      pending = pending.slice(at * format.unitBytes);
      chunks.push(chunk);
    },
    *finish() {
      if (!table) return;
      planRows(table);
      for (const chunk of chunks) yield writeChunk(chunk, table.format);
    },
    summary() {
      const { columns, names = [] } = table ?? {};
      const getName = (column: number | undefined) => names[column ?? -1] ?? null;
      const codeColumn = getName(columns?.codes[0]?.at) ?? '';
      return {
        ...counts,
        plans,
        columns: names,
        codeColumn,
        providerColumn: getName(columns?.provider),
      };
    },
  };
}

function writeChunk({ bytes, start: first, lines }: Chunk, format: CsvFormat): ExplainedRows {
  const getBytes = (from: number, to?: number) =>
    bytes.subarray(from * format.unitBytes, to === undefined ? undefined : to * format.unitBytes);
  const encode = (text: string) => encodeText(text, format) ?? new Uint8Array();
  const written = lines.map(({ row, missing }) => {
    const suffix = row?.row.suffix ?? encodeCells(ADDED_COLUMNS, format) ?? new Uint8Array();
    const plan = row ? encode(format.delimiter + (row.plan ?? '')) : new Uint8Array();
    return [encode(format.delimiter.repeat(missing)), suffix, plan];
  });
  /** End of the bytes in `all`. */
  let copied = 0;
  const all = lines.flatMap(({ end }, at) => {
    const own = [getBytes(copied, end), ...(written[at] ?? [])];
    copied = end;
    return own;
  });
  return {
    all: concatBytes([...all, getBytes(copied)]),
    select: (plans) =>
      concatBytes([
        getBytes(0, first),
        ...lines.flatMap(({ start, end, next, row }, at) =>
          row && !(row.plan && plans.includes(row.plan))
            ? []
            : [getBytes(start, end), ...(written[at] ?? []), getBytes(end, next)],
        ),
      ]),
  };
}

function concatBytes(parts: readonly CsvBytes[]): CsvBytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Matches what a spreadsheet may read as a formula, at the start and after a character that may separate cells. */
const FORMULA = /(^|[,;|:^~])(?=[\s\p{Cf}"]{0,8}[=+@\uff1d\uff0b\uff20\uff0d\u2212-])/gu;

/** Encodes added cells, each after a delimiter. Returns null if the encoding lacks a character. */
const encodeCells = (cells: readonly string[], format: CsvFormat) =>
  encodeText(
    cells
      .map((cell) => {
        const line = showControls(cell).replace(/\s+/g, ' ').replace(FORMULA, "$1'");
        return format.delimiter + quoteCsvCell(line, format.delimiter);
      })
      .join(''),
    format,
  );
