import type { Span } from '../detect/hit.ts';
import { classifyKey } from './key-vocabulary.ts';
import type { MaskedKind } from './masked.ts';
import { looksLikeSecret } from './secret-shape.ts';

interface FoundValue extends Span {
  /** Null for a line of headings, which hold no values. */
  masked: MaskedKind | null;
}

/** Between the cells of a line: of a spreadsheet, Markdown, CSV, a terminal. */
const SEPARATORS = ['\t', '|', ';', ',', '  '] as const;
const MAX_HEAD_CHARS = 2_000;
const MAX_HEADING_CHARS = 40;
const KINDS: ReadonlySet<string> = new Set(['name', 'token', 'address', 'user']);
const RULE = /^[\s|+:=-]+$/;

interface ColumnHead {
  line: Span;
  separator: string;
  /** How many cells a row has. */
  count: number;
  columns: ReadonlyMap<number, MaskedKind>;
}

/** Finds what is private in the columns of tables that are written as lines, under a heading such as `Name` or `auth_token`. */
export function* findColumnValues(text: string): Generator<FoundValue> {
  if (!/[\t|;,]| {2}/.test(text) || !text.includes('\n')) return;
  let head: ColumnHead | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const next = parseHead(line, at);
    // Lines of keys and values all begin with a word that could be a heading.
    if (next) head = head && isRowOfKeys(line, head) ? null : next;
    else if (head && !RULE.test(line)) {
      const cells = splitRow(line, head.separator);
      if (cells.length !== head.count) head = null;
      else {
        yield { ...head.line, masked: null };
        yield* findRowValues(line, at, cells, head);
      }
    }
    at += line.length + 1;
  }
}

const isRowOfKeys = (line: string, { separator, count }: ColumnHead) =>
  count === 2 && splitRow(line, separator).length === count;

/** Short cells, one of them a word for something private: prose has commas, too. */
function parseHead(line: string, at: number): ColumnHead | null {
  if (line.length > MAX_HEAD_CHARS) return null;
  for (const separator of SEPARATORS) {
    if (!line.includes(separator)) continue;
    const cells = splitRow(line, separator).map(({ start, end }) => line.slice(start, end));
    if (
      cells.length < 2 ||
      cells.some((cell) => cell.length > MAX_HEADING_CHARS || /[!?:=]|\.(?=\s|$)|\d{4}/.test(cell))
    )
      continue;
    const columns = new Map<number, MaskedKind>();
    for (const [column, cell] of cells.entries()) {
      const heading = cell.replace(/ ?\(s\)$/, '');
      const named = heading.trim().split(/\s+/).length > 4 ? null : classifyKey(heading, '');
      if (named && KINDS.has(named.kind)) {
        if (named.kind === 'name' || named.certainty === 'sure')
          columns.set(column, named.kind as MaskedKind);
      }
    }
    if (columns.size > 0)
      return { line: { start: at, end: at + line.length }, separator, count: cells.length, columns };
  }
  return null;
}

/** Cells without their quotes, by RFC 4180 where one begins with a quote. */
function splitRow(line: string, separator: string): Span[] {
  const cells: Span[] = [];
  const body = separator === '  ' ? line.trim() : line;
  const offset = line.indexOf(body);
  let at = 0;
  while (at <= body.length) {
    const quote = body.charAt(at) === '"' ? /"(?:[^"]|"")*"/y : null;
    if (quote) quote.lastIndex = at;
    const from = quote?.test(body) ? quote.lastIndex : at;
    const found = body.indexOf(separator, from);
    const end = found < 0 ? body.length : found;
    cells.push({ start: offset + at, end: offset + end });
    at = end + separator.length;
    if (separator === '  ') while (body.charAt(at) === ' ') at++;
    if (found < 0) break;
  }
  return cells;
}

function* findRowValues(
  line: string,
  offset: number,
  cells: readonly Span[],
  { columns }: ColumnHead,
): Generator<FoundValue> {
  for (const [column, masked] of columns) {
    const { start, end } = cells[column] ?? { start: 0, end: 0 };
    const cell = line.slice(start, end);
    const value = /[^\s"'*`](?:.*[^\s"'*`])?/su.exec(cell);
    // A template’s name is no person’s, and a secret has no blanks.
    if (
      !value ||
      (masked === 'name'
        ? !/\p{L}/u.test(value[0]) || /^[a-z\d]+(?:_[a-z\d]+)+$|^\/\/|[A-Z]_[A-Z]/i.test(value[0])
        : false)
    )
      continue;
    if (masked === 'token' && !(looksLikeSecret(value[0]) && !/\s/.test(value[0]))) continue;
    if (masked === 'user' && !/^\S+$/.test(value[0])) continue;
    yield {
      start: offset + start + value.index,
      end: offset + start + value.index + value[0].length,
      masked,
    };
  }
}
