import type { Span } from '../../core/spans.ts';
import { readWholeNumber } from '../number-notation.ts';
import type { TableRow } from '../table-header.ts';
import {
  type IsKnownCode,
  isCodeName,
  isCodeValue,
  isEmptyCell,
  isTypeName,
  mayNameCodes,
} from './find-column-kinds.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
  type TextTable,
} from './text-table.ts';

const MAX_LINE_LENGTH = 1_000;
/** Types are below the names, perhaps after a rule. */
const MAX_TYPE_LINES = 2;
/** Two blanks end a cell; in narrow columns one does. */
const WIDE_CELL = /\S+(?: \S+)*/g;
const NARROW_CELL = /\S+/g;
const HEAD_LINE = /^\|[^\d]{0,200}\|\s{0,9}$/;
const HEADING = /:\s{0,40}$/;
const RULE_SIGNS_ONLY = /^[\s=─-]+$/;
const RULE_SIGNS = /[=─-]{2}/;

/** A line that separates names from values: `------  ----`. Two patterns, since one for both takes quadratic time. */
const isRule = (text: string): boolean =>
  RULE_SIGNS_ONLY.test(text) && RULE_SIGNS.test(text);

interface Cell extends Span {
  text: string;
}

/** The names above a table, and which of them is that of the codes. */
interface Head {
  names: readonly Cell[];
  code: number;
  form: RegExp;
}

/** Reads a table whose cells are aligned below their names: pandas, R, `column`, Miller, sqlite. */
export const readAlignedTable: TableForm = (source, at) => {
  if (at + 1 >= source.lines.length) return null;

  const text = withoutBars(source.lines[at]?.text ?? '');
  if (text.length > MAX_LINE_LENGTH || !mayNameCodes(text)) return null;
  // `Status code distribution:` is a heading.
  if (HEADING.test(text)) return null;

  const heads = [
    { names: readCells(text, WIDE_CELL), form: WIDE_CELL },
    { names: cutAtCells(text, findLineBelow(source, at)), form: WIDE_CELL },
    { names: readCells(text, NARROW_CELL), form: NARROW_CELL },
  ];

  for (const { names, form } of heads) {
    const code = names.findIndex((name) => isCodeName(name.text));
    const best = code < 0 ? null : findBest(source, at, { names, code, form });
    if (best) return best;
  }

  return null;
};

/** Cuts a line of names where the cells of the row below begin, if one blank is between two names: columnify. */
function cutAtCells(text: string, below?: TextLine): Cell[] {
  const isRead = below && below.text.length <= MAX_LINE_LENGTH;
  const starts = isRead
    ? readCells(below.text, WIDE_CELL).map(({ start }) => start)
    : [];

  const isCut = (start: number) => start === 0 || text[start - 1] === ' ';
  if (starts.length < 2 || !starts.every(isCut)) return [];

  return starts.flatMap((start, at) => {
    const name = text.slice(start, starts[at + 1]).trimEnd();

    return name === '' ? [] : { text: name, start, end: start + name.length };
  });
}

/** Some formats draw strokes between the names only: IPAC. */
const withoutBars = (text: string) => text.replaceAll('|', ' ');

/** Returns true for a line of types and units, with strokes as in that of the names. */
const isHeadLine = (text: string, rowCount: number) =>
  rowCount === 0 && HEAD_LINE.test(text);

const readCells = (line: string, form: RegExp): Cell[] =>
  Array.from(line.matchAll(form), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));

/** Returns the table with most codes, with the names where they are, or further to the right. */
function findBest(source: TableSource, at: number, head: Head) {
  const tables = findShifts(head, findLineBelow(source, at)).flatMap(
    (shift) => {
      const names = moveCells(head.names, shift);

      return readTableBelow(source, at, { ...head, names }) ?? [];
    },
  );

  const measure = (table: TextTable) => measureCodes(table, source.isCode);

  const [best = null] = tables.sort(
    (one, other) =>
      measure(other) - measure(one) || countOutside(one) - countOutside(other),
  );

  return best;
}

const findLineBelow = ({ lines }: TableSource, at: number) =>
  lines
    .slice(at + 1, at + 2 + MAX_TYPE_LINES)
    .find(({ text }) => !isRule(text));

/** Counts the cells before the first name and after the last. */
const countOutside = ({ rows }: TextTable) =>
  rows.filter(({ cells }) => cells[0] || cells.at(-1)).length;

