import { type CellSeparator, splitRow } from '../split-rows.ts';
import { type TableRow, unquote } from '../table-header.ts';
import {
  isCodeName,
  isCodeValue,
  isEmptyCell,
  mayNameCodes,
} from './find-column-kinds.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
  trimCell,
} from './text-table.ts';

const MAX_LINE_LENGTH = 2_000;
const SEPARATORS: readonly CellSeparator[] = [';', ',', '|'];
const MIN_ROWS = 2;

const splitCells = (line: string, separator: CellSeparator) =>
  splitRow(line, separator).map(({ start, end }) =>
    trimCell(unquote(line.slice(start, end).trim())),
  );

/** Reads rows of CSV below names, in a text that has something else above or below them, or two columns only. */
export const readDelimitedTable: TableForm = (source, at) => {
  const { text = '' } = source.lines[at] ?? {};
  if (at + MIN_ROWS >= source.lines.length) return null;
  if (text.length > MAX_LINE_LENGTH || !mayNameCodes(text)) return null;

  const separator = SEPARATORS.find((mark) => text.includes(mark));
  if (!separator) return null;

  const names = splitCells(text, separator);
  const code = names.findIndex(isCodeName);
  if (code < 0 || names.length < 2) return null;

  const rows = readRows(source, at + 1, { names, code, separator });
  const nextLine = at + 1 + rows.length;

  return rows.length < MIN_ROWS
    ? null
    : createTextTable(source, names, rows, at, nextLine);
};

interface Head {
  names: readonly string[];
  code: number;
  separator: CellSeparator;
}

function readRows({ lines, isCode }: TableSource, from: number, head: Head) {
  const rows: TableRow[] = [];

  for (let at = from; at < lines.length; at++) {
    const { text, start } = lines[at] as TextLine;
    const cells =
      text.length > MAX_LINE_LENGTH ? [] : splitCells(text, head.separator);

    const value = cells[head.code] ?? '';
    const isValue = isEmptyCell(value) || isCodeValue(value, isCode);
    if (cells.length !== head.names.length || !isValue) break;

    rows.push({ start, line: text, cells });
  }

  return rows;
}
