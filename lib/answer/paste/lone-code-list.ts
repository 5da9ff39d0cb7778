import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findEntriesForSubcode } from '../../catalogue/rank-entries.ts';
import { joinPatterns } from '../../core/pattern-parts.ts';
import { ERROR_NAME, isCodeHeader } from '../../structure/column-role.ts';
import {
  readLineCount,
  toCountedColumn,
} from '../../structure/counted-line.ts';
import { splitLines } from '../../structure/lines.ts';
import { readWholeNumber } from '../../structure/number-notation.ts';

/** A line of a column of codes, such as the output of `cut -f3 log | sort | uniq -c`. */
export interface CodeLine {
  code: string;
  subcode: string | null;
  count: number;
}

const CODE =
  /(?<![\w./-])(-?\d{1,7}|[A-Z][A-Z0-9_]{2,60})(?:[/.](\d{1,7}))?(?![\w/]|\.\d)/g;
const MAX_LINES_READ = 500;
const MAX_UNITS_READ = MAX_LINES_READ * 20;
/** Minimum share of known codes. A list of other numbers contains a few by chance. */
const MIN_KNOWN_SHARE = 0.5;
const MAX_HEADINGS = 4;
/** A longer number that is a code is no count: `131047, 131026` is a list. */
const MAX_COUNT_DIGITS = 4;

/** Returns the readings of a line: each of its numbers as the code, and the other one as its count. */
const readLine = (line: string): readonly CodeLine[] =>
  [...line.matchAll(CODE)].flatMap(
    ({ 0: whole, 1: code = '', 2: subcode = null, index }) => {
      const { count, isAlone } = readLineCount(
        line.slice(0, index),
        line.slice(index + whole.length),
      );

      return isAlone ? [{ code, subcode, count }] : [];
    },
  );

/** Reads a line below a heading of codes, where a number in groups is one as well. */
function readNamedLine(line: string): readonly CodeLine[] {
  const code = readWholeNumber(line);
  return code === null ? readLine(line) : [{ code, subcode: null, count: 1 }];
}

/** Returns the codes of a line, none for one that is something else. */
export type ReadCodeLine = (line: string) => readonly CodeLine[];

/**
 * Returns a reader of lines if a text has nothing but codes, and half of them are known: then no other evidence is
 * needed. Each line is a code, alone or counted, or each is a part of one list.
 */
export function findCodeReader(
  text: string,
  catalogue: Catalogue,
): ReadCodeLine | null {
  return findCodeColumn(text, catalogue) ?? findListReader(text, catalogue);
}

