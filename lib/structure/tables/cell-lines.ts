import type { TableRow } from '../table-header.ts';
import { isCodeName, isCodeValue } from './find-column-kinds.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
  trimCell,
} from './text-table.ts';

const MAX_COLUMNS = 30;
const MIN_ROWS = 2;
const MAX_CELL_LENGTH = 300;

/**
 * Reads a grid that was copied with one cell in each line. Its names are the first row, so that the codes follow their
 * name at equal distances.
 */
export const readCellLines: TableForm = (source, at) => {
  const { lines, isCode } = source;
  const isName = isCodeName(getCell(lines[at]));
  const columns = isName ? findDistance(source, at) : null;
  if (columns === null) return null;

  const rowLines: number[] = [];
  let line = at + columns;

  for (; isCodeValue(getCell(lines[line]), isCode); line += columns)
    rowLines.push(line);

  if (rowLines.length < MIN_ROWS) return null;

  // Where a row begins is not known: its cells are those around its code that have a name.
  const before = Math.min(columns - 1, at);

  const readRow = (middle: number) =>
    Array.from({ length: columns }, (_, offset) =>
      getCell(lines[middle + offset - before]),
    );

  const rows = rowLines.map((middle): TableRow => {
    const cells = readRow(middle);

    return { start: lines[middle]?.start ?? 0, line: cells.join(' '), cells };
  });

  const nextLine = line - before;

  return createTextTable(source, readRow(at), rows, at, nextLine);
};

const getCell = (line: TextLine | undefined) =>
  line && line.text.length <= MAX_CELL_LENGTH ? trimCell(line.text) : '';

/**
 * Returns how many lines the first two codes below a name are from each other and from it, if that is the same. A list of
 * codes alone is no grid.
 */
function findDistance({ lines, isCode }: TableSource, at: number) {
  for (let columns = 1; columns <= MAX_COLUMNS; columns++) {
    const cells = [1, 2].map((row) => getCell(lines[at + row * columns]));
    const areCodes = cells.every((cell) => isCodeValue(cell, isCode));
    if (areCodes) return columns > 1 ? columns : null;
  }

  return null;
}
