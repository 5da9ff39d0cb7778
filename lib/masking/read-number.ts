import { applyRules, type Rule } from '../core/apply-rules.ts';
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

/** After `order`, a longer number may be the customer's phone number. */
const MAX_ORDER_DIGITS = 12;
/** The longest ids: those of messages and of snowflakes. */
const MAX_ID_DIGITS = 20;
/** Minimum length of a code; shorter ones are too common inside numbers. */
const MIN_CODE_DIGITS = 3;
/** Number of digits of Meta's codes. */
const TALLIED_DIGITS = 6;
/** A trunk prefix, or an area code in parentheses, may add digits to a number. */
const MAX_ADDED_DIGITS = 2;

/** Groups of digits that are one number, up to `until`, or that are none (`masked` is null). */
interface NumberPart {
  until: number;
  masked: MaskedSpan['masked'] | null;
}

/** Groups of digits, at the one that a number may begin with. */
interface NumberStart {
  groups: readonly DigitGroup[];
  at: number;
  text: string;
  checks: NumberChecks;
  first: DigitGroup;
  before: string;
  /** The end of the groups that can belong to one number. */
  most: number;
  /** The text of these groups. */
  written: string;
  /** A number of an order or an account is expected. */
  isOrder: boolean;
  /** A number of a person is expected. */
  isPerson: boolean;
}

/** In order of precedence. */
const RULES: readonly Rule<NumberStart, NumberPart>[] = [
  skipTimeOrDate,
  readLongId,
  readInternational,
  readId,
  skipTimestamp,
  skipPartOfName,
  skipOrder,
  readWhole,
  skipUpToNumber,
  skipDotted,
  readLongest,
];

/** Returns the number that begins with a group, or a part without a number. */
export function readNumberAt(
  groups: readonly DigitGroup[],
  at: number,
  text: string,
  checks: NumberChecks,
): NumberPart {
  const start = createStart(groups, at, text, checks);
  return applyRules(RULES, start) ?? readRest(start);
}

function createStart(
  groups: readonly DigitGroup[],
  at: number,
  text: string,
  checks: NumberChecks,
): NumberStart {
  const first = groups[at] as DigitGroup;

  const before = text.slice(
    Math.max(0, first.start - MAX_CONTEXT_CHARS),
    first.start,
  );

  const most = findReach(groups, at, MAX_DIGITS + MAX_ADDED_DIGITS);
  const isOrder = FORMS.orderLabel.test(before);

  // `WhatsApp: 131049` has a code.
  const isCodeOfPerson =
    /^\d{5,6}$/.test(first.digits) && checks.isCode(first.digits);

  return {
    groups,
    at,
    text,
    checks,
    first,
    before,
    most,
    written: text.slice(first.start, groups[most - 1]?.end),
    isOrder,
    isPerson: !isOrder && !isCodeOfPerson && FORMS.personKey.test(before),
  };
}

/** Returns the end of the groups that have at most this number of digits together; the first one always counts. */
function findReach(
  groups: readonly DigitGroup[],
  at: number,
  limit: number,
): number {
  let total = groups[at]?.digits.length ?? 0;
  let until = at + 1;

  for (; until < groups.length; until++) {
    total += groups[until]?.digits.length ?? 0;
    if (total > limit) break;
  }

  return until;
}

const getDigits = ({ groups, at }: NumberStart, until: number): string[] =>
  groups.slice(at, until).map(({ digits }) => digits);

const countDigits = (start: NumberStart, until: number): number =>
  getDigits(start, until).join('').length;

const number = (until: number): NumberPart => ({ until, masked: 'phone' });
const skip = (until: number): NumberPart => ({ until, masked: null });
const skipFirst = ({ at }: NumberStart): NumberPart => skip(at + 1);

/** Returns the end of the longest number with the least number of digits that passes a test, or null. */
function findLongest(
  start: NumberStart,
  least: number,
  test: (start: NumberStart, until: number) => boolean,
): number | null {
  for (let until = start.most; countDigits(start, until) >= least; until--)
    if (test(start, until)) return until;

  return null;
}

const isInternational = (start: NumberStart, until: number): boolean =>
  start.checks.isNumber(getDigits(start, until), true);

/** Returns true for the notation of a country. A group of seven digits alone needs a word that names a number. */
function isNational(start: NumberStart, until: number): boolean {
  const { at, first, checks, isPerson } = start;

  const isNotable =
    until > at + 1 || isPerson || first.digits.length > MIN_DIGITS;

  return isNotable && checks.isNumber(getDigits(start, until), false);
}

