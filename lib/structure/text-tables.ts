import { joinPatterns } from '../core/pattern-parts.ts';
import type { Span } from '../core/spans.ts';
import { findLineEnd, splitLines } from './lines.ts';
import { NOTATIONS } from './notations.ts';
import { type CellSeparator, splitRow } from './split-rows.ts';

/** The position of a text in a plain-text table: Markdown pipes, tabs, commas, or columns aligned by spaces. */
export interface TextCell {
  /** Column header, if the table has one. */
  header: string | null;
  caption: string | null;
  /** First cell of a two-cell row, which is a label. */
  label: string | null;
  column: number;
  /** The separator and the number of cells, which are the same in all rows of one table. */
  kind: string;
}

type TextHeading = Pick<TextCell, 'caption'> & {
  cells: readonly string[] | null;
};

/** Longer lines are not rows. */
const MAX_LINE_LENGTH = 1000;
const MAX_ROWS_ABOVE = 400;

interface TableSource {
  text: string;
  /** Cache by separator and line, because another separator splits the line differently. */
  headings: Map<string, TextHeading>;
}

/** Reads the tables of a text. Lines are read on demand, and each header is found once. */
export function findTextTables(text: string): {
  cellAt(offset: number): TextCell | null;
} {
  const source: TableSource = { text, headings: new Map() };
  let row: ReturnType<typeof readRowAt> | null = null;

  function readRowAt(start: number) {
    const stop = findLineEnd(text, start);
    const line = stop - start > MAX_LINE_LENGTH ? '' : text.slice(start, stop);
    const separator = findSeparator(line);

    return {
      start,
      stop,
      line,
      separator,
      cells: separator ? splitCells(line, separator) : [],
    };
  }

  return {
    cellAt(offset) {
      // Caches the row, because the candidates of a line come in order.
      if (row === null || offset < row.start || offset > row.stop) {
        const begin = findRowStart(text, offset);
        if (begin === null) return null;
        row = readRowAt(begin);
      }

      const { start, line, separator, cells } = row;
      if (!separator) return null;

      const column = cells.findIndex((cell) => offset - start < cell.end);
      if (column < 0) return null;

      const { cells: heads, caption } = findHeading(
        source,
        start,
        separator,
        cells.length,
      );

      return {
        header: heads?.[column] || null,
        caption,
        label:
          cells.length === 2 && column === 1 && cells[0]
            ? getCellText(line, cells[0])
            : null,
        column,
        kind: `${separator}${cells.length}`,
      };
    },
  };
}

function findHeading(
  source: TableSource,
  lineStart: number,
  separator: CellSeparator,
  columns: number,
): TextHeading {
  const visited: number[] = [];
  const heading = readHeading(source, lineStart, separator, columns, visited);

  for (const at of visited) source.headings.set(`${separator}${at}`, heading);

  return heading;
}

/** Reads the rows above a line, and notes their offsets. */
function readHeading(
  { text, headings }: TableSource,
  lineStart: number,
  separator: CellSeparator,
  columns: number,
  visited: number[],
): TextHeading {
  let cells: readonly string[] | null = null;
  let start = lineStart;

  for (let count = 0; count < MAX_ROWS_ABOVE && start > 0; count++) {
    const known = headings.get(`${separator}${start}`);
    if (known) return known;

    visited.push(start);

    const above = findRowStart(text, start - 1);
    if (above === null) break;

    const line = text.slice(above, start - 1);
    const kind = classifyRow(line, separator, columns);

    if (kind === 'lone head')
      return { cells: [line.trim(), ''], caption: null };

    if (kind === 'outside')
      return { cells, caption: findCaption(text, above, line) };

    if (kind === 'names') cells = readNames(line, separator, columns);
    start = above;
  }

  return { cells, caption: null };
}

/** What a line above a row is: a rule, the only heading of two columns, text outside the table, names or other values. */
function classifyRow(
  line: string,
  separator: CellSeparator,
  columns: number,
): 'rule' | 'lone head' | 'outside' | 'names' | 'values' {
  if (/^[\s|:+=-]+$/.test(line) && /[-=]/.test(line)) return 'rule';

  const isAligned = separator === '  ';
  if (columns === 2 && isAligned && NOTATIONS.loneHead.test(line))
    return 'lone head';

  const cells = splitCells(line, separator);
  const slack = separator === ',' || separator === ';' ? 0 : 1;

  if (cells.length < 2 || Math.abs(cells.length - columns) > slack)
    return 'outside';

  return /\d{3}/.test(line) ? 'values' : 'names';
}

