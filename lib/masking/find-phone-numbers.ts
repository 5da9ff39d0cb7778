import table from '../../data/private-forms.json' with { type: 'json' };
import { getOrInsert } from '../core/get-or-insert.ts';
import { blankSpans, type Span } from '../core/spans.ts';
import { compileForms } from '../structure/notations.ts';
import { expandForm } from './form-table.ts';
import type { MaskedSpan } from './masked.ts';
import { isPlausiblePhoneNumber } from './phone-number-validation.ts';

interface Checks {
  isCode(digits: string): boolean;
  isNumber(groups: readonly string[], isInternational: boolean): boolean;
}

interface DigitGroup extends Span {
  digits: string;
}

/** Maximum number of digits of a phone number (E.164). */
const MAX_DIGITS = 15;
/** Digits that are a phone number in any notation. Fewer digits must match the notation of a country. */
const MIN_DIGITS_ANYWHERE = 9;
const MIN_DIGITS = 7;
/** After `order`, a longer number may be the customer's phone number. */
const MAX_ORDER_DIGITS = 12;
/** Minimum length of a code; shorter ones are too common inside numbers. */
const MIN_CODE_DIGITS = 3;
/** Maximum number of validations per text, which bounds the time. Numbers beyond it count as phone numbers. */
const MAX_VALIDATIONS = 5_000;

const FORMS = compileForms(table.numbers, expandForm);
/** Digits with the separators that people and programs use. */
const DIGIT_GROUPS = /\d+(?:[ ()[\]./_+-]{1,4}\d+)*/g;

const isListed = (written: string) =>
  FORMS.numberList.test(written) ||
  (/\d\d/.test(written) &&
    (written.match(/(?<!\d)\d(?!\d)/g)?.length ?? 0) > 1);

/** `408,429,500,502,503`: in ascending order. */
function isStatusList(written: string): boolean {
  const statuses = written.split(/\D+/);
  return statuses.every(
    (one, at) => FORMS.httpStatus.test(one) && one > (statuses[at - 1] ?? ''),
  );
}

const MAX_CONTEXT_CHARS = 48;
/** Number of digits of Meta's codes. */
const TALLIED_DIGITS = 6;

/**
 * Finds phone numbers in a plain text. Nine to fifteen digits in groups are one, unless they are a time, codes of the catalogue, an
 * amount or a list. Fewer digits are one if they match a country's notation.
 */
export function* findPhoneNumbers(
  text: string,
  isCode: (digits: string) => boolean,
): Generator<MaskedSpan> {
  const known = new Map<string, boolean>();

  const isNumber: Checks['isNumber'] = (groups, isInternational) =>
    known.size > MAX_VALIDATIONS ||
    getOrInsert(known, `${isInternational ? '+' : ''}${groups.join(' ')}`, () =>
      isPlausiblePhoneNumber(groups, isInternational),
    );

  const checks = { isCode, isNumber };
  const odd = [...findSpreadsheetNumbers(text, isNumber)];

  yield* odd;

  const rest = blankSpans(text, odd);

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
  isNumber: Checks['isNumber'],
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
  checks: Checks,
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
function dropDigitsInWords(
  groups: DigitGroup[],
  text: string,
  isNumber: Checks['isNumber'],
): DigitGroup[] {
  return groups.filter(({ digits, start, end }) => {
    const before = text.slice(Math.max(0, start - 1), start);
    const after = text.slice(end, end + 1);
    const isGluedBefore = /[\p{L}\p{M}]/u.test(before);

    const isGluedAfter =
      /[\p{L}\p{M}]/u.test(after) &&
      !FORMS.extension.test(text.slice(end, end + 8));

    if (!isGluedBefore && !isGluedAfter) return true;

    if (digits.length < MIN_DIGITS_ANYWHERE + 1 || digits.length > MAX_DIGITS)
      return before === '+' && digits.length >= MIN_DIGITS;

    const word =
      /[\p{L}\p{N}]*$/u.exec(
        text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start),
      )?.[0] ?? '';

    const rest =
      /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + MAX_CONTEXT_CHARS))?.[0] ??
      '';

    if (
      /\d/.test(word + rest) ||
      /^[a-f]+$/i.test(word + rest) ||
      FORMS.countedAfter.test(rest)
    )
      return false;

    return (
      !(isGluedBefore && isGluedAfter) ||
      (/^[a-z]{2,12}$/i.test(word) && isNumber([digits], true))
    );
  });
}

