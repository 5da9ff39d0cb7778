import type { Span } from '../detect/hit.ts';
import { NAME_KEY, PERSON_KEY } from './named-values.ts';

const HEADING = new RegExp(`^["'*\\s]*(?:${NAME_KEY}|${PERSON_KEY})(?: ?\\((?:s)\\)|s)?["'*\\s]*$`, 'iu');
/** Cell separators: tabs, Markdown, CSV. */
const SIGNS = ['\t', '|', ';', ','] as const;
const MOST_CELL = 120;
const MOST_HEADING = 40;

/** Yields the names in columns of a text table, under a heading such as `Name` or `Cliente`. */
export function* namesInColumns(text: string): Generator<Span> {
  if (!/[\t|;,]/.test(text) || !text.includes('\n')) return;
  let head: Head | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const next = headOf(line);
    if (next) head = next;
    else if (head && line.split(head.sign).length === head.count) yield* namesIn(line, at, head);
    else head = null;
    at += line.length + 1;
  }
}

interface Head {
  sign: string;
  /** Number of cells in a row. */
  count: number;
  /** Columns with names. */
  names: ReadonlySet<number>;
}

/**
 * Parses a heading. Requires short cells without sentences, because prose also contains commas. One cell must be a word for people.
 */
function headOf(line: string): Head | null {
  if (line.length > 2_000) return null;
  for (const sign of SIGNS) {
    const cells = line.split(sign);
    if (cells.length < 2 || cells.some((cell) => cell.length > MOST_HEADING || /[.!?]/.test(cell))) continue;
    const names = cells.flatMap((cell, column) => (HEADING.test(cell) ? [column] : []));
    if (names.length > 0) return { sign, count: cells.length, names: new Set(names) };
  }
  return null;
}

function* namesIn(line: string, offset: number, { sign, names }: Head): Generator<Span> {
  let at = 0;
  for (const [column, cell] of line.split(sign).entries()) {
    const name = names.has(column) ? /\p{L}[^"]*/u.exec(cell.trimEnd()) : null;
    // Skip names of templates.
    if (name && !/^[a-z\d]+(?:_[a-z\d]+)+$/i.test(name[0])) {
      const start = offset + at + name.index;
      yield { start, end: start + Math.min(name[0].length, MOST_CELL) };
    }
    at += cell.length + 1;
  }
}
