import type { TableRow } from '../table-header.ts';
import { createTextTable, findNextLine, type TableForm } from './text-table.ts';

/** Databases print the rows alone. */
const OPENING = /<t(?:able|head|body|r)\b/i;
const CLOSING = /<\/table\s*>/i;
const LAST_ROW = /<\/tr\s{0,9}>(?!\s{0,99}<(?:tr|\/?tbody|\/thead)\b)/i;
const ROW = /<tr\b/i;
const CELL = /<t[dh]\b[^<>]*>/i;
const TAG = /<[^<>]*>/g;

/** Reads a table of markup, as notebooks, sheets and mail contain it. */
export const readHtmlTable: TableForm = (source, at) => {
  const { text, lines } = source;
  const line = lines[at];
  const opening = line ? line.text.search(OPENING) : -1;
  if (!line || opening < 0) return null;

  const start = line.start + opening;
  const isRow = !/^<table/i.test(text.slice(start, start + 6));
  // Rows without a table around them are read once, from the first on.
  if (isRow && start !== findFirstRow(text)) return null;

  const closing = (isRow ? LAST_ROW : CLOSING).exec(text.slice(start));
  const length = closing ? closing.index + closing[0].length : text.length;
  const end = Math.min(text.length, start + length);
  const [head, ...rows] = readRows(text.slice(start, end), start);
  if (!head) return null;

  const nextLine = findNextLine(source, at, end);
  const table = createTextTable(source, head.cells, rows, at, nextLine);

  return table && { ...table, start, end };
};

/** Of the last text, because each line with a row asks. */
let lastText = { text: '', firstRow: -1 };

function findFirstRow(text: string): number {
  if (lastText.text !== text)
    lastText = { text, firstRow: text.search(OPENING) };

  return lastText.firstRow;
}

function readRows(markup: string, start: number): TableRow[] {
  const rows: TableRow[] = [];
  let from = start;

  for (const part of markup.split(ROW)) {
    const cells = part.split(CELL).slice(1).map(readText);
    if (cells.length > 0)
      rows.push({ start: from, line: cells.join('\t'), cells });

    from += part.length;
  }

  return rows;
}

const readText = (markup: string) =>
  markup
    .replace(TAG, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
