import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  type TableForm,
  type TextLine,
} from './text-table.ts';

const OPENING = /^\s{0,20}\{\|/;
const CLOSING = /^\s{0,20}\|\}/;
const NEXT_ROW = /^\s{0,20}\|-/;
const CELLS = /^\s{0,20}[!|](?!\+)(.{0,2000})$/;
const CELL_SIGN = /\|\||!!/;
/** What a cell says of its look: `style="…" | 131047`. */
const ATTRIBUTES = /^[^|[\]]{0,200}="[^|]{0,200}\|(?!\|)/;

/** Reads a table of MediaWiki: `{|`, `! error_code`, `|-`, `| 131047`. */
export const readWikiTable: TableForm = (source, at) => {
  const { lines } = source;
  if (!OPENING.test(lines[at]?.text ?? '')) return null;

  const end = lines.findIndex(
    ({ text }, line) => line > at && (CLOSING.test(text) || OPENING.test(text)),
  );

  const last = end < 0 ? lines.length : end;
  const [head, ...rows] = readRows(lines.slice(at + 1, last));

  return head ? createTextTable(source, head.cells, rows, at, last + 1) : null;
};

function readRows(lines: readonly TextLine[]): TableRow[] {
  const rows: { start: number; cells: string[] }[] = [];
  let isOpen = false;

  for (const { text, start } of lines) {
    const [, content] = CELLS.exec(text) ?? [];
    const isNext = NEXT_ROW.test(text);

    if (!isNext && content !== undefined) {
      if (!isOpen) rows.push({ start, cells: [] });
      rows.at(-1)?.cells.push(...splitCells(content));
    }

    isOpen = !isNext && (isOpen || content !== undefined);
  }

  return rows.map((row) => ({ ...row, line: row.cells.join('\t') }));
}

const splitCells = (content: string) =>
  content.split(CELL_SIGN).map((cell) => cell.replace(ATTRIBUTES, '').trim());
