import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  type TableForm,
  type TextLine,
} from './text-table.ts';

const MAX_LINE_LENGTH = 2_000;
/** What ends a row, and what may be after it: a line below the row. */
const ROW_END = '\\\\';
const AFTER_ROW = /^\s{0,9}(?:\\\w{1,20}\s{0,9})?$/;
const RULE = /^\s{0,40}\\\w{1,20}(?:\{[^{}]{0,40}\})?\s{0,9}$/;
const SEPARATOR = /(?<!\\)&/;
const ESCAPE = /\\([_&%#$])/g;

function readRow({ text = '', start = 0 }: Partial<TextLine> = {}) {
  const end = text.length > MAX_LINE_LENGTH ? -1 : text.lastIndexOf(ROW_END);
  const cells = text.slice(0, Math.max(0, end)).split(SEPARATOR);
  if (cells.length < 2 || !AFTER_ROW.test(text.slice(end + ROW_END.length)))
    return null;

  const row: TableRow = {
    start,
    line: text,
    cells: cells.map((cell) => cell.replace(ESCAPE, '$1').trim()),
  };

  return row;
}

/** Reads a table of LaTeX, as statistics programs print it. */
export const readLatexTable: TableForm = (source, at) => {
  const { lines } = source;
  const head = readRow(lines[at]);
  if (!head || readRow(lines[at - 1])) return null;

  const rows: TableRow[] = [];
  let nextLine = at + 1;

  for (; nextLine < lines.length; nextLine++) {
    const row = readRow(lines[nextLine]);
    if (row) rows.push(row);
    else if (!RULE.test(lines[nextLine]?.text ?? '')) break;
  }

  return createTextTable(source, head.cells, rows, at, nextLine);
};
