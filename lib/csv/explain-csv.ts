import { createRowReader } from '../answer/read-row.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { parseTimeText } from '../explain/timestamps.ts';
import { getListSeparator, t } from '../i18n/translate.ts';
import { showControls } from '../masking/masked.ts';
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
  /** Rows that may be sent again now. */
  retryNow: number;
  /** Rows with more cells than the header. Their added cells are further right. */
  ragged: number;
  /** Rows with a code by what to do and whose turn it is. */
  groups: readonly { text: string; count: number }[];
  /** Headers, or `Column 2` if there are none. */
  columns: readonly string[];
  codeColumn: string;
  providerColumn: string | null;
}

/** Bytes in the encoding of the file. */
export type CsvBytes = Uint8Array<ArrayBuffer>;

/** Explains a table chunk by chunk, in constant memory. */
export interface CsvRowExplainer {
  /**
   * Returns the rows that are complete, with their added cells, and those of them that may be sent again now.
   *
   * @throws CsvError if the file is not a table or has no column of codes.
   */
  push(bytes: CsvBytes, isLast: boolean): { all: CsvBytes; now: CsvBytes };
  summary(): CsvSummary;
}

/** Bytes that are read before the format and the columns are determined. */
const HEAD_BYTES = 1 << 18;
const SAMPLE_RECORDS = 500;
const MAX_CACHED_ROWS = 20_000;
const MAX_CELL_UNITS = 1_000;
/** Long numbers and IDs are not codes, and would make each row distinct. */
const UNIQUE_PART = /\d{8,}|wamid\.[\w+/=]+|[\da-f-]{24,}/gi;

type Table = { format: CsvFormat; columns: TableColumns; names: readonly string[] };

/** @param english The same catalogue in English, for encodings that lack the user's script. */
export function createCsvExplainer(
  catalogue: Catalogue,
  english: Catalogue,
  options: CsvOptions,
): CsvRowExplainer {
  const reader = createRowReader(catalogue);
  const { explainRow, getGroups } = createRowExplainer(catalogue, english);
  const cache = new Map<string, ExplainedRow & { suffix: CsvBytes }>();
  const counts = { rows: 0, known: 0, withoutCode: 0, retryNow: 0, ragged: 0 };
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
    return { format, columns, names };
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

  /** A time without a zone counts as the latest that it may be. */
  function mayRetryNow({ retryAfterMs }: ExplainedRow, { cells }: CellRow, { columns, format }: Table) {
    const time = columns.time === undefined ? undefined : cells[columns.time];
    if (!retryAfterMs || !time) return retryAfterMs === 0;
    const text = decodeCell(pending, time, format);
    const failedAtMs = parseTimeText(text).at ?? parseTimeText(`${text}-12:00`).at;
    return failedAtMs !== null && failedAtMs + retryAfterMs <= options.nowMs;
  }

  return {
    push(bytes, isLast) {
      pending = concatBytes([pending, bytes]);
      if (!table && !isLast && pending.length < HEAD_BYTES)
        return { all: new Uint8Array(), now: new Uint8Array() };
      const isFirst = table === null;
      table ??= openTable();
      const { format, columns, names } = table;
      const text = decodeUnits(pending, format);
      const getBytes = (from: number, to?: number) =>
        pending.subarray(from * format.unitBytes, to === undefined ? undefined : to * format.unitBytes);
      let at = isFirst ? format.start : 0;
      const all: CsvBytes[] = [];
      const now: CsvBytes[] = [getBytes(0, at)];
      /** End of the bytes in `all`. */
      let copied = 0;
      for (const record of readRecords(text, format.delimiter, at, isLast)) {
        const { start, end, next, cells } = record;
        at = next;
        if (cells.length === 1 && text.slice(start, end).trim() === '') continue;
        const isHeader = columns.hasHeader && !hasReadHeader;
        hasReadHeader = true;
        const row = isHeader ? null : readRow(text, record, table);
        const isNow = row !== null && mayRetryNow(row, record, table);
        const missing = format.delimiter.repeat(Math.max(0, names.length - cells.length));
        const added = [
          ...(missing === '' ? [] : [encodeText(missing, format) ?? new Uint8Array()]),
          row?.suffix ?? encodeCells(ADDED_COLUMNS, format) ?? new Uint8Array(),
        ];
        all.push(getBytes(copied, end), ...added);
        copied = end;
        if (isHeader || isNow) now.push(getBytes(start, end), ...added, getBytes(end, next));
        if (!row) continue;
        counts.rows++;
        if (row.group) row.group.count++;
        else counts.withoutCode++;
        if (row.group?.entry) counts.known++;
        if (isNow) counts.retryNow++;
        if (cells.length > names.length) counts.ragged++;
      }
      all.push(getBytes(copied, isLast ? undefined : at));
      const result = { all: concatBytes(all), now: concatBytes(now) };
      pending = pending.slice(at * format.unitBytes);
      return result;
    },
    summary() {
      const { columns, names = [] } = table ?? {};
      const getName = (column: number | undefined) => names[column ?? -1] ?? null;
      const codeColumn = getName(columns?.codes[0]?.at) ?? '';
      return {
        ...counts,
        groups: getGroups(),
        columns: names,
        codeColumn,
        providerColumn: getName(columns?.provider),
      };
    },
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
