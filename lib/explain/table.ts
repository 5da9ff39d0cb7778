import headings from '../../data/table-headings.json' with { type: 'json' };
import type { Catalogue } from '../catalogue/catalogue.ts';
import { indexOf } from '../catalogue/index-of.ts';
import { detect, isStrong } from '../detect/detect.ts';
import type { TextContext } from '../detect/hit.ts';
import { saysFailed } from '../detect/words.ts';
import { explain } from './explain.ts';
import { failuresOf } from './failures.ts';
import type { Found } from './finding.ts';
import { readTime } from './moment.ts';
import type { Sighting } from './sighting.ts';

/** One row of a table in a paste. */
export interface TableRow {
  /** Offset of the row in the text. */
  start: number;
  line: string;
  cells: readonly string[];
}

export type Role = keyof typeof headings;

/** A table whose header names a column of codes or reasons. */
export interface Table {
  header: readonly string[];
  roles: ReadonlyMap<number, Role>;
  /** True if the table is about messages, so that numbers under "Code" are codes of messages. */
  isOfMessages: boolean;
  /** @param text Whole rows. A quoted cell may contain line breaks. */
  rows(text: string): Generator<TableRow>;
}

const ROLES = Object.entries(headings).map(
  ([role, words]) => [role as Role, new RegExp(words.join('|'), 'i')] as const,
);

/** Parses a header line. Returns null if no column is about codes or reasons; the text is then read as plain text. */
export function openTable(heading: string): Table | null {
  const separator = ['\t', ';', '|', ','].find((mark) => heading.includes(mark)) ?? ',';
  const [row] = [...rowsOf(heading, separator)];
  const header = row?.cells.map((cell) => cell.trim()) ?? [];
  const roles = new Map<number, Role>();
  header.forEach((name, at) => {
    const role = ROLES.find(([, words]) => words.test(name.replace(/([a-z])([A-Z])/g, '$1 $2')))?.[0];
    if (role) roles.set(at, role);
  });
  const all = [...roles.values()];
  if (header.length < 2 || !(all.includes('code') || all.includes('reason'))) return null;
  const isOfMessages =
    all.includes('code') &&
    (all.some((role) => /recipient|message/.test(role)) || /whatsapp|template|waba/i.test(heading));
  return { header, roles, isOfMessages, rows: (text) => rowsOf(text, separator) };
}

/** Yields rows according to RFC 4180: cells can be quoted, and quotes inside are doubled. */
function* rowsOf(text: string, separator: string): Generator<TableRow> {
  let start = 0;
  while (start < text.length) {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      const [cell, end] = cellAt(text, at, separator);
      cells.push(cell);
      at = end + 1;
      if (text[end] !== separator) break;
    }
    yield { start, line: text.slice(start, at - 1), cells };
    start = at;
  }
}

/** Returns a cell and the offset after it, of a separator, a line break or the end. */
function cellAt(text: string, start: number, separator: string): [string, number] {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
    return [text.slice(start, end), end];
  }
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) close = text.length;
  let end = close + 1;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return [text.slice(start + 1, close).replaceAll('""', '"'), Math.min(end, text.length)];
}

/** In a column of codes, 0 usually means "no error", except in the row of a failure. */
const NO_CODE = /^0+$/;

/** Maximum number of distinct rows in the cache. Rows of an export repeat. */
const REMEMBERED = 2_000;

/** Finds the failures of a table cell by cell. The header gives bare numbers their meaning. */
export function openTableReader(
  { header, roles, isOfMessages }: Table,
  catalogue: Catalogue,
  context: TextContext,
): (row: TableRow) => readonly Found[] {
  const index = indexOf(catalogue);
  const known = new Map<string, readonly Found[]>();
  const told = [...roles].filter(([, role]) => role === 'code' || role === 'reason').map(([at]) => at);

  function read(row: TableRow): Found[] {
    const found = new Map<string, Found>();
    for (const at of told) {
      const cell = row.cells[at]?.trim();
      if (!cell || (NO_CODE.test(cell) && !isFailure(row))) continue;
      const nearby = row.line.slice(0, 1_000);
      const place = { ...context, header: header[at] ?? '', nearby, ...(isOfMessages && { asked: true }) };
      for (const { hit, cause } of failuresOf(detect(cell, index, place).filter(isStrong), cell, catalogue)) {
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
    const found = read(row);
    if (known.size < REMEMBERED && key.length < 500) known.set(key, found);
    return found;
  };
}

const isFailure = ({ cells }: TableRow) => cells.some((cell) => saysFailed(cell) || /exception/i.test(cell));

/** Reads message, recipient and time from the other columns. */
export function sightingOf({ cells }: TableRow, roles: Table['roles']): Sighting {
  const cell = (wanted: string) => {
    for (const [at, role] of roles) if (role === wanted && cells[at]?.trim()) return cells[at].trim();
    return null;
  };
  const time = cell('time');
  return {
    message: cell('message'),
    recipient: cell('recipient'),
    time: time ? readTime(time) : null,
    trace: null,
  };
}