function isLongCode(
  { checks }: NumberStart,
  group: DigitGroup | undefined,
): boolean {
  return (
    group !== undefined &&
    group.digits.length >= MIN_CODE_DIGITS &&
    checks.isCode(group.digits)
  );
}

/** From 2023 to 2027: such times need no word before them. */
const FIRST_SECOND_NOW = '1690000000';
const LAST_SECOND_NOW = '1800000000';

/** Returns true for the years 2014 to 2033, in seconds (ten digits) or a fraction of them. */
const isUnixTime = (digits: string, length: number): boolean =>
  digits.length === length && /^1[4-9]/.test(digits);

const isListed = (written: string) =>
  FORMS.numberList.test(written) ||
  (/\d\d/.test(written) &&
    (written.match(/(?<!\d)\d(?!\d)/g)?.length ?? 0) > 1);

/** Returns true if a number begins behind the first group. */
function hasLaterNumber({ groups, at, most, checks }: NumberStart): boolean {
  const later = groups.slice(at + 1, most).map(({ digits }) => digits);

  return later.some((_, from) => {
    const digits = later.slice(from);

    return (
      digits.join('').length >= MIN_DIGITS_ANYWHERE &&
      checks.isNumber(digits, false)
    );
  });
}

function skipTimeOrDate(start: NumberStart): NumberPart | undefined {
  const { digits } = start.first;

  const isFractions =
    (isUnixTime(digits, 16) || isUnixTime(digits, 19)) &&
    FORMS.timeLabel.test(start.before);

  // Twelve digits can also be a number of Egypt. The plus or key before them decides below.
  const isDate = FORMS.compactDate.test(digits) && digits.length !== 12;

  if (isFractions || isDate) return skipFirst(start);
}

function readLongId(start: NumberStart): NumberPart | undefined {
  const { length } = start.first.digits;

  if (length <= MAX_DIGITS) return undefined;
  if (FORMS.technicalLabel.test(start.before)) return skipFirst(start);
  if (length <= MAX_DIGITS + MAX_ADDED_DIGITS) return undefined;

  return length <= MAX_ID_DIGITS ? readId(start) : skipFirst(start);
}

