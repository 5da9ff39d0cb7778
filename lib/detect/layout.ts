/** Where a piece of text stands in a table drawn with characters. */
export interface Cell {
  /** Heading of its column, if the table shows one. */
  header: string | null;
  /** The line above the table. */
  caption: string | null;
  /** First cell of its row, where the row has two cells: a label. */
  label: string | null;
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

interface Column {
  text: string;
  /** Offsets in the line. */
  start: number;
  end: number;
}

type Separator = '|' | '\t' | '  ' | ',' | ';';

interface Row {
  start: number;
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
  const headings = new Map<number, Heading>();
  let row: Row | null = null;

  function rowAt(start: number): Row {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const line = stop - start > MAX_LINE ? '' : text.slice(start, stop);
    const separator = separatorOf(line);
    return { start, line, separator, cells: separator ? cellsOf(line, separator) : [] };
  }

  function headingOf(lineStart: number, separator: Separator, columns: number): Heading {
    const visited: number[] = [];
    let heading: Heading = { cells: null, caption: null };
    let start = lineStart;
    for (let row = 0; row < MAX_ROWS && start > 0; row++) {
      const known = headings.get(start);
      if (known) {
        heading = known;
        break;
      }
      visited.push(start);
      const above = lineStartOf(text, start - 1);
      if (above === null) break;
      const line = text.slice(above, start - 1);
      const cells = cellsOf(line, separator);
      if (
        cells.length < 2 ||
        Math.abs(cells.length - columns) > (separator === ',' || separator === ';' ? 0 : 1)
      ) {
        heading = { ...heading, caption: captionOf(text, above, line) };
        break;
      }
      if (!isRule(line) && !/\d{3}/.test(line))
        heading = { cells: cells.map((cell) => cell.text), caption: null };
      start = above;
    }
    for (const at of visited) headings.set(at, heading);
    return heading;
  }

  return {
    cellAt(offset) {
      const start = lineStartOf(text, offset);
      if (start === null) return null;
      // Several candidates of one line come one after the other.
      if (row?.start !== start) row = rowAt(start);
      if (!row.separator) return null;
      const { line, separator, cells } = row;
      const column = cells.findIndex((cell) => offset - start < cell.end);
      const cell = cells[column];
      if (!cell) return null;
      const { cells: heads, caption } = headingOf(start, separator, cells.length);
      return {
        header: heads?.[column] ?? null,
        caption,
        label: cells.length === 2 && column === 1 ? (cells[0]?.text ?? null) : null,
        leads: !/[\p{L}\p{N}]/u.test(line.slice(cell.start, offset - start).replace(/<[^<>]{0,40}>/g, '')),
      };
    },
  };
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

function separatorOf(line: string): Separator | null {
  if (line.includes('|')) return '|';
  if (/\S\t+\S/.test(line)) return '\t';
  if (/\S {2,}\S/.test(line)) return '  ';
  if (/^[^,]*,[^,]*,[^,]/.test(line) && !line.includes(', ') && !/[{}():]/.test(line.replace(/\d:\d/g, '')))
    return ',';
  if (/^[^;]*;[^;]*;[^;]/.test(line) && !/; |[{}()]/.test(line)) return ';';
  return null;
}

const SEPARATORS: Readonly<Record<Separator, RegExp>> = {
  '|': /\|/g,
  '\t': /\t/g,
  '  ': / {2,}/g,
  ',': /,/g,
  ';': /;/g,
};

function cellsOf(line: string, separator: Separator): Column[] {
  const cells: Column[] = [];
  let from = 0;
  for (const match of line.matchAll(SEPARATORS[separator])) {
    if (match.index > 0 || separator === '\t') {
      cells.push({ text: line.slice(from, match.index).trim(), start: from, end: match.index });
    }
    from = match.index + match[0].length;
  }
  const last = line.slice(from).trim();
  if (last !== '' || separator === '\t') cells.push({ text: last, start: from, end: line.length + 1 });
  return cells;
}

function isRule(line: string): boolean {
  return /^[\s|:+=-]+$/.test(line);
}
