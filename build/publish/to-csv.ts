import type { SqlTable, SqlValue } from './tables.ts';

/** Formats a table as CSV: UTF-8 with a header, quoted according to RFC 4180, LF line ends. Null is an empty cell. */
export function toCsvTable({ columns, rows }: SqlTable): string {
  const lines = [columns.map(([name]) => name), ...rows].map((row) => row.map(formatCell).join(','));
  return `${lines.join('\n')}\n`;
}

function formatCell(cell: SqlValue): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
