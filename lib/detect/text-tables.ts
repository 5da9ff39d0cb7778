import type { Span } from './hit.ts';

/** Where a piece of text stands in a table that is drawn with characters: Markdown pipes, tabs, commas, columns set apart by blanks. */
export interface TextCell {
  /** Heading of its column, if the table shows one. */
  header: string | null;
  /** The line above the table. */
  caption: string | null;
  /** First cell of its row, where the row has two cells: a label. */
  label: string | null;
  /** Number of its column. */
  column: number;
  /** What sets the cells apart, and how many there are: alike in the rows of one table. */
  kind: string;
}

type Separator = '|' | '\t' | '  ' | ',' | ';';

interface TextHeading {
  cells: readonly string[] | null;
  caption: string | null;
}

/** A longer line is no row. */
const MAX_LINE_LENGTH = 1000;
/** The name of the first of two columns: counts by code, as `value_counts` prints them. */
const LONE_HEAD = /^[A-Za-z][\w.]{0,40}\s*$/;
/** Rows above a row that are searched for a heading. */
const MAX_ROWS_ABOVE = 400;

/** `if (code === 131005 || code === 131006) {` */
const LOGICAL_OR = /^[^|]*\s\|\|\s[^|]*(?:\|\|\s[^|]*)*$/;

/** Reads the tables of a text. Lines are looked at when they are asked for, and each heading is found once. */
export function findTextTables(text: string): { cellAt(offset: number): TextCell | null } {
  /** By separator and line: what another separator made of a line is no heading. */
  const headings = new Map<string, TextHeading>();
  let row: { start: number; stop: number; line: string; separator: Separator | null; cells: Span[] } | null =
    null;

  function rowAt(start: number) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const line = stop - start > MAX_LINE_LENGTH ? '' : text.slice(start, stop);
    const separator = findSeparator(line);
    return { start, stop, line, separator, cells: separator ? splitCells(line, separator) : [] };
  }

  function headingOf(lineStart: number, separator: Separator, columns: number): TextHeading {
    const visited: number[] = [];
    let heading: TextHeading = { cells: null, caption: null };
    let start = lineStart;
    for (let count = 0; count < MAX_ROWS_ABOVE && start > 0; count++) {
      const known = headings.get(`${separator}${start}`);
      if (known) {
        heading = known;
        break;
      }
      visited.push(start);
      const above = findRowStart(text, start - 1);
      if (above === null) break;
      const line = text.slice(above, start - 1);
      // `+----+`, as databases draw it.
      if (/^[\s|:+=-]+$/.test(line) && /[-=]/.test(line)) {
        start = above;
        continue;
      }
      const cells = splitCells(line, separator);
      const slack = separator === ',' || separator === ';' ? 0 : 1;
      if (columns === 2 && separator === '  ' && LONE_HEAD.test(line)) {
        heading = { cells: [line.trim(), ''], caption: null };
        break;
      }
      if (cells.length < 2 || Math.abs(cells.length - columns) > slack) {
        heading = { ...heading, caption: findCaption(text, above, line) };
        break;
      }
      if (!/\d{3}/.test(line)) {
        const names = cells.map((cell) => getCellText(line, cell));
        // pandas prints no head above its index.
        const hasIndex = separator === '  ' && cells.length === columns - 1 && /^\s/.test(line);
        heading = { cells: hasIndex ? ['', ...names] : names, caption: null };
      }
      start = above;
    }
    for (const at of visited) headings.set(`${separator}${at}`, heading);
    return heading;
  }

  return {
    cellAt(offset) {
      // Candidates of one line are asked about one after the other.
      if (row === null || offset < row.start || offset > row.stop) {
        const begin = findRowStart(text, offset);
        if (begin === null) return null;
        row = rowAt(begin);
      }
      const { start, line, separator, cells } = row;
      if (!separator) return null;
      const column = cells.findIndex((cell) => offset - start < cell.end);
      if (column < 0) return null;
      const { cells: heads, caption } = headingOf(start, separator, cells.length);
      return {
        header: heads?.[column] || null,
        caption,
        label: cells.length === 2 && column === 1 && cells[0] ? getCellText(line, cells[0]) : null,
        column,
        kind: `${separator}${cells.length}`,
      };
    },
  };
}

/** What sets the cells of a line apart; null where it has none. */
function findSeparator(line: string): Separator | null {
  if (line.includes('|') && !LOGICAL_OR.test(line)) return '|';
  if (line.includes('\t') && /\S\t+\S/.test(line)) return '\t';
  if (
    line.includes('  ') &&
    /\S {2,}\S/.test(line) &&
    !/^\s*(?:#|\/\/|\*|--|;)\s+\S(?!.*\S {2}\S)/.test(line)
  )
    return '  ';
  if (
    line.includes(',') &&
    !line.includes(', ') &&
    /^[^,]*,[^,]*,(?:[^,]|,[^,])/.test(line) &&
    !/[{}():]/.test(line.replace(/\d:\d/g, ''))
  )
    return ',';
  if (line.includes(';') && /^[^;]*;[^;]*;[^;]/.test(line) && !/(?<! ); |[{}()]/.test(line)) return ';';
  return null;
}

function splitCells(line: string, separator: Separator): Span[] {
  const cells: Span[] = [];
  let from = 0;
  for (let at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, from)) {
    if (at > 0 || separator === '\t') cells.push({ start: from, end: at });
    from = at + separator.length;
    if (separator === '  ') while (line[from] === ' ') from++;
  }
  const isClosed = separator === '  ' || (separator === '|' && line.startsWith('|'));
  // `delivered,`: the last cell is there, and empty.
  if (!isClosed || line.slice(from).trim() !== '') cells.push({ start: from, end: line.length + 1 });
  return cells;
}

const getCellText = (line: string, { start, end }: Span) => line.slice(start, end).trim();

/** Where the line of an offset begins; null where that is too far back to be a row. */
function findRowStart(text: string, offset: number): number | null {
  const from = Math.max(0, offset - MAX_LINE_LENGTH);
  const at = text.slice(from, offset).lastIndexOf('\n');
  if (at >= 0) return from + at + 1;
  return from === 0 ? 0 : null;
}

function findCaption(text: string, start: number, line: string): string | null {
  if (line.trim() !== '' || start === 0) return line.trim().slice(0, 80) || null;
  const above = findRowStart(text, start - 1);
  if (above === null) return null;
  return (
    text
      .slice(above, start - 1)
      .trim()
      .slice(0, 80) || null
  );
}
