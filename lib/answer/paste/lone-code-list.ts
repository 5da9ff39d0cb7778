import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findEntriesForSubcode } from '../../catalogue/rank-meanings.ts';
import {
  readLineCount,
  toCountedColumn,
} from '../../structure/counted-line.ts';
import { ERROR_NAME, isCodeHeader } from '../../structure/find-columns.ts';
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
/** Minimum share of known codes. A list of other numbers contains a few by chance. */
const MIN_KNOWN_SHARE = 0.5;
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

/**
 * Returns a reader of lines if every line is a code, alone or counted, and half of the codes are known: then no other
 * evidence is needed. It returns null for a line without a code.
 */
export function findCodeColumn(text: string, catalogue: Catalogue) {
  const { meaningsOf } = catalogue;

  const lines = splitLines(text.slice(0, MAX_LINES_READ * 20))
    .slice(0, MAX_LINES_READ)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));

  // The last line may be truncated.
  if (text.length > MAX_LINES_READ * 20) lines.pop();

  const [heading = ''] = lines;
  const { hasSubcodes, isOfCodes, hasHeading } = readHeading(heading);

  if (hasHeading && readLine(heading).length === 0) lines.shift();

  const readCodeLine = isOfCodes && !hasSubcodes ? readNamedLine : readLine;
  const readings = lines.map(readCodeLine);
  const isShort = lines.length < 2 - Number(hasHeading);
  if (isShort || readings.some((each) => each.length === 0)) return null;

  const isCode = (code: string) => meaningsOf(code).length > 0;

  if (readings.every((each) => isPair(each, hasSubcodes, catalogue)))
    return (line: string) => readLine(line).map(toPair)[0] ?? null;

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

  return (line: string): CodeLine | null => {
    const read = readCodeLine(line).at(at) ?? null;

    return read && isNumbered ? { ...read, count: 1 } : read;
  };
}

function readHeading(line: string) {
  const hasSubcodes = /code.{0,60}sub[_ -]?code/i.test(line);
  const isOfCodes = hasSubcodes || isCodeHeader(line);

  return {
    hasSubcodes,
    isOfCodes,
    hasHeading: !/\d{3}/.test(line) && (isOfCodes || ERROR_NAME.test(line)),
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