/** `+55 11 …`, `0055 11 …` */
function readInternational(start: NumberStart): NumberPart | undefined {
  const hasPrefix = /\+\(?$/.test(start.before) || hasZeroPrefix(start);
  if (!hasPrefix) return undefined;

  const until = findLongest(start, MIN_DIGITS, isInternational) ?? start.most;

  return countDigits(start, until) >= MIN_DIGITS - 1
    ? number(until)
    : skipFirst(start);
}

function hasZeroPrefix(start: NumberStart): boolean {
  const { first, most, checks, isOrder } = start;

  if (!/^00/.test(first.digits) || isOrder) return false;
  if (countDigits(start, most) <= MIN_DIGITS_ANYWHERE) return false;

  // `001` is a provider's code.
  return !checks.isCode(first.digits) || isInternational(start, most);
}

function readId({ at, first }: NumberStart): NumberPart | undefined {
  if (first.digits.length > MAX_DIGITS) return { until: at + 1, masked: 'id' };
}

function skipTimestamp(start: NumberStart): NumberPart | undefined {
  const { first, text, before, isPerson } = start;
  if (!isPerson && isTime(first, text, before)) return skipFirst(start);
}

/** `house_kind_6_20131021` */
function skipPartOfName(start: NumberStart): NumberPart | undefined {
  const { groups, at, first } = start;
  const next = groups[at + 1]?.digits ?? '';

  if (first.digits.length < 3 && FORMS.compactDate.test(next))
    return skipFirst(start);
}

function skipOrder(start: NumberStart): NumberPart | undefined {
  const { first, most, isOrder } = start;

  const mayBeOrder =
    countDigits(start, most) <= MAX_ORDER_DIGITS ||
    FORMS.compactDate.test(first.digits.slice(0, 8));

  if (isOrder && mayBeOrder) return skip(most);
}

/** Takes all groups as one number, unless their form or what is around them says that they are none. */
function readWhole(start: NumberStart): NumberPart | undefined {
  const { text, first, before, most, written, isPerson } = start;
  const { isCode } = start.checks;

  const isWhole =
    countDigits(start, most) >= MIN_DIGITS && isNational(start, most);

  const isOther =
    !isPerson &&
    (isCounted(written, text, first.start) ||
      areCodes(getDigits(start, most), written, isWhole, isCode) ||
      isTally(written, before, isCode));

  if (isOther) return skip(most);
  if (isWhole) return number(most);
}

/** `2026 01510 6460001`, `10:15:32,123 386-31-234-566` */
function skipUpToNumber(start: NumberStart): NumberPart | undefined {
  const { first, before } = start;

  const isPartOfTime =
    /^(?:19|20)\d{2}$/.test(first.digits) || before.endsWith('\0,');

  if (isPartOfTime && hasLaterNumber(start)) return skipFirst(start);
}

function skipDotted({ most, written, isPerson }: NumberStart) {
  return !isPerson && FORMS.dotted.test(written) ? skip(most) : undefined;
}

function readLongest(start: NumberStart): NumberPart | undefined {
  const { groups, most, written, isPerson } = start;
  const isList = !isPerson && isListed(written);

  const until =
    findLongest(start, MIN_DIGITS_ANYWHERE, isNational) ??
    (isList ? null : findLongest(start, MIN_DIGITS, isNational));

  if (until === null) return undefined;

  const hasCodeBehind = groups
    .slice(until, most)
    .some((group) => isLongCode(start, group));

  const isAll = !hasCodeBehind && mayTakeAll(start, until);

  return number(isAll ? most : until);
}

/** A few more digits belong to a number, unless they begin the next one. */
function mayTakeAll(start: NumberStart, until: number): boolean {
  const { groups, most } = start;
  const next = groups[most];

  const isBeforeCode =
    next?.digits.length === TALLIED_DIGITS && isLongCode(start, next);

  const maxDigits = Math.min(
    MAX_DIGITS,
    countDigits(start, until) + MIN_DIGITS - 1,
  );

  return (
    (most === groups.length || isBeforeCode) &&
    countDigits(start, most) <= maxDigits
  );
}

/** Takes digits without the notation of any country, if they are long enough and no list. */
function readRest(start: NumberStart): NumberPart {
  const { groups, at, text, first, most, written, isPerson } = start;
  let until = findReach(groups, at, MAX_DIGITS);

  if (isPerson && countDigits(start, until) >= MIN_DIGITS - 1)
    return number(until);

  // `131026 98765 43210`
  if (!isPerson && isListed(written))
    return hasLaterNumber(start) ? skipFirst(start) : skip(most);

  // A code before or after the number.
  if (isLongCode(start, first)) return skipFirst(start);
  while (isLongCode(start, groups[until - 1])) until--;

  const isShort = countDigits(start, until) < MIN_DIGITS_ANYWHERE;
  const isList = isListed(text.slice(first.start, groups[until - 1]?.end));

  return isShort || isList ? skipFirst(start) : number(until);
}

/** Matches amounts, sizes, machine numbers and ranges, by their form or by the words next to them. */
function isCounted(written: string, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start);
  const after = text.slice(start + written.length, start + written.length + 12);
  const isCountedAfter = FORMS.countedAfter.test(after);

  if (FORMS.numberRange.test(written) || isStatusList(written)) return true;
  if (/\(\d{1,5}$/.test(written) && isCountedAfter) return true;
  if (FORMS.technicalLabel.test(before)) return true;

  const isShort = written.replace(/\D/g, '').length < MIN_DIGITS_ANYWHERE;
  if (isShort && FORMS.technicalKey.test(before)) return true;

  return (
    (isCountedAfter || FORMS.countedBefore.test(before)) && isAmount(written)
  );
}

/** `1 250 000`, or a range of two amounts. */
const isAmount = (written: string): boolean =>
  !/-.*-/.test(written) &&
  written
    .split(/[ (]{0,2}-[ (]{0,2}/, 3)
    .every((one) => FORMS.groupedByThree.test(one));

/** `4711 131049` at the start of a line, as `uniq -c` prints it. */
const isTally = (
  written: string,
  before: string,
  isCode: NumberChecks['isCode'],
) =>
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
  isCode: NumberChecks['isCode'],
): boolean {
  const isLong = digits.some((one) => /^\d{5,6}$/.test(one) && isCode(one));
  const isCountAndCode =
    digits.length === 2 && digits.some((one) => /^[1-9]\d{0,2}$/.test(one));

  if (isLong && isCountAndCode) return true;

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
  if (isUnixTime(digits, 13) || FORMS.compactDate.test(digits)) return true;
  if (!isUnixTime(digits, 10)) return false;
  if (FORMS.timeLabel.test(before)) return true;

  const isRecent =
    isUnixTime(digits, 10) &&
    digits >= FIRST_SECOND_NOW &&
    digits < LAST_SECOND_NOW &&
    !FORMS.beforePerson.test(before);

  return isRecent || /^\.\d{3,6}(?!\d)/.test(text.slice(end, end + 8));
}
