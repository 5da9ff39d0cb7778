import type { TableRow } from '../table-header.ts';
import { isCodeName, isTypeName } from './find-column-kinds.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
  trimCell,
} from './text-table.ts';
import { turnPairs } from './turn-pairs.ts';

const MAX_LINE_LENGTH = 2_000;
/** The strokes between cells: of keyboards, terminals and box drawing. */
const BAR = /[|│┃┆┇┊║]/;
/** Jira doubles the strokes of its header. */
const DOUBLE_BAR = /\|\|/;
const DOUBLE_BARRED = /^\s*\|\|.*\|\|\s*$/;
/** A line of a border, or of the alignments of Markdown: two patterns, since one for both takes quadratic time. */
const BORDER_SIGNS_ONLY = /^[\s|+:=*─-╿-]+$/;
const RULE_SIGN = /[=─-╿-]/;

const isRule = (line: TextLine | undefined) =>
  line !== undefined &&
  BORDER_SIGNS_ONLY.test(line.text) &&
  RULE_SIGN.test(line.text);

const isShort = (line: TextLine | undefined) =>
  line !== undefined && line.text.length <= MAX_LINE_LENGTH;

const isBarred = (line: TextLine | undefined) =>
  isShort(line) && BAR.test(line?.text ?? '');

const isTabbed = (line: TextLine | undefined) =>
  isShort(line) && line?.text.includes('\t') === true;

/** Reads a table with strokes between its cells: Markdown, psql, rich, DuckDB, tabulate. */
export const readBorderedTable: TableForm = (source, at) => {
  const isPart = (line: TextLine | undefined) => isBarred(line) || isRule(line);
  const end = findBlockEnd(source, at, isPart);
  const drawn = source.lines.slice(at, end);
  if (!drawn.some((line) => isBarred(line) && !isRule(line))) return null;

  const rows = readRows(drawn, (line) => line.split(findBar(line)));

  return createDrawnTable(source, at, end, trimBorders(rows));
};

const findBar = (line: string) => (DOUBLE_BARRED.test(line) ? DOUBLE_BAR : BAR);

/** Reads a table with tabs between its cells, as sheets and grids are copied. */
export const readTabbedTable: TableForm = (source, at) => {
  const end = findBlockEnd(source, at, isTabbed);
  const drawn = source.lines.slice(at, end);
  const rows = readRows(drawn, (line) => line.split('\t'));

  return createDrawnTable(source, at, end, rows);
};

/** Returns the end of the lines of one kind that begin here, or the same line if they began above: a block is read once. */
function findBlockEnd(
  { lines }: TableSource,
  at: number,
  isPart: (line: TextLine | undefined) => boolean,
): number {
  if (isPart(lines[at - 1])) return at;

  let end = at;
  while (isPart(lines[end])) end++;

  return end;
}

const readRows = (
  drawn: readonly TextLine[],
  split: (line: string) => string[],
): TableRow[] =>
  drawn
    .filter((line) => !isRule(line))
    .map(({ text, start }) => ({
      start,
      line: text,
      cells: split(text).map(readCell),
    }));

/** Textile marks the names of columns: `|_. error_code|`. */
const readCell = (cell: string) => trimCell(cell.replace(/^_\. /, ''));

/** Removes the empty cells outside the borders. An empty last cell of one row is a cell. */
function trimBorders(rows: readonly TableRow[]): TableRow[] {
  const first = rows.every(({ cells }) => cells[0] === '') ? 1 : 0;
  const last = rows.every(({ cells }) => cells.at(-1) === '') ? -1 : undefined;

  return rows.map((row) => ({ ...row, cells: row.cells.slice(first, last) }));
}

/** Returns the table of some lines. Rows with another number of cells are titles and remarks. */
function createDrawnTable(
  source: TableSource,
  at: number,
  end: number,
  rows: readonly TableRow[],
) {
  if (rows.length === 0) return null;

  const width = findWidth(rows);
  const own = rows.filter(({ cells }) => cells.length === width);

  const turned = turnPairs(own);
  if (turned)
    return createTextTable(source, turned.names, turned.rows, at, end);

  const count = countHeadRows(own, source.lines.slice(at, end));
  const head = own.slice(0, count);
  const names = own[0]?.cells.map((_, column) => findName(head, column)) ?? [];

  return createTextTable(source, names, own.slice(count), at, end);
}

/** Returns the most frequent number of cells. */
function findWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();

  for (const { cells } of rows)
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);

  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Counts the rows that have the names: those above the first rule, or the first row. */
function countHeadRows(
  rows: readonly TableRow[],
  drawn: readonly TextLine[],
): number {
  const [first] = rows;
  if (!first) return 0;

  const hasNumber = first.cells.some((cell) => /\d{3}/.test(cell));
  if (hasNumber) return first.cells.some(isCodeName) ? 1 : 0;

  const rules = drawn.filter(
    (line) => line.start > first.start && isRule(line),
  );
  const counts = rules.map((rule) => countAbove(rows, rule));
  const inside = counts.filter((count) => count < rows.length);

  // polars draws a line between its names and their types.
  const areTypes = (count: number) =>
    rows.slice(1, count).every(({ cells }) => cells.every(isTypeName));

  return inside.findLast((count, at) => at === 0 || areTypes(count)) ?? 1;
}

const countAbove = (rows: readonly TableRow[], { start }: TextLine) =>
  rows.filter((row) => row.start < start).length;

/** Returns the name of a column: its first text, since types are printed below it. */
function findName(head: readonly TableRow[], column: number): string {
  const texts = head.map(({ cells }) => cells[column] ?? '').filter(Boolean);
  const [name = '', ...below] = texts;

  return below.every(isTypeName) || isCodeName(name) ? name : texts.join(' ');
}
