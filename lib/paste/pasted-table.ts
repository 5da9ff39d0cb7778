import headings from '../../data/table-headings.json' with { type: 'json' };
import type { Catalogue } from '../catalogue/catalogue.ts';
import { getCodeIndex } from '../catalogue/get-code-index.ts';
import { type CellSeparator, splitRow } from '../core/table-rows.ts';
import { detect, isConfident } from '../detect/detect.ts';
import type { TextContext } from '../detect/hit.ts';
import { mentionsFailure } from '../detect/word-classes.ts';
import { explain } from '../explain/explain.ts';
import { findFailures } from '../explain/failures.ts';
import type { MessageContext } from '../explain/message-context.ts';
import { parseTimeText } from '../explain/timestamps.ts';
import type { FindingDraft } from './finding.ts';

/** One row of a table in a paste. */
export interface PastedRow {
  /** Offset of the row in the text. */
  start: number;
  line: string;
  cells: readonly string[];
}

export type ColumnRole = keyof typeof headings;

/** A table whose header names a column of codes or reasons. */
export interface PastedTable {
  header: readonly string[];
  roles: ReadonlyMap<number, ColumnRole>;
  /** True if the table is about messages, so that numbers under "Code" are codes of messages. */
  isOfMessages: boolean;
  /** @param text Whole rows. A quoted cell may contain line breaks. */
  rows(text: string): Generator<PastedRow>;
}

const COLUMN_ROLES = Object.entries(headings).map(
  ([role, words]) => [role as ColumnRole, new RegExp(words.join('|'), 'i')] as const,
);

/** Returns what a column contains, by its header. */
export const getColumnRole = (name: string): ColumnRole | undefined =>
  COLUMN_ROLES.find(([, words]) => words.test(name.replace(/([a-z])([A-Z])/g, '$1 $2')))?.[0];

/** Parses a header line. Returns null if no column is about codes or reasons; the text is then read as plain text. */
export function parseTableHeader(heading: string): PastedTable | null {
  const separator = (['\t', ';', '|', ','] as const).find((mark) => heading.includes(mark)) ?? ',';
  const [row] = [...parseRows(heading, separator)];
  const header = row?.cells.map((cell) => cell.trim()) ?? [];
  const roles = new Map<number, ColumnRole>();
  header.forEach((name, at) => {
    const role = getColumnRole(name);
    if (role) roles.set(at, role);
  });
  const all = [...roles.values()];
  if (header.length < 2 || !(all.includes('code') || all.includes('reason'))) return null;
  const isOfMessages =
    all.includes('code') &&
    (all.some((role) => /recipient|message/.test(role)) || /whatsapp|template|waba/i.test(heading));
  return { header, roles, isOfMessages, rows: (text) => parseRows(text, separator) };
}

function* parseRows(text: string, separator: CellSeparator): Generator<PastedRow> {
  for (let start = 0; start < text.length; ) {
    const cells = splitRow(text, separator, start);
    const end = cells.at(-1)?.end ?? start;
    yield {
      start,
      line: text.slice(start, end),
      cells: cells.map((cell) => unquote(text.slice(cell.start, cell.end))),
    };
    start = end + 1;
  }
}

/** Returns the content of a quoted cell, and any other cell unchanged. */
export const unquote = (cell: string) =>
  cell.startsWith('"') ? (/^"((?:[^"]|"")*)/.exec(cell)?.[1] ?? '').replaceAll('""', '"') : cell;

/** In a column of codes, 0 usually means "no error", except in the row of a failure. */
const ZERO_CODE = /^0+$/;

/** Maximum number of distinct rows in the cache. Rows of an export repeat. */
const MAX_CACHED_ROWS = 2_000;

/** Finds the failures of a table cell by cell. The header gives bare numbers their meaning. */
export function createTableReader(
  { header, roles, isOfMessages }: PastedTable,
  catalogue: Catalogue,
  context: TextContext,
): (row: PastedRow) => readonly FindingDraft[] {
  const index = getCodeIndex(catalogue);
  const known = new Map<string, readonly FindingDraft[]>();
  const told = [...roles].filter(([, role]) => role === 'code' || role === 'reason').map(([at]) => at);

  function readFailures(row: PastedRow): FindingDraft[] {
    const found = new Map<string, FindingDraft>();
    for (const at of told) {
      const cell = row.cells[at]?.trim();
      if (!cell || (ZERO_CODE.test(cell) && !isFailedRow(row))) continue;
      const nearby = row.line.slice(0, 1_000);
      const place = { ...context, header: header[at] ?? '', nearby, ...(isOfMessages && { asked: true }) };
      for (const { hit, cause } of findFailures(
        detect(cell, index, place).filter(isConfident),
        cell,
        catalogue,
      )) {
        if (found.has(hit.code)) continue;
        const { code, subcode, meanings } = hit;
        const explained = explain({ ...context, code, subcode, meanings, nearby }, catalogue);
        found.set(code, { ...explained, cause: cause?.code ?? null, wording: null });
      }
    }
    return [...found.values()];
  }

  return (row) => {
    const key = told.map((at) => row.cells[at]).join('\0');
    const before = known.get(key);
    if (before) return before;
    const found = readFailures(row);
    if (known.size < MAX_CACHED_ROWS && key.length < 500) known.set(key, found);
    return found;
  };
}

const isFailedRow = ({ cells }: PastedRow) =>
  cells.some((cell) => mentionsFailure(cell) || /exception/i.test(cell));

/** Reads message, recipient and time from the other columns. */
export function getRowContext({ cells }: PastedRow, roles: PastedTable['roles']): MessageContext {
  const cell = (wanted: string) => {
    for (const [at, role] of roles) if (role === wanted && cells[at]?.trim()) return cells[at].trim();
    return null;
  };
  const time = cell('time');
  return {
    message: cell('message'),
    recipient: cell('recipient'),
    time: time ? parseTimeText(time) : null,
    trace: null,
  };
}