/** Returns how far the names may be too far left, because the blanks before the first were cut off with those of the text. */
function findShifts({ names, code, form }: Head, below?: TextLine): number[] {
  const isRead = below && below.text.length <= MAX_LINE_LENGTH;
  const cells = isRead ? readCells(below.text, form) : [];
  const end = names[code]?.end ?? 0;

  return [0, ...cells.map((cell) => cell.end - end).filter((by) => by > 0)];
}

const moveCells = (cells: readonly Cell[], by: number) =>
  cells.map(({ text, start, end }) => ({
    text,
    start: start + by,
    end: end + by,
  }));

/** Sums the digits of the codes: long numbers are codes rather than counts. */
const measureCodes = ({ roles, rows }: TextTable, isCode: IsKnownCode) =>
  [...roles]
    .flatMap(([at, role]) =>
      role === 'code'
        ? rows
            .map(({ cells }) => readWholeNumber(cells[at] ?? '') ?? '')
            .filter(isCode)
        : [],
    )
    .join('').length;

function readTableBelow(source: TableSource, at: number, head: Head) {
  const { rows, nextLine, width } = readRows(source, at + 1, head);
  if (width < 2) return null;

  // Below a single name, a second number is a count. Words are text.
  const isCounted = rows.every(({ cells }) => isCount(cells.at(-1) ?? ''));
  if (head.names.length === 1 && !isCounted) return null;

  // Cells may be before the first name and after the last.
  const names = ['', ...head.names.map(({ text }) => text), ''];

  return createTextTable(source, names, rows, at, nextLine);
}

const isCount = (cell: string) =>
  isEmptyCell(cell) || readWholeNumber(cell) !== null;

/** Reads the rows from a line on, up to one that is none. `width` is the highest number of filled cells. */
function readRows({ lines, isCode }: TableSource, from: number, head: Head) {
  const rows: TableRow[] = [];
  let nextLine = from;
  let width = 0;

  for (; nextLine < lines.length; nextLine++) {
    const { text, start } = lines[nextLine] as TextLine;
    const isBetween =
      isRule(text) ||
      isHeadLine(text, rows.length) ||
      isGap(lines, nextLine, head, isCode);

    if (isBetween) continue;

    const cells = text.length > MAX_LINE_LENGTH ? null : alignCells(text, head);
    if (!cells) break;
    if (nextLine - from < MAX_TYPE_LINES && isTypeRow(cells, head)) continue;
    if (!isRow(cells, head, isCode)) break;

    rows.push({ start, line: text, cells });
    width = Math.max(width, cells.filter(Boolean).length);
  }

  return { rows, nextLine, width };
}

/** Returns true for a blank line above a row with a code: some formats have one between rows. */
function isGap(
  lines: readonly TextLine[],
  at: number,
  head: Head,
  isCode: IsKnownCode,
): boolean {
  const below = lines[at + 1];
  const isRead = below && below.text.length <= MAX_LINE_LENGTH;
  if (lines[at]?.text.trim() !== '' || !isRead) return false;

  const code = alignCells(below.text, head)?.[head.code + 1] ?? '';

  return !isEmptyCell(code) && isCodeValue(code, isCode);
}

/** Returns true for the types of the columns, one below each name. */
const isTypeRow = (cells: readonly string[], { names }: Head) =>
  cells.slice(1, names.length + 1).every(isTypeName);

/** Returns true for a code below its name. Without one, other cells are a row, and a single number is something else. */
function isRow(cells: readonly string[], { code }: Head, isCode: IsKnownCode) {
  const value = cells[code + 1] ?? '';
  if (!isEmptyCell(value)) return isCodeValue(value, isCode);

  const filled = cells.filter(Boolean);

  return filled.length > 1 || (filled[0] && !/\d{3}/.test(filled[0]));
}

/** Returns the cells of a row by column, or null if one is below two names or two are below one. */
function alignCells(line: string, { names, form }: Head): string[] | null {
  const cells = Array.from({ length: names.length + 2 }, () => '');

  for (const cell of readCells(line, form)) {
    const at = findColumn(cell, names);
    if (at === null || cells[at] !== '') return null;

    cells[at] = cell.text;
  }

  return cells;
}

function findColumn(cell: Cell, names: readonly Cell[]): number | null {
  const isAbove = (name: Cell) =>
    cell.start < name.end && name.start < cell.end;

  const [only, ...more] = names.flatMap((name, at) =>
    isAbove(name) ? at : [],
  );
  if (only !== undefined) return more.length === 0 ? only + 1 : null;

  if (cell.end <= (names[0]?.start ?? 0)) return 0;

  return cell.start >= (names.at(-1)?.end ?? 0) ? names.length + 1 : null;
}
