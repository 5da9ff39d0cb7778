import type { TableRow } from '../table-header.ts';
import { isCodeName, isCodeValue, mayNameCodes } from './find-column-kinds.ts';
import {
  createTextTable,
  splitWords,
  type TableForm,
  type TextLine,
  trimCell,
} from './text-table.ts';

const MAX_LINE_LENGTH = 400;
const MIN_ROWS = 2;

/** Reads a table with a blank between its cells, which are not aligned: each row has as many words as there are names. */
export const readWordTable: TableForm = (source, at) => {
  const { lines, isCode } = source;
  if (!mayNameCodes(lines[at]?.text ?? '')) return null;

  const names = splitWords(lines[at], MAX_LINE_LENGTH).map(trimCell);
  const width = splitWords(lines[at + 1], MAX_LINE_LENGTH).length;
  // R writes a number before each row, without a name for it.
  if (names.length >= 2 && width === names.length + 1) names.unshift('');
  if (names.length < 2 || names.length !== width) return null;

  const code = names.findIndex(isCodeName);
  if (code < 0) return null;

  const rows: TableRow[] = [];
  let nextLine = at + 1;

  for (; nextLine < lines.length; nextLine++) {
    const line = lines[nextLine] as TextLine;
    const cells = splitWords(line, MAX_LINE_LENGTH).map(trimCell);
    const isRow =
      cells.length === names.length && isCodeValue(cells[code] ?? '', isCode);

    if (!isRow) break;
    rows.push({ start: line.start, line: line.text, cells });
  }

  return rows.length < MIN_ROWS
    ? null
    : createTextTable(source, names, rows, at, nextLine);
};
