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
/** The values of one row, and what is between it and the next one. */
const VALUES = joinPatterns(
  [
    /\s{0,40}\(((?:'(?:[^'\\]|''|\\[\s\S])*'|[^'()]){1,9000})\)/,
    /\s{0,9}([,;]?)\s{0,9}/,
  ],
  'y',
);
const VALUE = /\s*('(?:[^'\\]|''|\\[\s\S])*'|[^',]*)\s*(?:,|$)/y;
/** The definition of a column begins with its name. */
const COLUMN = /^\s*["`[]?([\p{L}_][\w$]{0,60})/u;
const MAX_DEFINITION_UNITS = 20_000;
const MAX_ROWS = 50_000;

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
    VALUES.lastIndex = end;

    const [whole, values = '', sign = ''] = VALUES.exec(text) ?? [];
    if (whole === undefined) return end;

    rows.push({ start: end, line: values, cells: splitValues(values) });
    end += whole.length;
    if (sign !== ',') return end;
  }
}

function splitValues(values: string): string[] {
  const cells: string[] = [];
  VALUE.lastIndex = 0;

  while (VALUE.lastIndex < values.length) {
    const [, cell] = VALUE.exec(values) ?? [];
    if (cell === undefined) return cells;

    cells.push(trimCell(cell));
  }

  return cells;
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
