import { isCodeName, isCodeValue, isEmptyCell } from './find-column-kinds.ts';
import {
  createTextTable,
  type TableForm,
  type TextLine,
  trimCell,
} from './text-table.ts';

/** A name, and its values to the right of it. */
const NAMED_VALUES =
  /^\s{0,20}(\S+(?: \S+){0,3}) {2,}(\S+(?: +\S+){1,200})\s*$/;
/** The same with a type between them: `$ code <int> 131047, 131026`, ` $ code: int  131047 131026`. */
const TYPED_VALUES =
  /^\s{0,20}[$*]\s?(\S+)\s*(?:<\w+>|:\s{0,4}[a-z]{2,10})\s+(\S.*)$/;
const VALUE = /"[^"]*"?|[^\s,]+/g;
/** What is left out of a long line. */
const LEFT_OUT = /^(?:…|\.{2,3})$/;
const MAX_LINE_LENGTH = 2_000;

const splitValues = (list: string) =>
  Array.from(list.matchAll(VALUE), ([value]) => trimCell(value)).filter(
    (value) => !LEFT_OUT.test(value),
  );

function readNamedValues({ text = '' }: Partial<TextLine> = {}) {
  if (text.length > MAX_LINE_LENGTH) return { name: '', values: [] };

  const [, typed, list = ''] = TYPED_VALUES.exec(text) ?? [];
  if (typed !== undefined)
    return { name: typed.replace(/:$/, ''), values: splitValues(list) };

  const match = NAMED_VALUES.exec(text);
  const [, name = '', values = ''] = match ?? [];

  return { name, values: match ? values.split(/ +/) : [] };
}

/** Reads a table with its names in the first column: a data frame of pandas that was transposed. */
export const readTransposedTable: TableForm = (source, at) => {
  const { lines, isCode } = source;
  const { values: first } = readNamedValues(lines[at]);
  const width = first.length;
  if (width === 0) return null;

  // A block is read once.
  if (readNamedValues(lines[at - 1]).values.length === width) return null;

  const columns: ReturnType<typeof readNamedValues>[] = [];
  let nextLine = at;

  for (; nextLine < lines.length; nextLine++) {
    const column = readNamedValues(lines[nextLine]);
    if (column.values.length !== width) break;

    columns.push(column);
  }

  const isCell = (cell: string) =>
    isEmptyCell(cell) || isCodeValue(cell, isCode);

  const codes = columns.find(({ name }) => isCodeName(name));
  if (!codes?.values.every(isCell)) return null;

  const start = lines[at]?.start ?? 0;
  const names = columns.map(({ name }) => name);

  const rows = first.map((_, row) => {
    const cells = columns.map(({ values }) => values[row] ?? '');

    return { start, line: cells.join(' '), cells };
  });

  return createTextTable(source, names, rows, at, nextLine);
};
