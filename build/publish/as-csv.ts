import type { Cell, Table } from './tables.ts';

/** A table as CSV: UTF-8, a heading, quotes as in RFC 4180, lines that end with LF. What is null is empty. */
export function asCsv({ columns, rows }: Table): string {
  const lines = [columns.map(([name]) => name), ...rows].map((row) => row.map(cellText).join(','));
  return `${lines.join('\n')}\n`;
}

function cellText(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