function readNames(
  line: string,
  separator: CellSeparator,
  columns: number,
): string[] {
  const names = splitCells(line, separator).map((cell) =>
    getCellText(line, cell),
  );

  // pandas prints no header above its index.
  const hasIndex =
    separator === '  ' && names.length === columns - 1 && /^\s/.test(line);

  return hasIndex ? ['', ...names] : names;
}

const ROW_OF_TWO = /^["']?\d{1,15}["']?,["']?\d{1,15}["']?$/;

function findSeparator(line: string): CellSeparator | null {
  if (line.includes('|') && !NOTATIONS.logicalOr.test(line)) return '|';
  if (/\S\t+\S/.test(line)) return '\t';

  if (
    /\S {2,}\S/.test(line) &&
    !/^\s*(?:#|\/\/|\*|--|;)\s+\S(?!.*\S {2}\S)/.test(line)
  )
    return '  ';

  if (
    /^(?!.*, )[^,]*,[^,]*,(?:[^,]|,[^,])/.test(line) &&
    !/[{}():]/.test(line.replace(/\d:\d/g, ''))
  )
    return ',';

  if (ROW_OF_TWO.test(line)) return ',';

  return /^[^;]*;[^;]*;[^;]/.test(line) && !/(?<! ); |[{}()]/.test(line)
    ? ';'
    : null;
}

/** Splits a row, without the empty cells outside the borders of `| a | b |`. */
function splitCells(line: string, separator: CellSeparator): Span[] {
  const cells = splitRow(line, separator);

  if (!line.startsWith(separator) || separator === '\t' || separator === '  ')
    return cells;

  const isClosed =
    separator === '|' && line.slice(cells.at(-1)?.start).trim() === '';

  return cells.slice(1, isClosed ? -1 : undefined);
}

const getCellText = (line: string, { start, end }: Span) =>
  line.slice(start, end).trim();

/** Returns the start of the line at an offset, or null if the line is too long for a row. */
function findRowStart(text: string, offset: number): number | null {
  const from = Math.max(0, offset - MAX_LINE_LENGTH);
  const at = text.slice(from, offset).lastIndexOf('\n');
  if (at >= 0) return from + at + 1;
  return from === 0 ? 0 : null;
}

function findCaption(text: string, start: number, line: string): string | null {
  const above = start - 1;
  const isOwn = line.trim() !== '' || start === 0;

  const caption = isOwn
    ? line
    : text.slice(findRowStart(text, above) ?? above, above);

  return caption.trim().slice(0, 80) || null;
}

/** Returns true for short cells that are the head of a table. */
export type HeadTest = (
  cells: readonly string[],
  separator: CellSeparator,
) => boolean;

const SEPARATORS = ['\t', '|', '│', ';', ',', '  '] as const;
const MAX_HEAD_CHARS = 2_000;
const MAX_HEADING_CHARS = 40;
const STRING_BEGIN = /^.*[:=,({[]\s{0,4}\\{0,8}["'`](?=[^"'`]+$)/;
/** `pg_dump` writes the rows between tabs below it. */
const COPY = /^\s{0,20}COPY [^\s(]{1,120} \(([^()]{1,1900})\) FROM stdin/;
const STRING_END = /(?<!\\)["'`]\s{0,4}[,)}\]]/;

/** Yields the lines of a text, each with its cells and their head if it is a row of a table with one. */
export function* readTextLines(text: string, isHead: HeadTest) {
  let head = null as TableHead | null;
  let start = 0;

  for (const line of splitLines(text)) {
    const below = start + line.length + 1;
    const next: TableHead | null = head?.isOfKeys
      ? null
      : findHeadAt(text, start, line, isHead);
    const cells = next ? [] : readRow(line, head);

    if (next) head = isKeyAndValue(line, head) ? null : next;
    else if (!isOfTable(head, line, cells)) head = null;

    yield {
      start,
      line,
      head: cells.length > 0 ? head : null,
      cells,
    };
    start = below;
  }
}

/** Returns true for a key and its value, whose first word could be a header in each line. */
const isKeyAndValue = (line: string, head: TableHead | null): boolean =>
  head?.count === 2 && splitRow(line, head.separator).length === 2;

function readRow(line: string, head: TableHead | null): readonly Span[] {
  if (!head || NOTATIONS.tableRule.test(line)) return [];

  const [own = ''] = head.isEmbedded ? line.split(STRING_END, 1) : [line];

  return splitRow(own, head.separator);
}

/** Returns true for a rule or a row of a table. Aligned by spaces, an empty cell is none, so that rows differ in length. */
function isOfTable(
  head: TableHead | null,
  line: string,
  cells: readonly Span[],
): boolean {
  if (NOTATIONS.tableRule.test(line)) return true;

  return head?.separator === '  '
    ? line.trim() !== ''
    : cells.length === head?.count;
}

/** Finds the head in a line: above a rule, as the columns of a dump, or where `isHead` says so. */
function findHeadAt(
  text: string,
  start: number,
  line: string,
  isHead: HeadTest,
): TableHead | null {
  const below = start + line.length + 1;

  const copied = COPY.exec(line)?.[1]
    ?.replace(/["\s]/g, '')
    .replaceAll(',', '\t');

  const isSure =
    copied !== undefined ||
    NOTATIONS.tableRule.test(text.slice(below, findLineEnd(text, below)));

  return findHead(copied ?? line, start, isSure ? () => true : isHead);
}

type TableHead = NonNullable<ReturnType<typeof findHead>>;

/** Reads a header row: short cells without the signs of a sentence. Prose contains commas too. */
function findHead(line: string, start: number, isHead: HeadTest) {
  if (line.length > MAX_HEAD_CHARS) return null;

  for (const separator of SEPARATORS) {
    if (!line.includes(separator)) continue;

    const [first = '', ...others] = splitRow(line, separator).map((cell) =>
      line.slice(cell.start, cell.end),
    );

    const cells = [first.replace(STRING_BEGIN, ''), ...others];

    const isHeading = (cell: string) =>
      cell.trim().length <= MAX_HEADING_CHARS &&
      !/[!?:=]|(?<!^\s?\p{L}{1,5})\.(?=\s|$)|\d{4}/u.test(cell);

    if (
      cells.length < 2 ||
      !cells.every(isHeading) ||
      !isHead(cells, separator)
    )
      continue;

    return {
      cells,
      /** True if each row is a key and its value, so that none of them is a head. */
      isOfKeys: [NOTATIONS.nameOfPair, NOTATIONS.valueOfPair].every((name) =>
        cells.some((cell) => name.test(cell.trim())),
      ),
      line: { start, end: start + line.length },
      separator,
      count: cells.length,
      isEmbedded: cells[0] !== first,
    };
  }

  return null;
}

const INSERT = joinPatterns(
  [
    /\binsert\s+(?:ignore\s+)?into\s+([^\s(]{1,120})\s{0,20}/,
    /(?:\(([^()]{1,2000})\)\s{0,20})?values(?=\s{0,20}\()/,
  ],
  'gi',
);
const SQL_ROW = /\s{0,20},?\s{0,20}\(/y;
const SQL_VALUE = joinPatterns(
  [
    /\s{0,20}/,
    [
      /N?(?:(\\{0,4}['"])(.{0,4000}?)\1)/,
      /[^\s,()'"]{1,100}(?:\([^()]{0,100}\))?/,
    ],
    /\s{0,20}(,|\))/,
  ],
  'sy',
);

/** Finds the `INSERT` statements of a text. Without a list of columns, `headings` is empty. Reads values on demand. */
export function* readInserts(text: string) {
  for (const { 0: statement, 1: table = '', 2: list, index } of text.matchAll(
    INSERT,
  )) {
    const headings =
      list?.split(',').map((name) => name.replace(/[`"[\]\\]/g, '').trim()) ??
      [];

    yield {
      table,
      headings,
      values: readInsertedValues(text, index + statement.length),
    };
  }
}

function* readInsertedValues(text: string, at: number) {
  for (let column = -1; ; column++) {
    const pattern = column < 0 ? SQL_ROW : SQL_VALUE;

    pattern.lastIndex = at;

    const match = pattern.exec(text);
    if (!match) return;

    const [whole, quote = '', value, end] = match;
    if (value)
      yield { column, start: at + whole.indexOf(quote) + quote.length, value };

    if (end === ')') column = -2;
    at += whole.length;
  }
}
