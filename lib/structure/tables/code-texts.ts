import { joinPatterns } from '../../core/pattern-parts.ts';
import { readCountCell, readWordedCount } from '../counted-line.ts';
import { readWholeNumber } from '../number-notation.ts';
import type { TableRow } from '../table-header.ts';
import {
  createTextTable,
  type TableForm,
  type TableSource,
  type TextLine,
} from './text-table.ts';

/** A number that begins its line, and the words after its sign: `132016: disabled`. */
const LINE = joinPatterns(
  [
    /^[\s>*•·–-]{0,8}["'`(#[]{0,3}([1-9]\d{0,6})["'`)\]]{0,3}\s?/u,
    [/=>/u, /[:=→]/u, /[–—-](?= )/u],
    /\s?["'`]?(?=.{0,3}\p{L}{2})(.{2,300})$/u,
  ],
  'u',
);
/** The same as a member of an object in one line. */
const MEMBER = joinPatterns(
  [
    /(?<=[{,]\s{0,9})["']?([1-9]\d{0,6})["']?/,
    /\s{0,9}(?:=>|[:=])\s{0,9}/,
    // In quotes.
    /(?<quote>["'])((?:(?!\k<quote>)[^\\\n]|\\.){2,300})\k<quote>/,
  ],
  'g',
);
const OBJECT = /^[^{\n]{0,80}\{/;
const MIN_CODES = 2;
const MIN_LONG_DIGITS = 5;

/** Reads a list of codes with the words that somebody wrote to each: lines, or the members of one object. */
export const readCodeTexts: TableForm = (source, at) => {
  const lines = readLines(source, at);
  const rows = lines.length > 0 ? lines : readMembers(source.lines[at]);
  if (rows.length < MIN_CODES || rows.every(isCounted)) return null;

  const codes = rows.map(({ cells: [code = ''] }) => code);
  const known = codes.filter(source.isCode);
  const isLong = (code: string) => code.length >= MIN_LONG_DIGITS;

  // A numbered list, or other numbers of which some equal codes.
  const isOther = isNumbered(codes) || new Set(codes).size < codes.length;
  if (isOther || known.length * 2 <= codes.length || !known.some(isLong))
    return null;

  const nextLine = at + Math.max(1, lines.length);
  const counted = rows.map(splitCount);
  const [names, own] = counted.includes(null)
    ? [['code', 'text'], rows]
    : [['code', 'text', 'count'], counted.filter((row) => row !== null)];

  return createTextTable(source, names, own, at, nextLine);
};

/** The words of a code, and the last of its line after a sign. */
const WORDS_AND_LAST =
  /^(.{0,300}\p{L}.{0,40}?)\s?[|:=–—-]\s?([^|:=–—-]{1,24})$/u;

/** Splits the count from the words of a code, or returns null: `Re-engagement message – 412`, `Re-engagement message: 31 times`. */
function splitCount(row: TableRow): TableRow | null {
  const [code = '', said = ''] = row.cells;
  const [, words = '', last = ''] = WORDS_AND_LAST.exec(said.trim()) ?? [];
  const isCount = readWholeNumber(last) ?? readCountCell(last);

  return isCount === null ? null : { ...row, cells: [code, words, last] };
}

/** Returns true for a code with its count, which lines of text have as well: `131047 – 31 messages`. */
const isCounted = ({ cells: [, said = ''] }: TableRow) =>
  readWordedCount(said) !== null;

const isNumbered = (codes: readonly string[]) =>
  codes.every(
    (code, at) => at === 0 || Number(code) === Number(codes[at - 1]) + 1,
  );

function readLine({ text = '', start = 0 }: Partial<TextLine> = {}) {
  const [, code = '', said = ''] = LINE.exec(text) ?? [];

  return code === '' ? null : { start, line: text, cells: [code, said] };
}

/** Reads the lines from the first of a block on. */
function readLines({ lines }: TableSource, at: number): TableRow[] {
  const rows: TableRow[] = [];
  if (readLine(lines[at - 1])) return rows;

  for (
    let row = readLine(lines[at]);
    row;
    row = readLine(lines[at + rows.length])
  )
    rows.push(row);

  return rows;
}

function readMembers({ text = '', start = 0 }: Partial<TextLine> = {}) {
  if (!OBJECT.test(text)) return [];

  return Array.from(
    text.matchAll(MEMBER),
    ([line, code = '', , said = '']): TableRow => ({
      start,
      line,
      cells: [code, said],
    }),
  );
}