/** Returns the number that begins with a group, up to `until`. With `masked` null, a part without a number. */
function readNumberAt(
  groups: readonly DigitGroup[],
  at: number,
  text: string,
  { isCode, isNumber }: Checks,
) {
  const isLongCode = (group: DigitGroup | undefined) =>
    group !== undefined &&
    group.digits.length >= MIN_CODE_DIGITS &&
    isCode(group.digits);

  const digitsOf = (until: number) =>
    groups.slice(at, until).map(({ digits }) => digits);

  const total = (until: number) => digitsOf(until).join('').length;

  const reach = (limit: number) => {
    let until = at + 1;
    while (until < groups.length && total(until + 1) <= limit) until++;
    return until;
  };

  const first = groups[at] as DigitGroup;
  const { digits, start } = first;
  const before = text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start);

  const masked = (
    until: number,
    kind: MaskedSpan['masked'] | null = 'phone',
  ) => ({
    until,
    masked: kind,
  });

  const none = masked(at, null);

  if (FORMS.unixFractions.test(digits) && FORMS.timeLabel.test(before))
    return none;

  // Twelve digits can also be a number of Egypt. The plus or key before them decides below.
  if (FORMS.compactDate.test(digits) && digits.length !== 12) return none;

  if (digits.length > MAX_DIGITS && FORMS.technicalLabel.test(before))
    return masked(at + 1, null);

  if (digits.length > MAX_DIGITS + 2)
    return digits.length <= 20 ? masked(at + 1, 'id') : none;

  const most = reach(MAX_DIGITS + 2);
  const skipped = masked(most, null);

  const longest = (least: number, is: (until: number) => boolean) => {
    for (let until = most; total(until) >= least; until--)
      if (is(until)) return until;
    return null;
  };

  const isOrder = FORMS.orderLabel.test(before);

  const isForeign =
    /\+\(?$/.test(before) ||
    // `001` is a provider's code.
    (/^00/.test(digits) &&
      !isOrder &&
      total(most) > MIN_DIGITS_ANYWHERE &&
      (!isCode(digits) || isNumber(digitsOf(most), true)));

  if (isForeign) {
    const until =
      longest(MIN_DIGITS, (end) => isNumber(digitsOf(end), true)) ?? most;
    return total(until) >= MIN_DIGITS - 1 ? masked(until) : none;
  }

  if (digits.length > MAX_DIGITS) return masked(at + 1, 'id');

  const isWritten = (until: number) =>
    (until > at + 1 ||
      isPerson ||
      digits.length > MIN_DIGITS ||
      FORMS.beforeNumber.test(before)) &&
    isNumber(digitsOf(until), false);

  const writtenUntil = (until: number) =>
    text.slice(start, groups[until - 1]?.end);

  const written = writtenUntil(most);

  // `WhatsApp: 131049` has a code.
  const isPerson =
    FORMS.personKey.test(before) &&
    !isOrder &&
    !(/^\d{5,6}$/.test(digits) && isCode(digits));

  if (!isPerson && isTime(first, text, before)) return none;

  // `house_kind_6_20131021`
  if (digits.length < 3 && FORMS.compactDate.test(groups[at + 1]?.digits ?? ''))
    return none;

  if (
    isOrder &&
    (total(most) <= MAX_ORDER_DIGITS ||
      FORMS.compactDate.test(digits.slice(0, 8)))
  )
    return skipped;

  const isWhole = total(most) >= MIN_DIGITS && isWritten(most);
  if (
    !isPerson &&
    (isCounted(written, text, start) ||
      areCodes(digitsOf(most), written, isWhole, isCode) ||
      isTally(written, before, isCode))
  )
    return skipped;

  if (isWhole) return masked(most);

  const isLater = (_: DigitGroup, step: number) => {
    const later = digitsOf(most).slice(step + 1);
    return (
      later.join('').length >= MIN_DIGITS_ANYWHERE && isNumber(later, false)
    );
  };

  // `2026 01510 6460001`, `10:15:32,123 386-31-234-566`
  if (
    (/^(?:19|20)\d{2}$/.test(digits) || before.endsWith('\0,')) &&
    groups.slice(at + 1, most).some(isLater)
  )
    return none;

  if (!isPerson && FORMS.dotted.test(written)) return skipped;

  const isList = !isPerson && isListed(written);

  const whole =
    longest(MIN_DIGITS_ANYWHERE, isWritten) ??
    (isList ? null : longest(MIN_DIGITS, isWritten));

  if (whole !== null) {
    // A few more digits belong to the number, unless they are a code or begin the next number.
    const isAll =
      (most === groups.length ||
        (groups[most]?.digits.length === TALLIED_DIGITS &&
          isLongCode(groups[most]))) &&
      total(most) <= Math.min(MAX_DIGITS, total(whole) + MIN_DIGITS - 1);

    return masked(
      isAll && !groups.slice(whole, most).some(isLongCode) ? most : whole,
    );
  }

  let until = reach(MAX_DIGITS);
  if (isPerson && total(until) >= MIN_DIGITS - 1) return masked(until);
  // `131026 98765 43210`
  if (isList) return groups.slice(at + 1, most).some(isLater) ? none : skipped;
  // A code before or after the number.
  if (isLongCode(first)) return none;
  while (isLongCode(groups[until - 1])) until--;

  return total(until) < MIN_DIGITS_ANYWHERE || isListed(writtenUntil(until))
    ? none
    : masked(until);
}

