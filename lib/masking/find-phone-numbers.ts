import { getOrInsert } from '../core/get-or-insert.ts';
import { blankSpans, type Span } from '../core/spans.ts';
import type { MaskedSpan } from './mask-text.ts';
import {
  type DigitGroup,
  NUMBER_FORMS as FORMS,
  isStatusList,
  MAX_CONTEXT_CHARS,
  MAX_DIGITS,
  MIN_DIGITS,
  MIN_DIGITS_ANYWHERE,
  type NumberChecks,
} from './number-forms.ts';
import { isPlausiblePhoneNumber } from './phone-number-validation.ts';
import { readNumberAt } from './read-number.ts';

/** Maximum number of validations per text, which bounds the time. Numbers beyond it count as phone numbers. */
const MAX_VALIDATIONS = 5_000;

/** Digits with the separators that people and programs use. */
const DIGIT_GROUPS = /\d+(?:[ ()[\]./_+-]{1,4}\d+)*/g;

/** `1e+05`: its plus begins no international number. */
const EXPONENT = /(?<=\d)e[+-]\d{1,3}(?!\d)/gi;

/**
 * Finds phone numbers in a plain text. Nine to fifteen digits in groups are one, unless they are a time, codes of the catalogue, an
 * amount or a list. Fewer digits are one if they match a country's notation.
 */
export function* findPhoneNumbers(
  text: string,
  isCode: (digits: string) => boolean,
): Generator<MaskedSpan> {
  const known = new Map<string, boolean>();

  const isNumber: NumberChecks['isNumber'] = (groups, isInternational) =>
    known.size > MAX_VALIDATIONS ||
    getOrInsert(known, `${isInternational ? '+' : ''}${groups.join(' ')}`, () =>
      isPlausiblePhoneNumber(groups, isInternational),
    );

  const checks = { isCode, isNumber };
  const odd = [...findSpreadsheetNumbers(text, isNumber)];

  yield* odd;

  // Of the same length.
  const rest = blankSpans(text, odd).replace(EXPONENT, (found) =>
    '\0'.repeat(found.length),
  );

  for (const { 0: run, index } of rest.matchAll(DIGIT_GROUPS))
    for (const groups of splitNumbers(run, index, rest))
      yield* findNumbersIn(
        dropDigitsInWords(groups, rest, isNumber),
        rest,
        checks,
      );
}

/** Spreadsheets print phone numbers like any large number: `5,511,952,596,589`, `5.511952596589E+12`. */
function* findSpreadsheetNumbers(
  text: string,
  isNumber: NumberChecks['isNumber'],
): Generator<MaskedSpan> {
  for (const { 0: written, index, groups } of text.matchAll(
    FORMS.spreadsheetNumber,
  )) {
    const end = index + written.length;
    const digits = written.replace(/\D/g, '');

    const isAmount =
      FORMS.countedAfter.test(text.slice(end, end + 12)) ||
      FORMS.countedBefore.test(text.slice(Math.max(0, index - 5), index));

    if (isStatusList(written)) continue;

    if (
      groups?.exponent ||
      (!isAmount && digits.length > 10 && isNumber([digits], false))
    )
      yield { start: index, end, masked: 'phone' };
  }
}

function* splitNumbers(
  run: string,
  offset: number,
  text: string,
): Generator<DigitGroup[]> {
  let groups: DigitGroup[] = [];
  let hasPlus = text.charAt(offset - 1) === '+';

  for (const { 0: digits, index } of run.matchAll(/\d+/g)) {
    const start = offset + index;
    const group = { digits, start, end: start + digits.length };
    const last = groups.at(-1);
    const between = last ? text.slice(last.end, start) : '';

    if (
      last &&
      (FORMS.numberBoundary.test(between) ||
        (between.includes('  ') && !hasPlus))
    ) {
      yield groups;
      groups = [];
      hasPlus = between.endsWith('+');
    }

    groups.push(group);
  }

  yield groups;
}

function* findNumbersIn(
  groups: DigitGroup[],
  text: string,
  checks: NumberChecks,
): Generator<MaskedSpan> {
  let at = 0;

  while (at < groups.length) {
    const { until, masked } = readNumberAt(groups, at, text, checks);
    const [first, last] = [groups[at], groups[until - 1]];

    if (first && last && masked)
      yield { ...getSpan(first, last, text), masked };

    at = Math.max(until, at + 1);
  }
}

/**
 * Includes the sign before it, and the area code in `(0xx11) 3599-9445`. A parenthesis belongs to a number with its
 * counterpart: `(+91 …)` has both outside, `+1 555-0100 (222)` both inside.
 */
function getSpan(
  { start: from }: DigitGroup,
  { end }: DigitGroup,
  text: string,
): Span {
  const start =
    from -
    (FORMS.numberLead.exec(text.slice(Math.max(0, from - 8), from))?.[0]
      .length ?? 0);

  const written = text.slice(start, end);

  const isOpen =
    text.charAt(end) === ')' &&
    written.lastIndexOf('(') > written.lastIndexOf(')');

  return isOpen && written.startsWith('(')
    ? { start: start + 1, end }
    : { start, end: end + Number(isOpen) };
}

/** Digits within a word are part of an id, except a complete number after letters: `tel5511987654321`. */
const dropDigitsInWords = (
  groups: DigitGroup[],
  text: string,
  isNumber: NumberChecks['isNumber'],
): DigitGroup[] => groups.filter((group) => isApart(group, text, isNumber));

/** Returns true for a letter, but not in a script without spaces: `已发送至13900139021`. */
const isLetterOfWord = (char: string): boolean =>
  /[\p{L}\p{M}]/u.test(char) && !UNSPACED.test(char);

const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;

/** Returns true for digits that no word contains, or whose word is about a number. */
function isApart(
  { digits, start, end }: DigitGroup,
  text: string,
  isNumber: NumberChecks['isNumber'],
): boolean {
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 1);
  const isGluedBefore = isLetterOfWord(before);

  const isGluedAfter =
    isLetterOfWord(after) && !FORMS.extension.test(text.slice(end, end + 8));

  if (!isGluedBefore && !isGluedAfter) return true;

  const isComplete =
    digits.length > MIN_DIGITS_ANYWHERE && digits.length <= MAX_DIGITS;

  if (!isComplete) return before === '+' && digits.length >= MIN_DIGITS;

  const head = text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start);
  const word = /[\p{L}\p{N}]*$/u.exec(head)?.[0] ?? '';

  const tail = text.slice(end, end + MAX_CONTEXT_CHARS);
  const rest = /^[\p{L}\p{N}]*/u.exec(tail)?.[0] ?? '';

  const isHash = /\d/.test(word + rest) || /^[a-f]+$/i.test(word + rest);
  if (isHash || FORMS.countedAfter.test(rest)) return false;
  if (!isGluedBefore || !isGluedAfter) return true;

  return /^[a-z]{2,12}$/i.test(word) && isNumber([digits], true);
}