/** `["131047"`, `190/463` */
const LISTED_CODE = joinPatterns([
  /^[\s"'#[({]{0,20}/,
  /(-?\d{1,7}|[A-Z][A-Z0-9_]{2,60})(?:[/.](\d{1,7}))?/,
  /["'\s\])}]{0,20}$/,
]);
const LIST_SIGN = /[,;|]/;
const MIN_LISTED = 3;
/** Shorter numbers of a list may be counts, unless most are as long as this. */
const SURE_CODE = /^\d{5,7}$/;
const MIN_SURE_SHARE = 0.6;

/**
 * Returns a reader of the parts of a list of codes with the same sign between all: `131047, 131026`, `[131047,131026]`.
 * The lines of a longer one end with the sign.
 */
function findListReader(
  text: string,
  { meaningsOf }: Catalogue,
): ReadCodeLine | null {
  const head = text.slice(0, MAX_UNITS_READ).trim();
  const separator = LIST_SIGN.exec(head)?.[0] ?? ' ';
  const items = splitList(head, separator);

  // The last one may be cut off.
  if (text.length > MAX_UNITS_READ) items.pop();

  const codes = readItems(items).map(({ code }) => code);
  const sure = codes.filter((code) => SURE_CODE.test(code));
  const distinct = new Set(codes);
  const known = [...distinct].filter((code) => meaningsOf(code).length > 0);

  const isList =
    codes.length >= MIN_LISTED &&
    sure.length >= codes.length * MIN_SURE_SHARE &&
    known.length >= distinct.size * MIN_KNOWN_SHARE;

  return isList ? (line) => readItems(splitList(line, separator)) : null;
}

const splitList = (text: string, separator: string): string[] =>
  text.split(separator).filter((item) => /\S/.test(item));

/** Returns nothing if one of the items is no code. */
function readItems(items: readonly string[]): readonly CodeLine[] {
  const read: CodeLine[] = [];

  for (const item of items) {
    const [, code, subcode = null] = LISTED_CODE.exec(item) ?? [];
    if (code === undefined) return [];

    read.push({ code, subcode, count: 1 });
  }

  return read;
}

/** Returns a reader of lines if each is a code, alone or counted. */
function findCodeColumn(
  text: string,
  catalogue: Catalogue,
): ReadCodeLine | null {
  const { meaningsOf } = catalogue;

  const lines = splitLines(text.slice(0, MAX_UNITS_READ))
    .slice(0, MAX_LINES_READ)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));

  // The last line may be truncated.
  if (text.length > MAX_UNITS_READ) lines.pop();

  const headings = takeHeadings(lines);
  const { hasSubcodes, isOfCodes, hasHeading } = readHeadings(headings);

  if (hasHeading && headings.every((line) => readLine(line).length === 0))
    lines.splice(0, headings.length);

  if (lines.length < 2 - Number(hasHeading)) return null;

  const readCodeLine = isOfCodes && !hasSubcodes ? readNamedLine : readLine;
  const readings = lines.map(readCodeLine);
  if (readings.some((each) => each.length === 0)) return null;

  const isCode = (code: string) => meaningsOf(code).length > 0;

  if (readings.every((each) => isPair(each, hasSubcodes, catalogue)))
    return (line: string) => readLine(line).slice(0, 1).map(toPair);

  const [first, last] = [
    measureCodes(readings, 0, isCode),
    measureCodes(readings, -1, isCode),
  ];
  const at = first > last ? 0 : -1;

  const isList = readings
    .map((each) => String(each.length > 1 ? each.at(at)?.count : ''))
    .some((count) => count.length > MAX_COUNT_DIGITS && isCode(count));

  // `Errors` may also head their counts.
  const maxDigits = hasHeading && !isOfCodes ? MAX_COUNT_DIGITS : 0;

  if (Math.max(first, last) <= maxDigits || isList) return null;

  const isNumbered = areRunning(readings.flatMap((each) => each.at(at) ?? []));

  return (line: string): readonly CodeLine[] => {
    const read = readCodeLine(line).slice(at).slice(0, 1);

    return isNumbered ? read.map((one) => ({ ...one, count: 1 })) : read;
  };
}

/** Returns the heading of a list, and the lines without a digit below it: nested keys have several. */
function takeHeadings(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line, at) =>
    (at === 0 ? /\d{3}/ : /\d/).test(line),
  );

  return first >= 0 && first <= MAX_HEADINGS ? lines.slice(0, first) : [];
}

function readHeadings(lines: readonly string[]) {
  const hasSubcodes = lines.some((line) =>
    /code.{0,60}sub[_ -]?code/i.test(line),
  );

  const isOfCodes =
    hasSubcodes || lines.some((line) => isCodeHeader(line.trim()));

  return {
    hasSubcodes,
    isOfCodes,
    hasHeading: isOfCodes || lines.some((line) => ERROR_NAME.test(line)),
  };
}

/** Measures the codes before (0) or after (-1) the counts. Long numbers are codes rather than counts. */
function measureCodes(
  readings: readonly (readonly CodeLine[])[],
  at: 0 | -1,
  isCode: (code: string) => boolean,
): number {
  const codes = [...new Set(readings.map((each) => each.at(at)?.code ?? ''))];
  const known = codes.filter(isCode);

  return known.length < codes.length * MIN_KNOWN_SHARE
    ? 0
    : known.join('').length / codes.length;
}

/** Returns true for a code and its subcode. */
const isPair = (
  [first, second]: readonly CodeLine[],
  hasSubcodes: boolean,
  catalogue: Catalogue,
): boolean =>
  first !== undefined &&
  second !== undefined &&
  (hasSubcodes ||
    findEntriesForSubcode(first.code, `${first.count}`, catalogue).length > 0);

const toPair = ({ code, count }: CodeLine): CodeLine => ({
  code,
  subcode: String(count),
  count: 1,
});

/** Returns true if the counts of each code are 1, 2, 3 …, as `console.count` prints them. */
function areRunning(codes: readonly CodeLine[]): boolean {
  const last = new Map<string, number>();

  const areSteps = codes.every(({ code, count }) => {
    const before = last.get(code) ?? 0;

    last.set(code, count);

    return count === before + 1;
  });

  return areSteps && last.size < codes.length;
}

/** Returns a list of codes with their counts (`Errors: 131049 (88), 131026 (51)`) as a column, any other text unchanged. */
export function unfoldCodeList(text: string, catalogue: Catalogue): string {
  const column = toCountedColumn(text);
  return column && findCodeColumn(column, catalogue) ? column : text;
}
