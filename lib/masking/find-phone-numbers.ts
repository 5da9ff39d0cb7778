import { getOrInsert } from '../core/get-or-insert.ts';
import { blankSpans, type Span } from '../core/spans.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { getWordPattern } from './key-vocabulary.ts';
import { isPlausiblePhoneNumber } from './phone-number-validation.ts';

interface Checks {
  isCode(digits: string): boolean;
  isNumber(groups: readonly string[], isInternational: boolean): boolean;
}

interface FoundNumber extends Span {
  masked: 'phone' | 'id';
}

/** A run of digits. */
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

/** Digits with the separators that people and programs use. */
const DIGIT_GROUPS = /\d+(?:[ ()[\]./_+-]{1,4}\d+)*/g;
/** Grouped by thousands, or with an exponent. */
const SPREADSHEET_NUMBER =
  /(?<![\d.,'+])\+?\d{1,3}(?:(?<mark>[,.' ])\d{3})(?:\k<mark>\d{3}){2,4}(?![\d.,']?\d)|(?<![\d.,])\d{1,2}(?:,\d\d){4,5},\d{3}(?![\d.,]?\d)|(?<![\w.,])\d[.,]\d{4,15}(?<exponent>e\+?1\d)(?!\w)/gi;
/** Matches the boundary between two numbers: `. `, `] [`, ` +`. A gap separates columns. */
const NUMBER_BOUNDARY = /\. |\][^[]*\[|[^+]\+|\+[^+]|__|--|\/\//;
const COLUMN_GAP = / {2}/;

const NUMBER_KEYS = getWordPattern('numbers');
const TOWARDS_WORDS = getWordPattern('towards');
const MACHINE_KEYS = getWordPattern('machines');
const UNITS = getWordPattern('units');
const ORDER_WORDS = getWordPattern('orders');
/** Matches the key of a personal number, directly before it. */
const PERSON_KEY = new RegExp(`(?:${NUMBER_KEYS})${FIELD_SIGN}[+(]{0,2}$`, 'i');
const BEFORE_NUMBER = new RegExp(String.raw`(?:\b(?:${TOWARDS_WORDS})|[_:])[ :#]{0,2}$`, 'i');
const TECHNICAL_KEY = new RegExp(
  String.raw`(?:(?:${MACHINE_KEYS})s?${FIELD_SIGN}|(?:codes?|version|line|column|row|pid|port|rev)(?:${FIELD_SIGN}| ))\(?$`,
  'i',
);
/** `Invoice no. `, `order #`, `Invoice INV/`. */
const ORDER_LABEL = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${ORDER_WORDS})(?:[ _-]?(?:number|numero|n[uú]mero|nomor|नंबर|id|nr|no|n)[.º°]{0,2}(?!\p{L}))?["']{0,2} ?[:#=№]{0,2} ?["']?#?(?:[A-Z]{1,4}[-/ ])?$`,
  'iu',
);
/** Technical numbers that can have as many digits as a phone number. */
const TECHNICAL_LABEL =
  /(?<![a-z])(?:[mpt]id|[rt]x|err(?:or)?[ _-]?code|challenge|thread(?:[ _]?id)?|bytes|content-length|offset|mem(?:ory)?|heap(?:[ _-]?(?:used|total|limit|size|max))?|rss|size|rev|sku|ean|upc|gtin|isbn|asin|barcode|(?:template|flow|campaign)|(?:campaign|item|template|flow|order|ticket|message|msg|product|invoice|job|batch|event|workflow|execution|node|project|plan|deal|build|run)[ _-]?id)["']? ?[:= ] ?["']?$|\/(?:questions|issues|pull|discussions|tickets|articles|runs|jobs)\/$/i;
const TIME_LABEL =
  /(?:(?:[tT]ime|stamp|(?<![a-z])(?:nano)?seconds|date|epoch|\bts|\bext|\bt|\bat|_at|At|\b[im]?at|\b[mc]time|[rR]eset|retry|\bnbf|\b[eE]xp\w{0,12}|[sS]een|\b[lL]ast|[nN]ext|[nN]ow|\bunix|since|until|before|after|when|started?|ended?|[cC]reat(?:ed|ion)|[uU]pdated|modified|[sS]ync(?:ed)?)["'\\`]{0,6}\s{0,4}(?:[:= ]|[<>]=?)|(?:^|\n)\[)\s{0,4}["'\\`]{0,6}$/;
/** Milliseconds since 1970, for 2014 to 2033. No country has such numbers. */
const UNIX_MS = /^1[4-9]\d{11}$/;
/** Microseconds and nanoseconds, after a word for a time. */
const UNIX_FRACTIONS = /^1[4-9]\d{14}(?:\d{3})?$/;
/** Seconds since 1970 look like numbers of Bangladesh, so they need a word for a time. */
const UNIX_SECONDS = /^1[4-9]\d{8}$/;
/** `20261120`, `20261120140533`. */
const COMPACT_DATE =
  /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{3})?)?)?$/;
const YEAR = /^(?:19|20)\d{2}$/;
/** Matches an extension after a number: `x99`. */
const EXTENSION = /^(?:x|ext)\.?\d{1,5}(?![\p{L}\p{N}])/iu;
/** Matches a word next to the number that names what it counts. */
const COUNTED_AFTER = new RegExp(
  String.raw`^(?:,\d\d(?!\d))? ?(?:[%€£¥₹$₽₩원円元₫₪₱₺]|(?:${UNITS})\b|руб)`,
  'i',
);
const COUNTED_BEFORE = /(?:[$€£¥₹₽₩₫₪₱₺]|\b(?:USD|EUR|GBP|BRL|INR|MXN|IDR|Rs\.?|Rp\.?|Gs\.?|R\$)) ?$/;

const BYTE = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
/** `0.14581138`, `198.51.100.7`. */
const DOTTED = new RegExp(String.raw`^(?:\d{1,3}\.\d{5,}|(?:${BYTE}\.){3}${BYTE})$`);
/** Separate numbers side by side: `12 345 678`, `63016 63018 63021`, `12 45 7 131 8`. */
const NUMBER_LIST = /^\d{1,3}([ .])\d{3}\1\d{3}$|^\d{5,7}(?:\D{1,6}\d{5,7})+$/;
const isListed = (written: string) =>
  NUMBER_LIST.test(written) || (/\d\d/.test(written) && (written.match(/(?<!\d)\d(?!\d)/g)?.length ?? 0) > 1);
/** `1000-1036`, `403 (200-299)`, `2.458835`, `2026-0470`, `1.310.260`, `1001-5000`. */
const NUMBER_RANGE =
  /^0+$|^(\d\d)\d\d ?- ?\1\d\d$|^\d([._,])\d{3}\2\d{3}$|^\d{1,2}([ ._,])\d{3}(?:\3)000$|^\d{1,3}[. ]?001 ?- ?\d{1,3}[. ]?000$|^\d{4}\/\d{4}$|^\d\.\d{9,}$|^\d{1,3}\.\d\d00$|^(\d)\d*00-\4\d{3,4}$|^\d{3} ?\(\d00-\d99$|^\d{1,2}\.\d{5,8}$|^20[0-3]\d-\d{4,6}$|^\d{3}\.\d{3}\.\d\d$|^[1-9]\d{0,5}\/\d{1,6}000$/;
/** `1 310 000`, `4.380,50`. */
const GROUPED_BY_THREE = /^\d{1,3}(?:[ .,_']\d{3}){0,5}(?:[.,]\d\d)?$|^\d{1,20}$/;
/** Between two amounts. */
const AMOUNT_RANGE = /[ (]{0,2}-[ (]{0,2}/;
const HTTP_STATUS = /^(?:20[0-8]|30[0-8]|4(?:0\d|1[0-8]|2[1-9]|31|51)|5(?:0\d|1[01]))$/;

/** `408,429,500,502,503`: in ascending order. */
function isStatusList(written: string): boolean {
  const statuses = written.split(/\D+/);
  return statuses.every((one, at) => HTTP_STATUS.test(one) && one > (statuses[at - 1] ?? ''));
}

const MAX_CONTEXT_CHARS = 48;
/** Number of digits of Meta's codes. */
const TALLIED_DIGITS = 6;

/**
 * Finds phone numbers in a plain text. Nine to fifteen digits in groups are one, unless they are a time, codes of the catalogue, an
 * amount or a list. Fewer digits are one if they match a country's notation.
 */
export function* findPhoneNumbers(text: string, isCode: (digits: string) => boolean): Generator<FoundNumber> {
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
      yield* findNumbersIn(dropDigitsInWords(groups, rest, isNumber), rest, checks);
}

/** Spreadsheets print phone numbers like any large number: `5,511,952,596,589`, `5.511952596589E+12`. */
function* findSpreadsheetNumbers(text: string, isNumber: Checks['isNumber']): Generator<FoundNumber> {
  for (const { 0: written, index, groups } of text.matchAll(SPREADSHEET_NUMBER)) {
    const end = index + written.length;
    const digits = written.replace(/\D/g, '');
    const isAmount =
      COUNTED_AFTER.test(text.slice(end, end + 12)) ||
      COUNTED_BEFORE.test(text.slice(Math.max(0, index - 5), index));
    if (isStatusList(written)) continue;
    if (groups?.exponent || (!isAmount && digits.length > 10 && isNumber([digits], false)))
      yield { start: index, end, masked: 'phone' };
  }
}

/** Splits a run into groups, at most one number each. */
function* splitNumbers(run: string, offset: number, text: string): Generator<DigitGroup[]> {
  let groups: DigitGroup[] = [];
  let hasPlus = text.charAt(offset - 1) === '+';
  for (const { 0: digits, index } of run.matchAll(/\d+/g)) {
    const start = offset + index;
    const group = { digits, start, end: start + digits.length };
    const last = groups.at(-1);
    const between = last ? text.slice(last.end, start) : '';
    if (last && (NUMBER_BOUNDARY.test(between) || (COLUMN_GAP.test(between) && !hasPlus))) {
      yield groups;
      groups = [];
      hasPlus = between.endsWith('+');
    }
    groups.push(group);
  }
  yield groups;
}

function* findNumbersIn(groups: DigitGroup[], text: string, checks: Checks): Generator<FoundNumber> {
  let at = 0;
  while (at < groups.length) {
    const { until, masked } = readNumberAt(groups, at, text, checks);
    const [first, last] = [groups[at], groups[until - 1]];
    if (first && last && masked) yield { start: getStart(first, text), end: last.end, masked };
    at = Math.max(until, at + 1);
  }
}

/** Includes the sign before it, and the area code in `(0xx11) 3599-9445`. */
const getStart = ({ start }: DigitGroup, text: string) =>
  start - (/(?:[+(]{1,2}|\(0xx\d\d\) ?)$/.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0);

/** Digits within a word are part of an id, except a complete number after letters: `tel5511987654321`. */
function dropDigitsInWords(groups: DigitGroup[], text: string, isNumber: Checks['isNumber']): DigitGroup[] {
  return groups.filter(({ digits, start, end }) => {
    const before = text.slice(Math.max(0, start - 1), start);
    const after = text.slice(end, end + 1);
    const isGluedBefore = /[\p{L}\p{M}]/u.test(before);
    const isGluedAfter = /[\p{L}\p{M}]/u.test(after) && !EXTENSION.test(text.slice(end, end + 8));
    if (!isGluedBefore && !isGluedAfter) return true;
    if (digits.length < MIN_DIGITS_ANYWHERE + 1 || digits.length > MAX_DIGITS)
      return before === '+' && digits.length >= MIN_DIGITS;
    const word = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start))?.[0] ?? '';
    const rest = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + MAX_CONTEXT_CHARS))?.[0] ?? '';
    if (/\d/.test(word + rest) || /^[a-f]+$/i.test(word + rest) || COUNTED_AFTER.test(rest)) return false;
    return !(isGluedBefore && isGluedAfter) || (/^[a-z]{2,12}$/i.test(word) && isNumber([digits], true));
  });
}

/** Returns the number that begins with a group, up to `until`. With `masked` null, a part without a number. */
function readNumberAt(groups: readonly DigitGroup[], at: number, text: string, { isCode, isNumber }: Checks) {
  const isLongCode = (group: DigitGroup | undefined) =>
    group !== undefined && group.digits.length >= MIN_CODE_DIGITS && isCode(group.digits);
  const digitsOf = (until: number) => groups.slice(at, until).map(({ digits }) => digits);
  const total = (until: number) => digitsOf(until).join('').length;
  const reach = (limit: number) => {
    let until = at + 1;
    while (until < groups.length && total(until + 1) <= limit) until++;
    return until;
  };
  const first = groups[at] as DigitGroup;
  const { digits, start } = first;
  const before = text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start);
  const masked = (until: number, kind: FoundNumber['masked'] | null = 'phone') => ({ until, masked: kind });
  const none = masked(at, null);
  if (UNIX_FRACTIONS.test(digits) && TIME_LABEL.test(before)) return none;
  // Twelve digits can also be a number of Egypt. The plus or key before them decides below.
  if (COMPACT_DATE.test(digits) && digits.length !== 12) return none;
  if (digits.length > MAX_DIGITS && TECHNICAL_LABEL.test(before)) return masked(at + 1, null);
  if (digits.length > MAX_DIGITS + 2) return digits.length <= 20 ? masked(at + 1, 'id') : none;

  const most = reach(MAX_DIGITS + 2);
  const skipped = masked(most, null);
  const longest = (least: number, is: (until: number) => boolean) => {
    for (let until = most; total(until) >= least; until--) if (is(until)) return until;
    return null;
  };
  const isOrder = ORDER_LABEL.test(before);
  const isForeign =
    /\+\(?$/.test(before) ||
    // `001` is a provider's code.
    (/^00/.test(digits) &&
      !isOrder &&
      total(most) > MIN_DIGITS_ANYWHERE &&
      (!isCode(digits) || isNumber(digitsOf(most), true)));
  if (isForeign) {
    const until = longest(MIN_DIGITS, (end) => isNumber(digitsOf(end), true)) ?? most;
    return total(until) >= MIN_DIGITS - 1 ? masked(until) : none;
  }
  if (digits.length > MAX_DIGITS) return masked(at + 1, 'id');

  const isWritten = (until: number) =>
    (until > at + 1 || isPerson || digits.length > MIN_DIGITS || BEFORE_NUMBER.test(before)) &&
    isNumber(digitsOf(until), false);
  const writtenUntil = (until: number) => text.slice(start, groups[until - 1]?.end);
  const written = writtenUntil(most);
  // `WhatsApp: 131049` has a code.
  const isPerson = PERSON_KEY.test(before) && !isOrder && !(/^\d{5,6}$/.test(digits) && isCode(digits));
  if (!isPerson && isTime(first, text, before)) return none;
  // `house_kind_6_20131021`
  if (digits.length < 3 && COMPACT_DATE.test(groups[at + 1]?.digits ?? '')) return none;
  if (isOrder && (total(most) <= MAX_ORDER_DIGITS || COMPACT_DATE.test(digits.slice(0, 8)))) return skipped;
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
    return later.join('').length >= MIN_DIGITS_ANYWHERE && isNumber(later, false);
  };
  // `2026 01510 6460001`, `10:15:32,123 386-31-234-566`
  if ((YEAR.test(digits) || before.endsWith('\0,')) && groups.slice(at + 1, most).some(isLater)) return none;
  if (!isPerson && DOTTED.test(written)) return skipped;
  const isList = !isPerson && isListed(written);
  const whole = longest(MIN_DIGITS_ANYWHERE, isWritten) ?? (isList ? null : longest(MIN_DIGITS, isWritten));
  if (whole !== null) {
    // A few more digits belong to the number, unless they are a code or begin the next number.
    const isAll =
      (most === groups.length ||
        (groups[most]?.digits.length === TALLIED_DIGITS && isLongCode(groups[most]))) &&
      total(most) <= Math.min(MAX_DIGITS, total(whole) + MIN_DIGITS - 1);
    return masked(isAll && !groups.slice(whole, most).some(isLongCode) ? most : whole);
  }
  let until = reach(MAX_DIGITS);
  if (isPerson && total(until) >= MIN_DIGITS - 1) return masked(until);
  // `131026 98765 43210`
  if (isList) return groups.slice(at + 1, most).some(isLater) ? none : skipped;
  // A code before or after the number.
  if (isLongCode(first)) return none;
  while (isLongCode(groups[until - 1])) until--;
  return total(until) < MIN_DIGITS_ANYWHERE || isListed(writtenUntil(until)) ? none : masked(until);
}

/** Matches amounts, sizes, machine numbers and ranges, by their form or by the words next to them. */
function isCounted(written: string, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start);
  const after = text.slice(start + written.length, start + written.length + 12);
  return (
    NUMBER_RANGE.test(written) ||
    isStatusList(written) ||
    (/\(\d{1,5}$/.test(written) && COUNTED_AFTER.test(after)) ||
    TECHNICAL_LABEL.test(before) ||
    (TECHNICAL_KEY.test(before) && written.replace(/\D/g, '').length < MIN_DIGITS_ANYWHERE) ||
    (!/-.*-/.test(written) &&
      written.split(AMOUNT_RANGE, 3).every((one) => GROUPED_BY_THREE.test(one)) &&
      (COUNTED_AFTER.test(after) || COUNTED_BEFORE.test(before)))
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
): boolean {
  const isLong = digits.some((one) => /^\d{5,6}$/.test(one) && isCode(one));
  if (isLong && digits.length === 2 && digits.some((one) => /^[1-9]\d{0,2}$/.test(one))) return true;
  // `10/2018278`, `21211/21217`
  if (/^[1-9]\d{4}\/[1-9]\d{4}$/.test(written)) return true;
  if (/^\d{1,3}\/\d{7}$/.test(written) && digits.some(isCode)) return true;
  if (!digits.every(isCode)) return false;
  if (digits.some(({ length }) => length < MIN_CODE_DIGITS)) return false;
  // `190/100/200`
  if (!isNumber || /\/.*\//.test(written)) return true;
  return digits.some(({ length }) => length > MIN_CODE_DIGITS) && !written.includes(')');
}

function isTime({ digits, end }: DigitGroup, text: string, before: string): boolean {
  if (UNIX_MS.test(digits) || COMPACT_DATE.test(digits)) return true;
  if (!UNIX_SECONDS.test(digits)) return false;
  return TIME_LABEL.test(before) || /^\.\d{3,6}(?!\d)/.test(text.slice(end, end + 8));
}
