import { joinPatterns } from '../../core/pattern-parts.ts';
import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  findNextLine,
  type TableForm,
  type TableSource,
  type TextLine,
  trimCell,
} from './text-table.ts';

/** The beginning of a statement that adds rows: `INSERT INTO "c" (code, n) VALUES`, and what it names. */
const INSERT = joinPatterns(
  [
    /\s{0,40}INSERT (?:IGNORE )?INTO\s{1,9}["`[]?([\w.]{1,80})["`\]]?\s{0,9}/,
    /(?:\(([^()]{1,2000})\)\s{0,9})?VALUES\s{0,9}/,
  ],
  'iy',
);
/** The table that a statement in one line fills. */
const TARGET = /^\s{0,40}INSERT (?:IGNORE )?INTO\s{1,9}(\S{1,80})/i;
const OPENING = /\s{0,40}\(/y;
/** What is between a row and the next one. */
const SIGN = /\s{0,9}([,;]?)\s{0,9}/y;
/** The definition of a column begins with its name. */
const COLUMN = /^\s*["`[]?([\p{L}_][\w$]{0,60})/u;
const MAX_DEFINITION_UNITS = 20_000;
const MAX_ROWS = 50_000;
const MAX_ROW_UNITS = 10_000;

/** `pg_dump` writes the names in the line above the rows: `COPY public.c (code, n) FROM stdin;`. */
const COPY = /^COPY [\w."]{1,120} \(([^()]{1,2000})\) FROM stdin;\s*$/i;
const COPY_END = '\\.';

/** Reads the rows that SQL adds to a table, as dumps of databases have them. */
export const readInsertedRows: TableForm = (source, at) =>
  readCopied(source, at) ?? readInserted(source, at);

function readCopied(source: TableSource, at: number) {
  const { lines } = source;
  const list = COPY.exec(lines[at]?.text ?? '')?.[1];
  if (list === undefined) return null;

  const names = splitNames(list);
  const rows: TableRow[] = [];

  for (let below = at + 1; below < lines.length; below++) {
    const { start, text } = lines[below] as TextLine;
    const cells = text.split('\t').map((cell) => cell.replace(/^\\N$/, ''));
    const isEnd = text === COPY_END || COPY.test(text);
    if (isEnd || cells.length !== names.length) break;

    rows.push({ start, line: text, cells });
  }

  return createTextTable(source, names, rows, at, at + 1 + rows.length);
}

function readInserted(source: TableSource, at: number) {
  const { text, lines } = source;
  const line = lines[at];
  const target = readTarget(line);
  // Statements that fill one table are read once, from the first on.
  if (!line || !target || target === readTarget(lines[at - 1])) return null;

  const { rows, table, list, end } = readStatements(text, line.start);
  const [first] = rows;
  if (!first) return null;

  const listed = list === '' ? findColumns(text, line.start, table) : list;
  const named = splitNames(listed);
  const isNamed = named.length === first.cells.length;
  const names = isNamed ? named : first.cells.map(() => '');
  const nextLine = findNextLine(source, at, end);

  return createTextTable(source, names, rows, at, nextLine);
}

const readTarget = ({ text = '' }: Partial<TextLine> = {}) =>
  TARGET.exec(text)?.[1] ?? null;

/** Reads the statements that follow each other and fill one table. */
function readStatements(text: string, from: number) {
  const rows: TableRow[] = [];
  let [table, list, end] = ['', '', from];

  while (rows.length < MAX_ROWS) {
    INSERT.lastIndex = end;

    const [head, name = '', own = ''] = INSERT.exec(text) ?? [];
    const isOther = rows.length > 0 && (name !== table || own !== list);
    if (head === undefined || isOther) break;

    [table, list] = [name, own];
    end = readRows(text, end + head.length, rows);
  }

  return { rows, table, list, end };
}

/** Adds the rows from an offset on, and returns where they end. */
function readRows(text: string, from: number, rows: TableRow[]): number {
  let end = from;

  for (;;) {
    OPENING.lastIndex = end;

    const opening = end + (OPENING.exec(text)?.[0].length ?? 0) - 1;
    const row = opening < end ? null : readValues(text, opening);
    if (!row) return end;

    rows.push({
      start: end,
      line: text.slice(opening + 1, row.end - 1),
      cells: row.cells,
    });

    SIGN.lastIndex = row.end;

    const [whole = '', sign] = SIGN.exec(text) ?? [];

    end = row.end + whole.length;
    if (sign !== ',') return end;
  }
}

/** Reads the values between two brackets. Null if they are not closed, or hold other brackets outside a string. */
function readValues(text: string, opening: number) {
  const limit = Math.min(text.length, opening + MAX_ROW_UNITS);
  const cells: string[] = [];
  let start = opening + 1;

  for (let at = start; at < limit; at++) {
    const unit = text.charAt(at);

    if (unit === "'") at = findStringEnd(text, at, limit);
    else if (unit === '(') return null;
    else if (unit === ',' || unit === ')') {
      cells.push(trimCell(text.slice(start, at)));
      start = at + 1;
    }

    if (unit === ')') return { cells, end: at + 1 };
  }

  return null;
}

/** Returns where a string closes. A quote in it is written twice, which is a string after a string. */
function findStringEnd(text: string, opening: number, limit: number): number {
  let at = opening + 1;

  while (at < limit && text[at] !== "'") at += text[at] === '\\' ? 2 : 1;

  return at;
}

/** Returns the definitions of the columns of a table that is created above an offset. */
function findColumns(text: string, before: number, table: string): string {
  const from = Math.max(0, before - MAX_DEFINITION_UNITS);
  const above = text.slice(from, before);
  const created = above.toLowerCase().lastIndexOf('create table');
  const definition = created < 0 ? '' : above.slice(created);
  const opening = definition.indexOf('(');
  if (!definition.slice(0, opening).includes(table)) return '';

  const end = definition.indexOf(';');

  // `decimal(5,4)` is one column.
  return definition
    .slice(opening + 1, end < 0 ? undefined : end)
    .replace(/\([^()]*\)/g, '');
}

const splitNames = (list: string) =>
  list.split(',').flatMap((part) => COLUMN.exec(part)?.[1] ?? []);
