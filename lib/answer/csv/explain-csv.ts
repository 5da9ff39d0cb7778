import type { Plan } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { getListSeparator, t } from '../../core/i18n/translate.ts';
import { MAX_TITLE_LINES } from '../../structure/find-delimiter.ts';
import type { CellRow } from '../../structure/split-rows.ts';
import type { Breakdown, FacetFilter } from '../breakdown/count-facets.ts';
import { parseTimeText } from '../explain/find-timestamps.ts';
import {
  MAX_MESSAGES,
  type MessageContext,
  NO_CONTEXT,
  readCells,
} from '../explain/message-context.ts';
import { createStateReader } from '../paste/find-states.ts';
import { findCause, getCauseKey, hasTicket } from '../plan/failure-cause.ts';
import {
  createFailureTable,
  type FailureTable,
} from '../plan/failure-table.ts';
import { joinTimes } from '../plan/plan-columns.ts';
import type { PlannedFailure, PlannedList } from '../plan/plan-failures.ts';
import { summarizePlans } from '../plan/plan-summary.ts';
import { createPlannedTable } from '../plan/planned-table.ts';
import { indexRecipients } from '../plan/recipient-index.ts';
import { createRowReader } from '../read-row.ts';
import {
  type CsvBytes,
  CsvError,
  type CsvFormat,
  decodeCell,
  decodeUnits,
  detectFormat,
  encodeCells,
  encodeText,
  joinBytes,
  readRecords,
} from './csv-format.ts';
import { countTitles, findColumns, type TableColumns } from './find-columns.ts';
import { createPartReader, type Part } from './part-reader.ts';
import { ADDED_COLUMNS, createRowExplainer } from './row-explainer.ts';
import { createTableFacets, type TableFacets } from './table-facets.ts';

export interface CsvOptions {
  provider?: string | undefined;
  /** Header of the column, or its number from 1. By default found by headers and values. */
  codeColumn?: string | undefined;
  providerColumn?: string | undefined;
  /** Milliseconds since 1970, to tell whether a pause is over. */
  nowMs: number;
  /** IANA name of the zone of times that name none. Unknown by default. */
  timeZone?: string | undefined;
}

export type CsvSummary = ReturnType<
  ReturnType<typeof createCsvExplainer>['summary']
>;

const SAMPLE_RECORDS = 500;
const MAX_CACHED_ROWS = 20_000;
const MAX_CELL_UNITS = 1_000;
/** Long numbers and IDs are not codes, and would make each row distinct. */
const UNIQUE_PART = /\d{8,}|wamid\.[\w+/=]+|[\da-f-]{24,}/gi;

interface Table {
  format: CsvFormat;
  columns: TableColumns;
  states: ReturnType<typeof createStateReader>;
  names: readonly string[];
  failures: FailureTable;
  facets: TableFacets;
}

interface WrittenLine extends Pick<CellRow, 'start' | 'end' | 'next'> {
  added: readonly CsvBytes[];
}

/** Which rows are written. By default all. */
export interface WrittenRows {
  filter?: FacetFilter | null;
  plans?: readonly Plan[] | null;
}

/** Of a table whose columns an error names. A broken file can have millions. */
const MAX_LISTED_COLUMNS = 20;
const MAX_COLUMN_NAME_UNITS = 60;

function listColumns(names: readonly string[]): string {
  const listed = names
    .slice(0, MAX_LISTED_COLUMNS)
    .map((name) => name.slice(0, MAX_COLUMN_NAME_UNITS));

  const isAll = listed.length === names.length;

  return [...listed, ...(isAll ? [] : ['…'])].join(getListSeparator());
}

const createColumnError = (names: readonly string[]): CsvError =>
  new CsvError(
    {
      message: t('No column with error codes found.'),
      remedy: t(
        'Choose the code column. This table has: $1',
        listColumns(names),
      ),
      command: null,
    },
    names,
  );

/** Reads the first rows that are not blank, and the offset of each. */
function readSample(head: CsvBytes, text: string, format: CsvFormat) {
  const { delimiter, start } = format;
  const rows: string[][] = [];
  const starts: number[] = [];

  for (const record of readRecords(text, delimiter, start, true)) {
    const row = record.cells.map((cell) =>
      decodeCell({ bytes: head, text }, cell, format),
    );
    if (row.length === 1 && !row[0]) continue;

    starts.push(record.start);
    if (rows.push(row) === SAMPLE_RECORDS) break;
  }

  return { rows, starts };
}

/**
 * Explains a table in two passes, because whether a row may be sent again depends on all others, such as a later failure
 * of the same recipient. Each pass gets the whole table in parts of any length, and keeps only what decides the plans.
 *
 * @param english The same catalogue in English, for encodings that lack the user's script.
 */
