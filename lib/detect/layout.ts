/** Where a piece of text stands in a table drawn with characters. */
export interface Cell {
  /** Heading of its column, if the table shows one. */
  header: string | null;
  /** First cell of its row, where the row has two cells: a label. */
  label: string | null;
  text: string;
}

/** Finds tables in a text: Markdown pipes, tabs, commas, columns set apart by blanks. */
export interface Layout {
  cellAt(offset: number): Cell | null;
}

const MAX_LINE = 1000;
/** Rows above a row that are searched for a heading. */
const MAX_ROWS = 400;

type Separator = '|' | '\t' | '  ' | ',';

/** Lines are looked at only when asked for, and each heading is found once. */
export function layoutOf(text: string): Layout {
  const headings = new Map<number, string[] | null>();

  function headingOf(lineStart: number, separator: Separator, columns: number): string[] | null {
    const visited: number[] = [];
    let heading: string[] | null = null;
    let start = lineStart;
    for (let row = 0; row < MAX_ROWS && start > 0; row++) {
      const known = headings.get(start);
      if (known !== undefined) {
        heading = known;
        break;
      }
      visited.push(start);
      const above = text.lastIndexOf('\n', start - 2) + 1;
      const line = text.slice(above, Math.min(start - 1, above + MAX_LINE));
      const cells = cellsOf(line, separator);
      if (cells.length < 2 || Math.abs(cells.length - columns) > (separator === ',' ? 0 : 1)) break;
      if (!isRule(line) && !/\d{3}/.test(line)) heading = cells.map((cell) => cell.text);
      start = above;
    }
    for (const at of visited) headings.set(at, heading);
    return heading;
  }

  return {
    cellAt(offset) {
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      let end = text.indexOf('\n', offset);
      if (end < 0) end = text.length;
      if (end - start > MAX_LINE) return null;
      const line = text.slice(start, end);
      const separator = separatorOf(line);
      if (!separator) return null;
      const cells = cellsOf(line, separator);
      const column = cells.findIndex((cell) => offset - start < cell.end);
      const cell = cells[column];
      if (!cell) return null;
      const heading = headingOf(start, separator, cells.length);
      const label = cells.length === 2 && column === 1 ? (cells[0]?.text ?? null) : null;
      return { header: heading?.[column] ?? null, label, text: cell.text };
    },
  };
}

function separatorOf(line: string): Separator | null {
  if (line.includes('|')) return '|';
  if (line.includes('\t')) return '\t';
  if (/\S {2,}\S/.test(line)) return '  ';
  if (/^[^,]*,[^,]*,[^,]/.test(line) && !line.includes(', ') && !/[{}():]/.test(line.replace(/\d:\d/g, '')))
    return ',';
  return null;
}

function cellsOf(line: string, separator: Separator): { text: string; end: number }[] {
  const cells: { text: string; end: number }[] = [];
  const pattern = separator === '  ' ? / {2,}/g : new RegExp(separator === '|' ? '\\|' : separator, 'g');
  let from = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > 0 || separator === '\t')
      cells.push({ text: line.slice(from, match.index).trim(), end: match.index });
    from = match.index + match[0].length;
  }
  if (line.slice(from).trim() !== '' || separator === '\t')
    cells.push({ text: line.slice(from).trim(), end: line.length + 1 });
  return cells;
}

function isRule(line: string): boolean {
  return /^[\s|:+=-]+$/.test(line);
}
