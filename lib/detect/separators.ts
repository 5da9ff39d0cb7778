/** A cell of a line that is drawn with characters. */
export interface Column {
  /** Offsets in the line. */
  start: number;
  end: number;
}

export type Separator = '|' | '\t' | '  ' | ',' | ';';

/** `if (code === 131005 || code === 131006) {` */
const EITHER = /^[^|]*\s\|\|\s[^|]*(?:\|\|\s[^|]*)*$/;

/** What sets the cells of a line apart; null where it has none. */
export function separatorOf(line: string): Separator | null {
  if (line.includes('|') && !EITHER.test(line)) return '|';
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

export function cellsOf(line: string, separator: Separator): Column[] {
  const cells: Column[] = [];
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

export function textOf(line: string, { start, end }: Column): string {
  return line.slice(start, end).trim();
}