export function createCsvExplainer(
  catalogue: Catalogue,
  english: Catalogue,
  options: CsvOptions,
) {
  const reader = createRowReader(catalogue);
  const explainRow = createRowExplainer(catalogue, english);

  const cache = new Map<
    string,
    ReturnType<typeof explainRow> & { suffix: CsvBytes }
  >();

  /** `ragged` rows have more cells than the header. Their added cells are further right. */
  const counts = { rows: 0, known: 0, ragged: 0 };
  let table: Table | null = null;
  let planned: ReturnType<typeof planTable> | null = null;
  /** The first messages of each cause, with their rows. */
  const kept = new Map<string, { row: number; message: MessageContext }[]>();
  let keptRows = 0;
  const encoded = new Map<string, CsvBytes>();

  function openTable(head: CsvBytes): Table {
    const format = detectFormat(head);
    const text = decodeUnits(head, format);

    const hasCode = (cell: string, header: string, isNamed: boolean) =>
      reader.hasCode(
        { text: cell.slice(0, MAX_CELL_UNITS), header, isNamed },
        options.provider,
      );

    const { rows, starts } = readSample(head, text, format);

    const titles = countTitles(rows.slice(0, MAX_TITLE_LINES + 1), (cell) =>
      hasCode(cell, '', false),
    );

    rows.splice(0, titles);
    format.start = starts[titles] ?? format.start;

    const isProvider = (cell: string) => reader.findProvider(cell) !== null;
    const columns = findColumns(rows, hasCode, isProvider, options);
    const width = Math.max(...rows.map(({ length }) => length));
    const header = columns.hasHeader ? rows[0] : undefined;

    const names = Array.from(
      { length: width },
      (_, at) => header?.[at] || t('Column $1', at + 1),
    );

    const sample = rows.slice(columns.hasHeader ? 1 : 0);
    const states = createStateReader(names, catalogue, sample);

    // One of several states is not the row's: `GREEN` beside `BANNED`.
    const codes = columns.codes.filter(
      ({ at }) => !states.columns.includes(at),
    );

    const taken = [...codes.map(({ at }) => at), ...states.columns];
    const used = [...taken, columns.provider ?? 0];

    if (taken.length === 0 || used.some((at) => !(at in names)))
      throw createColumnError(names);

    const failures = createFailureTable(names, sample, taken, options);

    // `failed_at` says more about the failure, but nothing about the code.
    const details = columns.details.filter(
      (at) => !failures.columns.times.includes(at),
    );

    const facets = createTableFacets(
      names,
      failures,
      [...taken, ...details],
      catalogue,
    );

    return {
      format,
      columns: { ...columns, codes, details },
      states,
      names,
      failures,
      facets,
    };
  }

  function explainLine(
    part: Part,
    { cells }: CellRow,
    own: Table,
    planned?: PlannedFailure,
  ) {
    const { format, names, states } = own;
    const { codes, provider, subcode, details } = own.columns;

    const cut = (at: number | undefined) => {
      const { start = 0, end = 0 } = cells[at ?? -1] ?? {};
      return { start, end: Math.min(end, start + MAX_CELL_UNITS) };
    };

    const wanted = [
      ...codes.map(({ at }) => at),
      ...details,
      ...states.columns,
      provider,
      subcode,
    ].map(cut);

    // Joined, because a slice of the text would keep all of it in memory.
    const key = wanted
      .map(({ start, end }) => part.text.slice(start, end))
      .join('\n');

    const { plan, reason = null, country } = planned ?? {};

    const decided =
      reason || country || plan === null
        ? `\n${plan} ${reason} ${country}`
        : '';

    if (cache.size >= MAX_CACHED_ROWS) cache.clear();

    return getOrInsert(cache, key.replace(UNIQUE_PART, '') + decided, () => {
      const readCell = (at: number | undefined) =>
        decodeCell(part, cut(at), format).replace(UNIQUE_PART, '');

      const question = reader.readRow({
        cells: codes.map(({ at, isNamed }) => ({
          text: readCell(at),
          header: names[at] ?? '',
          isNamed,
        })),
        subcode: readCell(subcode),
        provider: reader.findProvider(readCell(provider)) ?? options.provider,
        details: details.map(readCell),
      });

      const row = explainRow(question, states.read(readCell)[0]?.key, planned);

      const suffix =
        encodeCells(row.cells, format) ?? encodeCells(row.englishCells, format);

      return { ...row, suffix: suffix ?? new Uint8Array() };
    });
  }

  function readLine(part: Part, line: CellRow, own: Table): void {
    const { format, columns, failures, facets, names } = own;

    const readCell = (at: number | undefined) =>
      at === undefined ? undefined : decodeCell(part, line.cells[at], format);

    const row = explainLine(part, line, own);

    // What looks like a code is one, even if it cannot be read.
    const isOpen = columns.codes.some(
      ({ at, isNamed }) => isNamed && /_|[1-9]/.test(readCell(at) ?? ''),
    );

    const { failure, recipient } = failures.push(
      readCell,
      row,
      row.hasCode || isOpen,
    );

    facets.push(readCell, failure, recipient, row.code);
    counts.rows++;
    if (row.entry) counts.known++;
    if (line.cells.length > names.length) counts.ragged++;
  }

  function keepMessage(
    part: Part,
    line: CellRow,
    own: Table,
    row: number,
    decided: PlannedFailure | undefined,
  ): void {
    if (row < keptRows) return;
    keptRows = row + 1;

    const { columns, names, format, failures } = own;
    const failure = failures.at(row);
    const cause = findCause(decided, failure);
    if (!cause || !hasTicket(cause)) return;

    const others = getOrInsert(kept, getCauseKey(cause), () => []);
    if (others.length === MAX_MESSAGES) return;

    const cells = names.map((_, at) =>
      decodeCell(part, line.cells[at], format).slice(0, MAX_CELL_UNITS),
    );

    const time = joinTimes(
      failures.columns.times.map((at) => cells[at] ?? ''),
    ).findLast(Boolean);

    const said = columns.details.flatMap((at) =>
      /\p{L}{2}/u.test(cells[at] ?? '') ? cells[at] : [],
    );

    const found: MessageContext = {
      ...NO_CONTEXT,
      template: failure?.template || null,
      recipient: cells[failures.columns.recipient ?? -1] || null,
      time: time ? parseTimeText(time) : null,
      said: said.join(' · ') || null,
    };

    const labelled = cells.map((cell, at) => `${names[at]}: ${cell}`);

    readCells(labelled, found);
    others.push({ row, message: found });
  }

  function planTable({ failures, facets }: Pick<Table, 'failures' | 'facets'>) {
    const recipients = indexRecipients(failures);

    const planned = createPlannedTable(
      failures,
      catalogue,
      options.nowMs,
      recipients,
    );

    return {
      planned,
      plans: summarizePlans(failures, planned, recipients),
      ...facets.count(planned),
    };
  }

  const encode = (text: string, format: CsvFormat): CsvBytes =>
    getOrInsert(encoded, text, () => encodeOrDrop(text, format));

  const createHeader = ({ format }: Table): CsvBytes[] => [
    encodeCells(ADDED_COLUMNS, format) ?? new Uint8Array(),
  ];

  /** Returns the delimiters that a line with fewer cells than the header lacks. */
  function padLine({ cells }: CellRow, { format, names }: Table): CsvBytes[] {
    const missing = names.length - cells.length;
    return missing > 0
      ? [encode(format.delimiter.repeat(missing), format)]
      : [];
  }

  /** Returns the added cells of a row. */
  function planLine(
    part: Part,
    line: CellRow,
    own: Table,
    decided: PlannedFailure | undefined,
  ) {
    const { format } = own;

    return [
      explainLine(part, line, own, decided).suffix,
      encode(format.delimiter + (decided?.plan ?? ''), format),
      encodeSendAfter(decided, format),
    ];
  }

  /** Keeps only the empty cell, which most rows have: each time is another. */
  function encodeSendAfter(
    decided: PlannedFailure | undefined,
    format: CsvFormat,
  ): CsvBytes {
    const cell = format.delimiter + formatSendAfter(decided);
    const isEmpty = cell === format.delimiter;

    return isEmpty ? encode(cell, format) : encodeOrDrop(cell, format);
  }

  /** Writes lines, and what stands between them unless rows are left out. */
  function writeLines(
    part: Part | null,
    lines: readonly WrittenLine[],
    isWhole: boolean,
  ) {
    if (!part || !table) return new Uint8Array();

    const { unitBytes } = table.format;

    const cut = (from: number, to = Number.POSITIVE_INFINITY) =>
      part.bytes.subarray(from * unitBytes, to * unitBytes);

    if (!isWhole) {
      const rows = lines.map(({ start, end, next, added }) => [
        cut(start, end),
        ...added,
        cut(end, next),
      ]);

      return joinBytes([cut(0, part.start), ...rows.flat()]);
    }

    const rows = lines.map(({ end, added }, at) => [
      cut(lines[at - 1]?.end ?? 0, end),
      ...added,
    ]);

    return joinBytes([...rows.flat(), cut(lines.at(-1)?.end ?? 0)]);
  }

  const getTable = (head: CsvBytes) => (table ??= openTable(head));
  const readPart = createPartReader(getTable);

  /** Creates a function that writes the table in one pass. The first that does so keeps the messages of causes. */
  function createWriter({ filter = null, plans = null }: WrittenRows = {}) {
    const readPartAgain = createPartReader(getTable);
    let isOfFilter: ((row: number) => boolean) | null = null;
    let row = 0;

    /** Returns null for a row that is left out, which costs little: of most tables, few rows failed. */
    function createRow(part: Part, line: CellRow, own: Table) {
      planned ??= planTable(own);
      isOfFilter ??= own.facets.createFilter(filter);

      const at = row++;
      const decided = planned.planned.at(at);
      const plan = decided?.plan ?? null;

      keepMessage(part, line, own, at, decided);

      const isOfPlans = !plans || (plan !== null && plans.includes(plan));

      return isOfPlans && isOfFilter(at)
        ? planLine(part, line, own, decided)
        : null;
    }

    return (bytes: Uint8Array, isLast: boolean) => {
      const lines: WrittenLine[] = [];

      const part = readPartAgain(bytes, isLast, (part, line, own, isHeader) => {
        const { start, end, next } = line;

        const added = isHeader ? createHeader(own) : createRow(part, line, own);

        if (added)
          lines.push({
            start,
            end,
            next,
            added: [...padLine(line, own), ...added],
          });
      });

      return writeLines(part, lines, !filter && !plans);
    };
  }

  /** Counts the plans of the rows that a filter keeps. */
  function summarizeListed(
    { failures, facets }: Table,
    planned: PlannedList,
    filter: FacetFilter,
  ) {
    const isListed = facets.createFilter(filter);
    const { length } = planned;
    const rows = new Uint32Array(length);
    let count = 0;

    for (let row = 0; row < length; row++)
      if (isListed(row)) rows[count++] = row;

    const getListed = <Item>(all: { at(row: number): Item }) => ({
      length: count,
      at: (index: number) => all.at(rows[index] ?? length),
    });

    const messages = [...kept].map(
      ([key, own]) => [key, own.filter((one) => isListed(one.row))] as const,
    );

    return {
      rows: count,
      plans: summarizePlans(getListed(failures), getListed(planned)),
      messages: new Map(messages),
    };
  }

  return {
    /** @throws CsvError if the file is not a table or has no column of codes. */
    read: (bytes: Uint8Array, isLast: boolean) =>
      void readPart(
        bytes,
        isLast,
        (part, line, own, isHeader) => isHeader || readLine(part, line, own),
      ),
    /** Call it after the last `read`. */
    createWriter,
    /** Number of rows that are read. */
    get rows() {
      return counts.rows;
    },
    /** Counts the rows that are read so far, by their codes alone. Null before there is one. */
    countFirst: () =>
      counts.rows > 0 ? (table?.facets.countFirst() ?? null) : null,
    /** Call it after the last `read`. With a filter, its numbers are those of the rows that it keeps. */
    summary(filter: FacetFilter | null = null) {
      const { columns, names = [] } = table ?? {};

      if (table) planned ??= planTable(table);

      const listed =
        filter && table && planned
          ? summarizeListed(table, planned.planned, filter)
          : { messages: kept };

      const messages = [...listed.messages].map(
        ([key, own]) => [key, own.map(({ message }) => message)] as const,
      );

      return {
        ...counts,
        plans: planned?.plans ?? summarizePlans([], []),
        ...listed,
        /** The first messages of each cause, by `getCauseKey`. Empty before the table is written. */
        messages: new Map<string, readonly MessageContext[]>(messages),
        /** What all rows are counted by, and in which groups they failed more often. */
        breakdown: planned?.breakdown ?? NO_BREAKDOWN,
        associations: planned?.associations ?? [],
        /** Headers, or `Column 2` if there are none. */
        columns: names,
        codeColumn:
          names[columns?.codes[0]?.at ?? table?.states.columns[0] ?? -1] ?? '',
        hasOnlyStates: columns?.codes.length === 0,
        providerColumn: names[columns?.provider ?? -1] ?? null,
      };
    },
  };
}

/** Returns no bytes if the encoding lacks a character. */
const encodeOrDrop = (text: string, format: CsvFormat): CsvBytes =>
  encodeText(text, format) ?? new Uint8Array();

const NO_BREAKDOWN: Breakdown = { messages: 0, failed: 0, facets: [] };

/** Returns ISO 8601 in UTC. Empty if the message may not go later, or the time is unknown. */
function formatSendAfter({
  sendAfterMs = null,
}: Partial<PlannedFailure> = {}): string {
  if (sendAfterMs === null) return '';
  return new Date(sendAfterMs).toISOString().replace('.000Z', 'Z');
}