/** Matches amounts, sizes, machine numbers and ranges, by their form or by the words next to them. */
function isCounted(written: string, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start);
  const after = text.slice(start + written.length, start + written.length + 12);

  return (
    FORMS.numberRange.test(written) ||
    isStatusList(written) ||
    (/\(\d{1,5}$/.test(written) && FORMS.countedAfter.test(after)) ||
    FORMS.technicalLabel.test(before) ||
    (FORMS.technicalKey.test(before) &&
      written.replace(/\D/g, '').length < MIN_DIGITS_ANYWHERE) ||
    (!/-.*-/.test(written) &&
      written
        .split(/[ (]{0,2}-[ (]{0,2}/, 3)
        .every((one) => FORMS.groupedByThree.test(one)) &&
      (FORMS.countedAfter.test(after) || FORMS.countedBefore.test(before)))
  );
}

/** `4711 131049` at the start of a line, as `uniq -c` prints it. */
const isTally = (written: string, before: string, isCode: Checks['isCode']) =>
  /(?:^|\n)[ \t]{0,8}$/.test(before) &&
  /^[1-9]\d{0,4} \d{6}$/.test(written) &&
  isCode(written.slice(-TALLIED_DIGITS));

/**
 * `470 471 1005`, `100.2388024`, `92 30610`.
 *
 * @param isNumber True if they also match a country's notation. Then only long codes count, in less common forms.
 */
function areCodes(
  digits: readonly string[],
  written: string,
  isNumber: boolean,
  isCode: Checks['isCode'],
) {
  const isLong = digits.some((one) => /^\d{5,6}$/.test(one) && isCode(one));
  if (
    isLong &&
    digits.length === 2 &&
    digits.some((one) => /^[1-9]\d{0,2}$/.test(one))
  )
    return true;

  // `10/2018278`, `21211/21217`
  if (/^[1-9]\d{4}\/[1-9]\d{4}$/.test(written)) return true;
  if (/^\d{1,3}\/\d{7}$/.test(written) && digits.some(isCode)) return true;
  if (!digits.every(isCode)) return false;
  if (digits.some(({ length }) => length < MIN_CODE_DIGITS)) return false;
  // `190/100/200`
  if (!isNumber || /\/.*\//.test(written)) return true;

  return (
    digits.some(({ length }) => length > MIN_CODE_DIGITS) &&
    !written.includes(')')
  );
}

function isTime(
  { digits, end }: DigitGroup,
  text: string,
  before: string,
): boolean {
  if (FORMS.unixMs.test(digits) || FORMS.compactDate.test(digits)) return true;
  if (!FORMS.unixSeconds.test(digits)) return false;

  return (
    FORMS.timeLabel.test(before) ||
    (FORMS.unixSecondsNow.test(digits) && !FORMS.beforePerson.test(before)) ||
    /^\.\d{3,6}(?!\d)/.test(text.slice(end, end + 8))
  );
}
