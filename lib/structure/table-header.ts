import { type ColumnRole, getColumnRole } from './column-role.ts';
import { type CellSeparator, readRows } from './split-rows.ts';

export interface TableRow {
  start: number;
  line: string;
  cells: readonly string[];
}

/** A table whose header names a column of codes or reasons. */
export type HeadedTable = NonNullable<ReturnType<typeof parseTableHeader>>;

/** Parses a header line. Returns null if no column is about codes or reasons; the text is then read as plain text. */
export function parseTableHeader(heading: string) {
  const separator =
    (['\t', ';', '|', ','] as const).find((mark) => heading.includes(mark)) ??
    ',';

  const [row] = [...parseRows(heading, separator)];
  const header = row?.cells.map((cell) => cell.trim()) ?? [];
  const roles = new Map<number, ColumnRole>();

  header.forEach((name, at) => {
    const role = getColumnRole(name);
    if (role) roles.set(at, role);
  });

  const all = [...roles.values()];
  if (header.length < 2 || !(all.includes('code') || all.includes('reason')))
    return null;

  /** True if the table is about messages, so that numbers under "Code" are codes of messages. */
  const isOfMessages =
    all.includes('code') &&
    (all.some((role) => /recipient|message/.test(role)) ||
      /whatsapp|template|waba/i.test(heading));

  /** @param text Whole rows. A quoted cell may contain line breaks. */
  const rows = (text: string) => parseRows(text, separator);

  return {
    header,
    roles: roles as ReadonlyMap<number, ColumnRole>,
    isOfMessages,
    rows,
  };
}

function* parseRows(
  text: string,
  separator: CellSeparator,
): Generator<TableRow> {
  for (const { start, cells } of readRows(text, separator))
    yield {
      start,
      line: text.slice(start, cells.at(-1)?.end),
      cells: cells.map((cell) => unquote(text.slice(cell.start, cell.end))),
    };
}

/** Returns the content of a quoted cell, and any other cell unchanged. */
export const unquote = (cell: string) =>
  cell.startsWith('"')
    ? (/^"((?:[^"]|"")*)/.exec(cell)?.[1] ?? '').replaceAll('""', '"')
    : cell;
