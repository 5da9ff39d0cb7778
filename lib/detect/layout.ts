import { type Column, cellsOf, type Separator, separatorOf, textOf } from './separators.ts';
import { CODE } from './words/error.ts';
import { THINGS_BY_CODE } from './words/other.ts';
import { cue, wordless } from './words/pattern.ts';

/** Where a piece of text stands in a table drawn with characters. */
export interface Cell {
  /** Heading of its column, if the table shows one. */
  header: string | null;
  /** The line above the table. */
  caption: string | null;
  /** First cell of its row, where the row has two cells: a label. */
  label: string | null;
  /** Headings of the other columns. */
  others: readonly string[];
  /** No letter or digit comes before the offset in its cell. */
  leads: boolean;
}

/** Finds tables in a text: Markdown pipes, tabs, commas, columns set apart by blanks. */
export interface Layout {
  cellAt(offset: number): Cell | null;
}

interface Heading {
  cells: readonly string[] | null;
  caption: string | null;
}

interface Row {
  start: number;
  /** Offset of its end in the text. */
  stop: number;
  line: string;
  separator: Separator | null;
  cells: readonly Column[];
}

/** A longer line is no row. */
const MAX_LINE = 1000;
/** Rows above a row that are searched for a heading. */
const MAX_ROWS = 400;

/** Lines are looked at only when asked for, and each heading is found once. */
export function layoutOf(text: string): Layout {
  /** By separator and line: what another separator made of a line is no heading. */
  const headings = new Map<string, Heading>();
  let row: Row | null = null;
  let before: Row | null = null;

  function rowAt(start: number): Row {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const line = stop - start > MAX_LINE ? '' : text.slice(start, stop);
    const separator = separatorOf(line);
    return { start, stop, line, separator, cells: separator ? cellsOf(line, separator) : [] };
  }

  function headingOf(lineStart: number, separator: Separator, columns: number): Heading {
    const visited: number[] = [];
    let heading: Heading = { cells: null, caption: null };
    let start = lineStart;
    for (let row = 0; row < MAX_ROWS && start > 0; row++) {
      const known = headings.get(`${separator}${start}`);
      if (known) {
        heading = known;
        break;
      }
      visited.push(start);
      const above = lineStartOf(text, start - 1);
      if (above === null) break;
      const line = text.slice(above, start - 1);
      // `+----+`, as databases draw it.
      if (isRule(line) && /[-=]/.test(line)) {
        start = above;
        continue;
      }
      // Mostly the row that was looked at just before.
      const cells =
        before?.start === above && before.separator === separator ? before.cells : cellsOf(line, separator);
      if (
        cells.length < 2 ||
        Math.abs(cells.length - columns) > (separator === ',' || separator === ';' ? 0 : 1)
      ) {
        heading = { ...heading, caption: captionOf(text, above, line) };
        break;
      }
      if (!/\d{3}/.test(line)) heading = { cells: cells.map((cell) => textOf(line, cell)), caption: null };
      start = above;
    }
    for (const at of visited) headings.set(`${separator}${at}`, heading);
    return heading;
  }

  return {
    cellAt(offset) {
      // Several candidates of one line come one after the other.
      if (row === null || offset < row.start || offset > row.stop) {
        const begin = lineStartOf(text, offset);
        if (begin === null) return null;
        before = row;
        row = rowAt(begin);
      }
      if (!row.separator) return null;
      const { start, line, separator, cells } = row;
      const column = cells.findIndex((cell) => offset - start < cell.end);
      const cell = cells[column];
      if (!cell) return null;
      const { cells: heads, caption } = headingOf(start, separator, cells.length);
      return {
        header: heads ? headerOf(heads, column) : null,
        caption,
        get others() {
          return heads?.filter((_, at) => at !== column) ?? [];
        },
        label: cells.length === 2 && column === 1 && cells[0] ? textOf(line, cells[0]) : null,
        get leads() {
          return !/[\p{L}\p{N}]/u.test(line.slice(cell.start, offset - start).replace(/<[^<>]{0,40}>/g, ''));
        },
      };
    },
  };
}

/** False where a line holds no headings, whatever stands below it. */
export function mayHead(line: string): boolean {
  return !/\d{3}/.test(line) && /[|\t,;]| {2}/.test(line) && !isRule(line);
}

const PLAIN_CODE = cue(CODE, { before: wordless(4), after: wordless(4) });
const THING = cue(THINGS_BY_CODE, { before: wordless(4), after: wordless(4) });

/** Beside `City` the heading `Code` means codes of cities. */
function headerOf(heads: readonly string[], column: number): string | null {
  const own = heads[column] ?? null;
  if (own === null || own.length > 20 || !PLAIN_CODE.in(own)) return own;
  const thing = heads.find((head, at) => at !== column && head.length <= 24 && THING.in(head));
  return thing === undefined ? own : `${thing} ${own}`;
}

/** Where the line of an offset begins; null where that is too far back to be a row. */
function lineStartOf(text: string, offset: number): number | null {
  const from = Math.max(0, offset - MAX_LINE);
  const at = text.slice(from, offset).lastIndexOf('\n');
  if (at >= 0) return from + at + 1;
  return from === 0 ? 0 : null;
}

function captionOf(text: string, start: number, line: string): string | null {
  if (line.trim() !== '' || start === 0) return line.trim().slice(0, 80) || null;
  const above = lineStartOf(text, start - 1);
  return above === null
    ? null
    : text
        .slice(above, start - 1)
        .trim()
        .slice(0, 80) || null;
}

function isRule(line: string): boolean {
  return /^[\s|:+=-]+$/.test(line);
}
