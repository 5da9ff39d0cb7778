import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  type TableForm,
  type TextLine,
} from './text-table.ts';

/** The name of a list item of R that is a code, or the code of a group: `$`131047``, `f$error_code: 131047`. */
const HEAD = /^(?:\$[`"]?|[\w.$]{1,60}: )(\d{3,7})[`"]?\s{0,9}$/;
/** A line of a vector, which begins with the number of its first value. */
const VECTOR =
  /^\s{0,9}\[\d{1,6}\]((?:\s+(?:"[^"\n]{0,100}"|[^\s"]{1,60}))+)\s{0,9}$/;
const VALUE = /"[^"\n]*"|\S+/g;
/** What is between two items. */
const GAP = /^(?:\s*|-{3,200}\s?)$/;
const COUNT = /^\d{1,9}$/;
const MIN_ITEMS = 2;
const MAX_GAP = 3;

/** Reads the list of a vector for each code, as R prints what `split`, `by` and `lapply` return: one number is a count, and more values count themselves. */
export const readNamedVectors: TableForm = (source, at) => {
  const { lines } = source;
  const rows: TableRow[] = [];
  let nextLine = at;

  for (let line = at; ; line = skipGap(lines, nextLine)) {
    const [head, code = ''] = HEAD.exec(lines[line]?.text ?? '') ?? [];
    const values = head === undefined ? [] : readVector(lines, line + 1);
    if (values.length === 0) break;

    const count = countValues(values.flat());

    rows.push({
      start: lines[line]?.start ?? 0,
      line: code,
      cells: [code, count],
    });
    nextLine = line + 1 + values.length;
  }

  if (rows.length < MIN_ITEMS) return null;

  return createTextTable(source, ['', 'count'], rows, at, nextLine);
};

/** Returns the values of each line of a vector. */
function readVector(lines: readonly TextLine[], from: number): string[][] {
  const read: string[][] = [];

  for (;;) {
    const values = VECTOR.exec(lines[from + read.length]?.text ?? '')?.[1];
    if (values === undefined) return read;

    read.push(values.match(VALUE) ?? []);
  }
}

const countValues = (values: readonly string[]): string => {
  const [only = '', ...more] = values;

  return more.length === 0 && COUNT.test(only) ? only : String(values.length);
};

function skipGap(lines: readonly TextLine[], from: number): number {
  let at = from;
  while (at - from < MAX_GAP && GAP.test(lines[at]?.text ?? 'end')) at++;

  return at;
}
