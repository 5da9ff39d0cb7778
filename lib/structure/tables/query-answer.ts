import type { Span } from '../../core/spans.ts';
import { measureIndent } from '../lines.ts';
import type { TableRow } from '../table-header.ts';
import { isCodeName } from './find-column-kinds.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
} from './text-table.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Rows of cells, and the names of their columns. */
interface Answer {
  names: readonly string[];
  rows: readonly (readonly string[])[];
}

const MAX_LINES = 5_000;
const MAX_UNITS = 500_000;
const MAX_DEPTH = 8;
const OPENING = /^\s{0,40}[{[]/;
const ENDS_OPEN = /[{[(,:]\s{0,40}$/;

/**
 * Reads the answer of a database in JSON, as BigQuery, Athena, InfluxDB or CloudWatch give it: rows of values with
 * the names of their columns elsewhere, in the first row, or in each cell.
 */
export const readQueryAnswer: TableForm = (source, at) => {
  const span = findJson(source, at);
  if (!span) return null;

  const answer = findAnswer(parseJson(source.text.slice(span.start, span.end)));
  if (!answer?.names.some(isCodeName)) return null;

  const { start, end, nextLine } = span;
  const rows = answer.rows.map(
    (cells): TableRow => ({ start, line: cells.join(' '), cells }),
  );

  const table = createTextTable(source, answer.names, rows, at, nextLine);

  return table && { ...table, start, end };
};

/** Finds a value of JSON that begins with a line and ends with one: with the same, or with the next at its indent. */
function findJson(
  { lines }: TableSource,
  at: number,
): (Span & { nextLine: number }) | null {
  const first = lines[at];
  const isWithin = ENDS_OPEN.test(lines[at - 1]?.text ?? '');
  if (!first || isWithin || !OPENING.test(first.text)) return null;

  const last = isClosing(first) ? at : findLastLine(lines, at);
  const end = lines[last]?.end ?? first.start;
  const isShort = last >= at && end - first.start <= MAX_UNITS;

  return isShort ? { start: first.start, end, nextLine: last + 1 } : null;
}

const isClosing = ({ text }: TextLine) => /[}\]]$/.test(text);

function findLastLine(lines: readonly TextLine[], at: number): number {
  const indent = measureIndent(lines[at]?.text ?? '');

  for (let below = at + 1; below < at + MAX_LINES; below++) {
    const line = lines[below];
    if (!line) return -1;

    // What is inside is indented more deeply.
    if (measureIndent(line.text) <= indent) return isClosing(line) ? below : -1;
  }

  return -1;
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/**
 * Finds the rows of an answer in a value.
 *
 * @param outer The values around it, from outside to inside.
 */
function findAnswer(value: Json, outer: readonly Json[] = []): Answer | null {
  if (value === null || typeof value !== 'object') return null;
  if (outer.length >= MAX_DEPTH) return null;

  const own = Array.isArray(value) ? readRows(value, outer) : readLists(value);
  if (own) return own;

  for (const inner of Object.values(value)) {
    const answer = findAnswer(inner, [...outer, value]);
    if (answer) return answer;
  }

  return null;
}

/** Reads an object of equally long lists as named columns, or returns null: `{"error_code":[131047],"count":[412]}`. */
function readLists(value: { [key: string]: Json }): Answer | null {
  const names = Object.keys(value);
  const lists = Object.values(value).filter(isListOfCells);
  const [first = []] = lists;
  const areAlike = lists.every(({ length }) => length === first.length);
  const isTable = lists.length === names.length && names.length > 1;
  if (!isTable || !areAlike || !names.some(isCodeName)) return null;

  return {
    names,
    rows: first.map((_, row) =>
      lists.map((list) => readCell(list[row] ?? null)),
    ),
  };
}

const isListOfCells = (value: Json): value is Json[] =>
  Array.isArray(value) &&
  value.every((cell) => cell === null || typeof cell !== 'object');

/** Reads a list as rows of as many cells each, or returns null. */
function readRows(list: Json[], outer: readonly Json[]): Answer | null {
  const items = list.map(unwrap);
  const lists = items.filter(Array.isArray);
  const [first = []] = lists;
  const areAlike = lists.every(({ length }) => length === first.length);
  if (lists.length < items.length || first.length < 2 || !areAlike) return null;

  const keys = readPairKeys(first);
  if (keys) return readPairs(lists, keys);

  const rows = lists.map((row) => row.map(readCell));
  const names = outer
    .toReversed()
    .map((around) => findNames(around, first.length, list))
    .find((found) => found !== null);

  if (names) return { names, rows };

  const [head = [], ...others] = rows;

  return { names: head, rows: others };
}

/** Returns the only member of an object, as BigQuery and Athena wrap each row and cell. */
function unwrap(value: Json): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return value;

  const [only, ...others] = Object.values(value);

  return only === undefined || others.length > 0 ? value : only;
}

const readCell = (value: Json): string => {
  const cell = unwrap(value);

  return cell === null || typeof cell === 'object' ? '' : String(cell);
};

/** Returns the keys of the name and the value in each cell: `{"field":"error.code","value":"131047"}`. */
function readPairKeys(cells: readonly Json[]): readonly string[] | null {
  const [keys = '', ...others] = cells.map((cell) =>
    isObject(cell) ? Object.keys(cell).join('\n') : '',
  );

  const pair = keys.split('\n');

  return pair.length === 2 && others.every((one) => one === keys) ? pair : null;
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function readPairs(
  lists: readonly Json[][],
  [nameKey = '', valueKey = '']: readonly string[],
): Answer {
  const readMembers = (row: readonly Json[], key: string) =>
    row.map((cell) => (isObject(cell) ? readCell(cell[key] ?? null) : ''));

  return {
    names: readMembers(lists[0] ?? [], nameKey),
    rows: lists.map((row) => readMembers(row, valueKey)),
  };
}

/** Finds as many names as a row has cells, as strings or as objects with a name, in what is around the rows. */
function findNames(
  around: Json,
  count: number,
  rows: Json,
  depth = 0,
): readonly string[] | null {
  if (around === null || typeof around !== 'object' || around === rows)
    return null;

  const names = Array.isArray(around) ? around.map(readName) : [];
  if (names.length === count && names.every(Boolean)) return names;
  if (depth > 2 || Array.isArray(around)) return null;

  for (const inner of Object.values(around)) {
    const found = findNames(inner, count, rows, depth + 1);
    if (found) return found;
  }

  return null;
}

const readName = (value: Json): string => {
  const name = isObject(value) ? (value['name'] ?? null) : value;

  return typeof name === 'string' ? name : '';
};
