import { joinPatterns } from '../../core/pattern-parts.ts';
import { skipForm } from '../key-pairs.ts';
import { findLineStart } from '../lines.ts';
import { readWholeNumber } from '../number-notation.ts';
import {
  createTextTable,
  findNextLine,
  type TableForm,
  type TableSource,
} from './text-table.ts';

const OPENING = /[{[(](?=[\s\d"'{[(<]|$)/g;
/** What a collection of numbers has between its brackets: signs and quotes, but no word. */
const UNIT = /[\d\s,.;:=>'"_-]/;
/** What a language prints before a collection of values: `Set(2) {`, `array([`. */
const NAME_BEFORE =
  /(?:^|[\s=:(,])(?:\p{L}[\w.]{0,30}(?:\(\d{1,9}\)\s?)?)?[({[]{0,2}$/u;
const MAX_NAME_UNITS = 60;
const MAX_UNITS = 10_000;
const MAX_NESTING = 8;
/** Brackets of one line that are tried. */
const MAX_ATTEMPTS = 5;
const BRACKETS = /[[\](){}]/g;
const SIGN = /\s{0,99}(=>|[:=])\s{0,99}/g;
/** A code and how often a bag has it: `131047 x 412`, `131047-412`. */
const TIMES = /(?<=\d) [x×] (?=\d)|(?<=\d{5})-(?=\d{1,4}(?!\d))/g;
const TIMES_SIGN = /[x×] (?=\d)/y;
const PAIR =
  /^["']?([\d_]{1,9}|-{1,9})["']?(?:=>|[:=])["']?(\d{1,9}|-{1,9})["']?$/;
/** A key and its value with blanks between them, as Clojure and Perl print a map. */
const SPACED_PAIR = /^\s*["']?([\d_]{1,9})["']?\s{1,40}(\d{1,9})\s*$/;
/** What a language prints for no value, and the type before a number: `null`, `(int)`. */
const NO_VALUE = /(?:null|nil|undefined|None|NaN|NA)\b/y;
/** A member of an enumeration: `<Code.UNDELIVERABLE: 131026>`. */
const MEMBER = /<[A-Za-z_]\w{0,60}\.\w{1,60}: (?=\d{1,9}>)|(?<=\d)>/y;
const MEMBERS = /<[A-Za-z_]\w{0,60}\.\w{1,60}: (\d{1,9})>/g;
const CAST = /\([a-z]\w{0,9}\)(?=\s?-?\d)/y;
const NO_NUMBERS = /\b(?:null|nil|undefined|None|NaN|NA)\b/g;
const CASTS = /\([a-z]\w{0,9}\)(?=\s?-?\d)/g;
/** A pair in a line of its own: `[131049, 57]`. */
const TUPLE_LINE =
  /^\s{0,40}[([{]\s?["']?([\d_]{1,9})["']?\s?,\s?["']?(\d{1,9})["']?\s?[)\]}],?\s*$/;
/** An element of an array in a line of its own, as Tcl, bash and awk name it: `counts(131026) = 412`. */
const ELEMENT_LINE = joinPatterns([
  /^\s{0,40}[\w$.]{1,60}[([]["']?([\d_]{1,9})["']?[)\]]/,
  /\s{0,40}=\s{0,4}["']?(\d{1,9})["']?;?\s{0,40}$/,
]);
/** The same with a sign or a gap between both: `131049=57`, `1# "131049" => "57"`, `131049   57`. */
const PAIR_LINE = joinPatterns(
  [
    /^\s{0,40}(?:\d{1,6}[)#]\s{1,9})?["']?(\d{5,7})["']?/,
    [/\s{0,9}(?:=>|[:=])\s{0,9}/, /\s{2,40}/, /\t/],
    /["']?([1-9]\d{0,6})["']?\s*$/,
  ],
  '',
);
const TUPLE = joinPatterns(
  [
    /[([{]\s{0,9}["']?([\d_]{1,9})["']?/,
    // Lisp has a dot in its pairs.
    /(?:\s{0,9},|\s\.(?=\s))\s{0,9}["']?(\d{1,9})["']?,?\s{0,9}[)\]}]/,
  ],
  'g',
);
/** A second list after the first, whose values belong to those of the first. */
const PARALLEL = /^[,)\]\s]{0,9}\w{0,30}\(?\[([\d\s,]{1,5000})\]/;
const NEXT_LIST =
  /^\s{0,40}(\S[^\n[\]{}]{1,80})\n\s{0,40}\[([\d\s,]{1,5000})\]/;
/** A vector of R, which numbers its lines. */
const VECTOR =
  /^\s{0,9}\[\d{1,6}\]((?:\s+(?:"[^"\n]{0,40}"|[\d.,]{1,20}|<?NA>?))+)\s*$/;
const VECTOR_ITEM = /"([^"\n]*)"|[\d.,]+|<?NA>?/g;

interface Items {
  start: number;
  end: number;
  /** The values, or the pairs of a key and a value. */
  rows: readonly (readonly string[])[];
}

/** Reads a collection of codes, with or without their counts, as languages print it: `Map(2) { 131047 => 412 }`. */
export const readCollection: TableForm = (source, at) => {
  for (const { start, end, rows } of findCollections(source, at)) {
    const nextLine = findNextLine(source, at, end);
    const names = rows[0]?.map(() => '') ?? [];
    const all = rows.map((cells) => ({ start, line: cells.join(': '), cells }));
    const table = createTextTable(source, names, all, at, nextLine);
    if (table) return { ...table, start, end };
  }

  return null;
};

/** Yields the collections that begin in a line. */
function* findCollections(source: TableSource, at: number): Generator<Items> {
  const line = source.lines[at];
  if (!line) return;

  const vector = VECTOR.exec(line.text)?.[1];
  // `$error$code` above names the one value of a list.
  const isMember = source.lines[at - 1]?.text.startsWith('$') === true;
  if (vector && !isMember) yield { ...line, rows: readVector(vector) };

  const tuples = readTupleLines(source, at);
  if (tuples) yield tuples;

  const openings = [...line.text.matchAll(OPENING)].slice(0, MAX_ATTEMPTS);

  for (const { index } of openings) {
    const start = line.start + index;
    const end = findClosing(source.text, start);
    const items = end < 0 ? null : readItems(source.text, start, end);
    const before = line.text.slice(Math.max(0, index - MAX_NAME_UNITS), index);
    const isNamed = items?.rows[0]?.length === 2 || NAME_BEFORE.test(before);
    if (items && isNamed) yield items;
  }
}

/** Reads pairs in lines of their own, from the first of them on. */
function readTupleLines({ lines }: TableSource, at: number): Items | null {
  const form = [TUPLE_LINE, ELEMENT_LINE, PAIR_LINE].find((one) =>
    one.test(lines[at]?.text ?? ''),
  );

  const readPair = (line: number) =>
    form?.exec(lines[line]?.text ?? '')?.slice(1);

  const rows: string[][] = [];
  const isFirst = readPair(at - 1) === undefined;

  for (
    let pair = readPair(at);
    pair && isFirst;
    pair = readPair(at + rows.length)
  )
    rows.push(pair);

  // `console.count` prints a code again with its next number.
  const isCounting =
    form === PAIR_LINE &&
    new Set(rows.map(([code]) => code)).size < rows.length;

  if (rows.length < 2 || isCounting) return null;

  return {
    start: lines[at]?.start ?? 0,
    end: lines[at + rows.length - 1]?.end ?? 0,
    rows,
  };
}

const readVector = (items: string) =>
  Array.from(items.matchAll(VECTOR_ITEM), ([item, quoted]) => [
    (quoted ?? item).trim(),
  ]);

/** Forms that begin with a sign and have words, but no code of their own. */
const SKIPPED = new Map([
  ['(', CAST],
  ['<', MEMBER],
  ['>', MEMBER],
  ['x', TIMES_SIGN],
  ['×', TIMES_SIGN],
]);

/** Returns where the bracket closes that opens at an offset, or -1 if something else is between them. */
function findClosing(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_UNITS);
  let depth = 0;

  for (let at = start; at < limit; at++) {
    const unit = text.charAt(at);
    const word = skipForm(SKIPPED.get(unit) ?? NO_VALUE, text, at);

    if (word > at) at = word - 1;
    else if ('{[('.includes(unit)) depth++;
    else if ('}])'.includes(unit)) depth--;
    else if (!UNIT.test(unit)) return -1;

    if (depth === 0) return at + 1;
    if (depth > MAX_NESTING) return -1;
  }

  return -1;
}

/** Returns the values or pairs between brackets, or null if it has others. */
function readItems(text: string, start: number, end: number): Items | null {
  const content = text
    .slice(start, end)
    .replace(MEMBERS, '$1')
    .replace(TIMES, ':')
    .replace(NO_NUMBERS, '-')
    .replace(CASTS, '');

  const tuples = [...content.matchAll(TUPLE)].map((tuple) => tuple.slice(1));
  if (tuples.length > 1) return { start, end, rows: tuples };

  const spaced = content.startsWith('{') ? readSpacedPairs(content) : null;
  if (spaced) return { start, end, rows: spaced };

  const plain = content.replace(BRACKETS, ' ').replace(SIGN, '$1').trim();
  const parts = plain.split(/[,;\s]+/).filter(Boolean);
  const pairs = parts.map((part) => readPair(part));
  const arePairs = pairs.every((pair) => pair.length === 2);
  if (arePairs) return { start, end, rows: pairs };

  const values = parts.map((part) => part.replace(/["']/g, ''));
  const isValue = (value: string) => readWholeNumber(value) !== null;

  return values.every(isValue) ? addParallel(text, start, end, values) : null;
}

const readPair = (part: string) =>
  PAIR.exec(part)
    ?.slice(1)
    .map((value) => value.replace(/^-+$/, '')) ?? [];

function readSpacedPairs(content: string): string[][] | null {
  const parts = content.slice(1, -1).replace(/,\s*$/, '').split(',');
  const pairs = parts.map((part) => SPACED_PAIR.exec(part)?.slice(1) ?? []);

  return pairs.every((pair) => pair.length === 2) ? pairs : null;
}

/** Matches the list below another one if their names differ only in a digit: `-- child 0 type: int64`, `-- child 1 …`. */
function matchNextChild(text: string, start: number, after: string) {
  const [whole = '', name = '', list = ''] = NEXT_LIST.exec(after) ?? [];
  const from = findLineStart(text, start);
  const above = text.slice(findLineStart(text, from - 1), from);
  const isAlike = name !== '' && toZeros(name) === toZeros(above);

  return isAlike ? [whole, list] : [];
}

const toZeros = (name: string) => name.trim().replace(/\d/g, '0');

/** Returns values with the counts of a second list, as numpy prints both: `(array([131026]), array([2]))`. */
function addParallel(
  text: string,
  start: number,
  end: number,
  values: readonly string[],
): Items {
  const after = text.slice(end, end + MAX_UNITS);
  const [whole = '', list = ''] =
    PARALLEL.exec(after) ?? matchNextChild(text, start, after);
  const counts = list.trim().split(/[,\s]+/);
  if (whole === '' || counts.length !== values.length)
    return { start, end, rows: values.map((value) => [value]) };

  const rows = values.map((value, at) => [value, counts[at] ?? '']);

  return { start, end: end + whole.length, rows };
}
