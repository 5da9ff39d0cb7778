import { type ColumnRole, getColumnRole } from '../column-role.ts';
import { readWholeNumber } from '../number-notation.ts';
import type { TableRow } from '../table-header.ts';
import { isCodeName, isCountCell, mayNameCodes } from './find-column-kinds.ts';
import {
  createTextTable,
  splitWords,
  type TableForm,
  type TextLine,
} from './text-table.ts';

const TOTAL = /^(?:all|sum|total)$/i;
const COUNT = /^(?:count|size|n)$/i;

/** Reads counts by code and something else: the name of the codes is in a line of its own, below those of the columns. */
export const readPivotTable: TableForm = (source, at) => {
  const { lines } = source;
  if (!mayNameCodes(lines[at + 1]?.text ?? '')) return null;

  const names = splitWords(lines[at]);
  const own = splitWords(lines[at + 1]);
  if (names.length < 2 || own.length !== 1 || !isCodeName(own[0] ?? ''))
    return null;

  const rows: TableRow[] = [];
  let nextLine = at + 2;

  for (; nextLine < lines.length; nextLine++) {
    const [code = '', ...counts] = splitWords(lines[nextLine]);
    const isRow = readWholeNumber(code) !== null && counts.every(isCountCell);
    if (!isRow || counts.length === 0) break;

    const { start, text } = lines[nextLine] as TextLine;
    const count = String(addCounts(names.slice(-counts.length), counts));

    rows.push({
      start,
      line: text,
      cells: [code.replace(/[.,]0+$/, ''), count],
    });
  }

  return createTextTable(source, ['code', 'count'], rows, at, nextLine);
};

/** A column of messages under its own name: a group counts the values that each has. */
const isField = (name: string) =>
  FIELDS.has(getColumnRole(name.replaceAll('_', ' ')) ?? 'count');

const FIELDS: ReadonlySet<ColumnRole> = new Set([
  'message',
  'recipient',
  'template',
  'time',
]);

/** Returns the value of the column that counts, the most of a group, or the sum of all. */
function addCounts(names: readonly string[], counts: readonly string[]) {
  const values = counts.map((count) => Number(readWholeNumber(count) ?? 0));
  const total = names.findIndex((name) => TOTAL.test(name));
  const count = names.findIndex((name) => COUNT.test(name));

  return (
    values[total] ??
    values[count] ??
    (names.some(isField) ? Math.max(...values) : null) ??
    values.reduce((sum, value) => sum + value, 0)
  );
}
