import type { Judged } from './judged.ts';
import { cellsOf, separatorOf } from './separators.ts';

/** One line of a table and the candidates in it. */
export interface Row {
  start: number;
  stop: number;
  separator: string;
  cells: readonly { start: number; end: number }[];
  members: Judged[];
}

const MAX_LINE = 600;
/** Rows without candidates between two that have some. */
const MAX_GAP = 400;
/** And above and below those that have some. */
const MOST_AROUND = 4;
/** Columns set apart by blanks or commas are too often none. */
export const mayBeCut = (text: string) => text.includes('|') || text.includes('\t');

/** Lines that follow each other and are cut into as many cells, where one of them holds a candidate. */
export function tablesOf(judged: readonly Judged[]): Row[][] {
  const tables: Row[][] = [];
  let table: Row[] = [];
  const close = () => {
    if (table.filter(({ members }) => members.length > 0).length > 1)
      tables.push([...table, ...rowsAround(judged[0]?.scene.reading.text ?? '', table)]);
    table = [];
  };
  let row: Row | null = null;
  let stop = -1;
  for (const one of judged) {
    const { start, reading, line } = one.scene;
    const { text, lines } = reading;
    if (start <= stop) {
      row?.members.push(one);
      continue;
    }
    const before = stop;
    row = null;
    if (line !== undefined && lines?.template(line)?.traits.separated === false) {
      if (table.length > 0) close();
      continue;
    }
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const end = text.indexOf('\n', start);
    stop = end < 0 ? text.length : end;
    row = rowAt(text, from, stop);
    const gap = row && table.length > 0 ? rowsBetween(text, before, from) : null;
    if (gap && [...gap, row].every((each) => each && isLike(table[0], each))) table.push(...gap);
    else close();
    if (!row) continue;
    row.members.push(one);
    table.push(row);
  }
  close();
  return tables;
}

function rowAt(text: string, start: number, stop: number): Row | null {
  if (stop - start > MAX_LINE) return null;
  const line = text.slice(start, stop);
  if (!mayBeCut(line)) return null;
  const separator = separatorOf(line);
  return separator && { start, stop, separator, cells: cellsOf(line, separator), members: [] };
}

/** Null where something else stands between. */
function rowsBetween(text: string, before: number, from: number): Row[] | null {
  if (from - before > MAX_GAP) return null;
  const rows: Row[] = [];
  for (let start = before + 1; start < from; ) {
    const end = text.indexOf('\n', start);
    const row = rowAt(text, start, end);
    if (!row) return null;
    rows.push(row);
    start = end + 1;
  }
  return rows;
}

/** Rows without a candidate above and below: one figure in them tells what the column holds. */
function rowsAround(text: string, table: readonly Row[]): Row[] {
  const [first, last] = [table[0], table.at(-1)];
  const rows: Row[] = [];
  if (!first || !last) return rows;
  for (let start = last.stop + 1; rows.length < MOST_AROUND && start < text.length; ) {
    const end = text.indexOf('\n', start);
    const row = rowAt(text, start, end < 0 ? text.length : end);
    if (!row || !isLike(first, row)) break;
    rows.push(row);
    start = row.stop + 1;
  }
  for (let stop = first.start - 1, found = 0; found < MOST_AROUND && stop > 0; found++) {
    const start = text.lastIndexOf('\n', stop - 1) + 1;
    const row = rowAt(text, start, stop);
    if (!row || !isLike(first, row)) break;
    rows.push(row);
    stop = start - 1;
  }
  return rows;
}

const isLike = (one: Row | undefined, other: Row) =>
  one?.separator === other.separator && Math.abs(one.cells.length - other.cells.length) <= 1;
