import { readWholeNumber } from '../number-notation.ts';
import { type IsKnownCode, isCountCell } from './find-column-kinds.ts';
import { createTextTable, splitWords, type TableForm } from './text-table.ts';

/** Shorter codes are also counts. */
const MIN_CODE_DIGITS = 5;
const MIN_COLUMNS = 2;
/** Rejects most lines at little cost. */
const MAY_BE_CODES = /\d[\d.,]{4}/;
/** Below the names of some formats: `------ ------`. */
const RULE = /^[-=─]{3,}$/;
const MAX_BLANK_LINES = 1;
const TOTAL = /^(?:all|sum|total|gesamt|soma|suma|итого)$/i;

/** Reads counts below their codes, which are the names of the columns: `table(x)` of R, a frame that was pivoted. */
export const readAcrossTable: TableForm = (source, at) => {
  const { lines, isCode } = source;
  if (!MAY_BE_CODES.test(lines[at]?.text ?? '')) return null;

  const codes = readCodes(splitWords(lines[at]), isCode);
  // One code above a number is a column.
  if (codes.length < MIN_COLUMNS) return null;

  const counts = codes.map(() => 0);
  let nextLine = at + 1;
  let blank = 0;

  for (; nextLine < lines.length; nextLine++) {
    const words = splitWords(lines[nextLine]);
    if (words.length === 0) blank++;
    if (words.every(isRule) && blank <= MAX_BLANK_LINES) continue;

    const row = readCounts(words, codes.length);
    if (!row || row.every((count) => isCodeOf(count, isCode))) break;

    row.forEach((count, column) => {
      counts[column] = (counts[column] ?? 0) + count;
    });
  }

  if (counts.every((count) => count === 0)) return null;

  const start = lines[at]?.start ?? 0;
  const line = lines[at]?.text ?? '';

  const rows = codes.flatMap((code, column) =>
    counts[column]
      ? { start, line, cells: [code, String(counts[column])] }
      : [],
  );

  return createTextTable(source, ['code', 'count'], rows, at, nextLine);
};

const isRule = (word: string) => RULE.test(word);

const isCodeOf = (count: number, isCode: IsKnownCode) =>
  String(count).length >= MIN_CODE_DIGITS && isCode(String(count));

/** Returns the codes of a line that has nothing else, but for a name before them and a total after them. */
function readCodes(words: readonly string[], isCode: IsKnownCode): string[] {
  const codes = words
    .filter((word, at) => !(at === words.length - 1 && TOTAL.test(word)))
    .map((word) => readWholeNumber(word.replace(/["']/g, '')));

  const [first, ...others] = codes;
  const own = first === null ? others : [first, ...others];

  const isKnown = (code: string | null | undefined): code is string =>
    typeof code === 'string' && code.length >= MIN_CODE_DIGITS && isCode(code);

  return own.every(isKnown) && new Set(own).size === own.length ? own : [];
}

/** Returns the counts of a row, zeros for that of the totals, or null for a line of something else. */
function readCounts(words: readonly string[], width: number): number[] | null {
  const counts = words.slice(words.length - width);
  const label = words.slice(0, words.length - width).join(' ');
  const isRow = counts.length === width && counts.every(isCountCell);
  if (!isRow || /\d/.test(label)) return null;

  return counts.map((count) =>
    TOTAL.test(label) ? 0 : Number(readWholeNumber(count) ?? 0),
  );
}
