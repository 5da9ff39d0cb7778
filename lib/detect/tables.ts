import type { Judged, Vouching } from './judged.ts';
import { haveProvider } from './kin.ts';
import { cellsOf, separatorOf } from './layout.ts';
import { vouchForNames } from './name-columns.ts';
import { areOfOneRegistry } from './registry.ts';

/** One line of a table and the candidates in it. */
export interface Row {
  start: number;
  stop: number;
  separator: string;
  cells: readonly { start: number; end: number }[];
  members: Judged[];
}

/** What a cell holds: codes and nothing else, one in front of words, a number that is no candidate, or none of these. */
interface Entry {
  holds: 'codes' | 'led' | 'figure' | 'other';
  members: readonly Judged[];
}

const MAX_LINE = 600;
/** Rows without candidates between two that have some. */
const MAX_GAP = 400;
/** And above and below those that have some. */
const MOST_AROUND = 4;
/** Around and between the codes of a cell: `190/102`, `**190**`, `100 / 33`. */
const MARKS = /^[\s"'`*_()[\]#,;/&·•–—-]*$/;
const TAG = /<[^<>]{0,40}>/g;
/** `1,310`, `47 %`, `-` is none. */
const FIGURE = /^[^\p{L}\d]{0,4}\d[\d.,\s]*%?[^\p{L}\d]{0,4}$/u;

/** Columns set apart by blanks or commas are too often none. */
const mayBeCut = (text: string) => text.includes('|') || text.includes('\t');

const isLong = ({ scene: { code, kind } }: Judged) => code.length >= 5 && kind === 'number';

/** In a column that holds rare codes small numbers are codes as well, wherever in the row it stands. */
export function vouchInTables(vouching: Vouching): void {
  const { judged } = vouching;
  const text = judged[0]?.scene.reading.text ?? '';
  if (!mayBeCut(text)) return;
  for (const rows of tablesOf(judged)) {
    const width = Math.max(...rows.map(({ cells }) => cells.length));
    for (let column = 0; column < width; column++) {
      vouchInColumn(rows, column, vouching);
      vouchForNames(rows, column, vouching);
    }
  }
}

function vouchInColumn(rows: readonly Row[], column: number, { judged, accepted, add, tie }: Vouching): void {
  const text = judged[0]?.scene.reading.text ?? '';
  const entries = rows.map((row) => entryOf(row, column, text));
  if (entries.some(({ holds }) => holds === 'figure')) return;
  const proofs = entries.flatMap(({ holds, members }) =>
    members
      .filter((one) => one.scene.code.length >= 3 && accepted(one))
      .map((one) => ({ one, holds, long: isLong(one) })),
  );
  if (!proofs.some(({ long }) => long)) {
    const all = entries.flatMap(({ members }) => members);
    if (areOfOneRegistry(all)) for (const one of all) add(one, 'same-column', 9.4, all[0]?.scene.code ?? '');
  }
  for (const { holds, members } of entries) {
    for (const one of members) {
      if (accepted(one) || (one.scene.form === 'http-status' && members.length < 2)) continue;
      // A small code vouches for rare ones, not for other small numbers.
      const like = proofs.filter(
        (proof) =>
          (proof.holds === holds ? proof.long || isLong(one) : isLong(one)) && haveProvider(proof.one, one),
      );
      const [sure] = like;
      if (!sure) continue;
      add(one, 'same-column', isLong(one) ? 4.4 : like.length > 1 ? 7.6 : 5.9, sure.one.scene.code);
      tie(sure.one, one);
    }
  }
}

function entryOf({ start, cells, members }: Row, column: number, text: string): Entry {
  const cell = cells[column];
  if (!cell) return { holds: 'other', members: [] };
  const [from, to] = [start + cell.start, start + cell.end];
  const own = members.filter(
    ({ scene }) => scene.start >= from && scene.end <= to && scene.kind !== 'symbol',
  );
  const [first] = own;
  if (!first) {
    const bare = text.slice(from, to).replace(/[|\n]/g, ' ');
    return { holds: FIGURE.test(bare) ? 'figure' : 'other', members: [] };
  }
  const parts: string[] = [];
  let at = from;
  for (const { scene } of own) {
    parts.push(text.slice(at, scene.start));
    at = scene.end;
  }
  parts.push(text.slice(at, to).replace(/[|\n]/g, ' '));
  const plain = parts.map((part) => MARKS.test(part.replace(TAG, ' ')));
  if (plain.every(Boolean)) return { holds: 'codes', members: own };
  return plain[0] ? { holds: 'led', members: [first] } : { holds: 'other', members: [] };
}

/** Lines that follow each other and are cut into as many cells, where one of them holds a candidate. */
function tablesOf(judged: readonly Judged[]): Row[][] {
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
