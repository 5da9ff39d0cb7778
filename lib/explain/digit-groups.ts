/**
 * Whether groups of digits are a phone number as it is written somewhere.
 *
 * @param isInternational After a plus or `00`.
 */
export type IsNumber = (groups: readonly string[], isInternational: boolean) => boolean;

/** What tells numbers of people from other numbers. */
export interface Knowledge {
  isNumber: IsNumber;
  /** An error code of the catalogue: lists of them look like phone numbers. */
  isCode(digits: string): boolean;
}

export interface Span {
  start: number;
  end: number;
  masked: 'phone' | 'id';
}

/** A run of digits. */
interface Group {
  digits: string;
  start: number;
  end: number;
}

/** No more digits than this are a phone number. */
const MOST_DIGITS = 15;
/** So many are one, wherever they stand. */
const MANY_DIGITS = 9;
/** With fewer, only what some country writes so. */
const FEW_DIGITS = 7;
/** Shorter codes are too common in numbers, but beside long ones. */
const LEAST_CODE = 3;
/** So often is a country asked in one text; what is left is taken for a number. */
const MOST_ASKED = 300;

/** Digits with what people and programs put between them. */
const RUN = /\d+(?:[ ()[\]./_+-]{1,4}\d+)*/g;
/** Where one number ends and another begins: `. `, `] [`, ` +`. A gap is between columns. */
const APART = /\. |\][^[]*\[|[^+]\+|\+[^+]|__|--|\/\//;
const GAP = / {2}/;

/** Keys whose value is a person's number, whatever it looks like. */
const PERSON = new RegExp(
  `(?:${[
    String.raw`\b(?:to|from)|recipient(?:_?id)?|wa_?id|phone|mobile|msisdn|destination|source|number|contact|customer`,
    'tel|cel|celular|tel[eé]fono|telefone|whatsapp',
  ].join('|')})${String.raw`["'\]\\]{0,6}\s{0,4}(?:=>|[:=])\s{0,4}["'\\\x60]{0,6}[+(]{0,2}$`}`,
  'i',
);
/** A person's number may follow. */
const TOWARDS =
  /(?:\b(?:to|for|from|number|phone|call|called|customer|recipient|user|contact|mobile|whatsapp|with|de|para|an|a)|[_:])[ :#]{0,2}$/i;
/** Keys of machines. */
const TECHNICAL = new RegExp(
  `(?:(?:${[
    'code|status|error|errno|http|size|bytes|length|count|duration|elapsed|latency|ms|offset|limit|total',
    'retry[-_ ]after',
  ].join('|')})${[
    String.raw`s?["'\]\\)]{0,6}\s{0,4}[:=]`,
    '(?:codes?|version|line|column|row|pid|port|rev))',
  ].join('|')}${String.raw`["'\]\\)]{0,6}[:= ]\s{0,4}["'\\\x60(]{0,6}$`}`,
  'i',
);
const TIME =
  /(?:time|stamp|date|epoch|\bts|\bt|\bat|_at|At|\bi?at|\bexp\w{0,12}|since|until|created|updated)["'\\`]{0,6}\s{0,4}[:= ]\s{0,4}["'\\`]{0,6}$/;
/** Milliseconds since 1970 of the years 2014 to 2033: no country has numbers like that. */
const UNIX_MS = /^1[4-9]\d{11}$/;
/** Seconds, which are like numbers of Bangladesh: a time only where the text says so. */
const UNIX_SECONDS = /^1[4-9]\d{8}$/;
/** `20261120`, `20261120140533`. */
const COMPACT =
  /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?$/;
/** `x99` behind a number. */
const EXTENSION = /^(?:x|ext)\.?\d{1,5}(?![\p{L}\p{N}])/iu;
/** What a number counts stands beside it. */
const COUNTED_AFTER =
  /^ ?(?:%|€|£|¥|₹|\$|(?:USD|EUR|GBP|BRL|INR|MXN|IDR|bytes?|[kmg]i?b|ms|ns|µs|us|secs?|seconds?|messages?|mensagens|mensajes)\b)/i;
const COUNTED_BEFORE = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|BRL|INR|MXN|IDR|Rs\.?|R\$)) ?$/;

const REACH = 48;

/**
 * Numbers of people among the digits of a plain text. Nine to fifteen digits in groups are one, unless they are a time, codes of the
 * catalogue, an amount or a list; fewer are one where a country writes them so.
 */
export function* phoneNumbers(text: string, { isNumber, isCode }: Knowledge): Generator<Span> {
  let asked = 0;
  const isWritten: IsNumber = (groups, isInternational) =>
    ++asked > MOST_ASKED || isNumber(groups, isInternational);
  for (const match of text.matchAll(RUN)) {
    for (const groups of apart(match[0], match.index, text, isCode))
      yield* numbersIn(groups, text, { isNumber: isWritten, isCode });
  }
}

/** The groups of a run, those of one number at most together. */
function* apart(run: string, offset: number, text: string, isCode: Knowledge['isCode']): Generator<Group[]> {
  let groups: Group[] = [];
  let hasPlus = text.charAt(offset - 1) === '+';
  for (const { 0: digits, index } of run.matchAll(/\d+/g)) {
    const start = offset + index;
    const group = { digits, start, end: start + digits.length };
    const last = groups.at(-1);
    const between = last ? text.slice(last.end, start) : '';
    const isApart = APART.test(between) || (GAP.test(between) && !hasPlus);
    if (last && (isApart || (between.endsWith('(') && isBracketed(digits, isCode)))) {
      yield groups;
      groups = [];
      hasPlus = between.endsWith('+');
    }
    groups.push(group);
  }
  if (groups.length > 0) yield groups;
}

/** What stands in brackets is an area, or a code. */
const isBracketed = (digits: string, isCode: Knowledge['isCode']) =>
  digits.length > 5 || (digits.length === 5 && isCode(digits));

function* numbersIn(all: Group[], text: string, knowledge: Knowledge): Generator<Span> {
  const groups = withoutWords(all, text);
  let at = 0;
  while (at < groups.length) {
    const { until, masked } = numberAt(groups, at, text, knowledge);
    const [first, last] = [groups[at], groups[until - 1]];
    if (first && last && masked) yield { start: startOf(first, text), end: last.end, masked };
    at = Math.max(until, at + 1);
  }
}

/** With the sign before it. */
const startOf = ({ start }: Group, text: string) =>
  start - (/[+(]{1,2}$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);

/** Digits within a word are part of an id, but for a whole number after letters: `tel5511987654321`. */
function withoutWords(groups: Group[], text: string): Group[] {
  return groups.filter(({ digits, start, end }) => {
    const before = text.slice(Math.max(0, start - 1), start);
    const after = text.slice(end, end + 1);
    const isGluedBefore = /[\p{L}\p{M}]/u.test(before);
    const isGluedAfter = /[\p{L}\p{M}]/u.test(after) && !EXTENSION.test(text.slice(end, end + 8));
    if (!isGluedBefore && !isGluedAfter) return true;
    if (digits.length < MANY_DIGITS + 1 || digits.length > MOST_DIGITS)
      return before === '+' && digits.length >= FEW_DIGITS;
    if (isGluedBefore && isGluedAfter) return false;
    const word = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
    const rest = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + REACH))?.[0] ?? '';
    return !/\d/.test(word + rest) && !/^[a-f]+$/i.test(word + rest) && !COUNTED_AFTER.test(rest);
  });
}

/** The number that begins with a group: up to `until`; with `masked` null what there is none in. */
function numberAt(groups: readonly Group[], at: number, text: string, { isNumber, isCode }: Knowledge) {
  const digitsOf = (from: number, until: number) => groups.slice(from, until).map(({ digits }) => digits);
  const total = (from: number, until: number) => digitsOf(from, until).join('').length;
  const reach = (from: number, most: number) => {
    let until = from + 1;
    while (until < groups.length && total(from, until + 1) <= most) until++;
    return until;
  };
  const first = groups[at] as Group;
  const before = text.slice(Math.max(0, first.start - REACH), first.start);
  const masked = (until: number, kind: Span['masked'] | null = 'phone') => ({ until, masked: kind });
  const none = masked(at, null);
  if (first.digits.length > MOST_DIGITS + 2) return first.digits.length <= 20 ? masked(at + 1, 'id') : none;

  const most = reach(at, MOST_DIGITS + 2);
  if (
    /\+\(?$/.test(before) ||
    // `33 + 2494007` adds codes.
    (/\+ \(?$/.test(before) && !isCode(first.digits)) ||
    (/^00/.test(first.digits) &&
      total(at, most) > MANY_DIGITS &&
      // Some provider has a code `001`.
      (!isCode(first.digits) || isNumber(digitsOf(at, most), true)))
  ) {
    for (let until = most; until > at; until--)
      if (total(at, until) >= FEW_DIGITS && isNumber(digitsOf(at, until), true)) return masked(until);
    return total(at, most) >= FEW_DIGITS - 1 ? masked(most) : none;
  }
  if (first.digits.length > MOST_DIGITS) return masked(at + 1, 'id');

  // `WhatsApp: 131049` has a code.
  const isPerson = PERSON.test(before) && !(/^\d{5,6}$/.test(first.digits) && isCode(first.digits));
  const isLongCode = (digits: string) => digits.length >= LEAST_CODE && isCode(digits);
  const here = groups.slice(at, most);
  if (!isPerson) {
    if (isOther(first, text, before)) return none;
    if (isRow(here, isCode) || isRange(here, text) || isCounted(here, text, before))
      return { until: most, masked: null };
  }
  const isWritten = (until: number) =>
    total(at, until) >= FEW_DIGITS &&
    (until > at + 1 || isPerson || first.digits.length > FEW_DIGITS || TOWARDS.test(before)) &&
    isNumber(digitsOf(at, until), false);
  const isWhole = isWritten(most);
  if (!isPerson && areCodes(here, text, isCode, isWhole)) return { until: most, masked: null };
  if (isWhole) return masked(most);
  /** The longest that is a number, and has so many digits. A few more behind it belong to it, but for a code. */
  const prefixOf = (least: number) => {
    for (let until = most - 1; until > at && total(at, until) >= least; until--) {
      if (!isWritten(until)) continue;
      const isAll = total(until, most) < FEW_DIGITS && total(at, most) <= MOST_DIGITS;
      return isAll && !groups.slice(until, most).some(({ digits }) => isLongCode(digits)) ? most : until;
    }
    return null;
  };
  const isLater = (from: number) => {
    let until = reach(from, MOST_DIGITS);
    while (until > from + 1 && isLongCode(groups[until - 1]?.digits ?? '')) until--;
    return until > from + 1 && total(from, until) >= MANY_DIGITS && isNumber(digitsOf(from, until), false);
  };
  if (!isPerson && isDotted(here, text)) return { until: most, masked: null };
  const long = prefixOf(MANY_DIGITS);
  if (long !== null) return masked(long);
  if (!isPerson) {
    // `5 886 943 755 566`: the number begins later.
    if (here.some((_, step) => step > 0 && isLater(at + step))) return none;
    if (isList(withoutCodes(here, isLongCode), text)) return { until: most, masked: null };
  }
  const short = prefixOf(FEW_DIGITS);
  if (short !== null) return masked(short);
  if (isPerson && total(at, most) >= FEW_DIGITS - 2) return masked(reach(at, MOST_DIGITS));
  // A code before the number, or behind it.
  if (
    isLongCode(first.digits) &&
    at + 1 < groups.length &&
    total(at + 1, reach(at + 1, MOST_DIGITS)) >= MANY_DIGITS
  )
    return none;
  let until = reach(at, MOST_DIGITS);
  while (until > at + 1 && isLongCode(groups[until - 1]?.digits ?? '') && total(at, until - 1) >= MANY_DIGITS)
    until--;
  return total(at, until) < MANY_DIGITS || isList(groups.slice(at, until), text) ? none : masked(until);
}

/** A time or a number that is named: nobody's. */
function isOther({ digits, end }: Group, text: string, before: string): boolean {
  if (UNIX_MS.test(digits) || COMPACT.test(digits)) return true;
  if (!UNIX_SECONDS.test(digits)) return false;
  return TIME.test(before) || /^\.\d{3,6}(?!\d)/.test(text.slice(end, end + 8));
}

/**
 * `470 471 1005`, `100.2388024`.
 *
 * @param isNumber They are as a country writes a number, too. Then only long ones are believed, and not in its commonest forms.
 */
function areCodes(
  groups: readonly Group[],
  text: string,
  isCode: Knowledge['isCode'],
  isNumber: boolean,
): boolean {
  if (!groups.every(({ digits }) => isCode(digits))) return false;
  const longest = Math.max(...groups.map(({ digits }) => digits.length));
  const areLong = groups.every(({ digits }) => digits.length >= LEAST_CODE);
  if (!areLong && (groups.length > 3 || longest < 5)) return false;
  const written = text.slice(groups[0]?.start, groups.at(-1)?.end);
  // `190/100/200`
  if (!isNumber || groups.length === 1 || /\/.*\//.test(written)) return true;
  return longest > LEAST_CODE && !/\(|^\d{1,3}[ -]\d{7}$/.test(written);
}

/** `92 30610`: a code beside a small number. */
const isRow = (groups: readonly Group[], isCode: Knowledge['isCode']) =>
  groups.length === 2 &&
  groups.some(({ digits }) => /^\d{5,6}$/.test(digits) && isCode(digits)) &&
  groups.some(({ digits }) => /^[1-9]\d{0,2}$/.test(digits));

/** An amount, a size, a machine's number: by what stands beside it. */
function isCounted(groups: readonly Group[], text: string, before: string): boolean {
  const end = groups.at(-1)?.end ?? 0;
  const digits = groups.map((group) => group.digits);
  if (TECHNICAL.test(before) && digits.join('').length < MANY_DIGITS) return true;
  return (
    isGroupedByThree(digits) && (COUNTED_AFTER.test(text.slice(end, end + 12)) || COUNTED_BEFORE.test(before))
  );
}

const isGroupedByThree = ([first = '', ...rest]: readonly string[]) =>
  rest.every(({ length }) => length === 3) && (rest.length === 0 || first.length <= 3);

/** Without the codes behind the rest. */
function withoutCodes(groups: readonly Group[], isLongCode: (digits: string) => boolean): readonly Group[] {
  const until = groups.findLastIndex(({ digits }) => !isLongCode(digits)) + 1;
  return until > 2 ? groups.slice(0, until) : groups;
}

/** Numbers that only stand side by side: codes, amounts, addresses of machines, columns. */
function isList(groups: readonly Group[], text: string): boolean {
  const digits = groups.map((group) => group.digits);
  if (digits.length < 2) return false;
  const between = groups.slice(1).map(({ start }, at) => text.slice(groups[at]?.end, start));
  const are = (sign: string) => between.every((one) => one === sign);
  const singles = digits.filter(({ length }) => length === 1).length;
  const isShort = digits.every(({ length }) => length >= 5 && length <= FEW_DIGITS);
  if (isShort || (singles > 1 && singles < digits.length)) return true;
  return digits.length === 3 && isGroupedByThree(digits) && (are(' ') || are('.'));
}

/** `1000-1036`. */
function isRange([from, to, ...rest]: readonly Group[], text: string): boolean {
  if (!from || !to || rest.length > 0 || text.slice(from.end, to.start) !== '-') return false;
  return (
    /00$/.test(from.digits) && from.digits.length === to.digits.length && from.digits[0] === to.digits[0]
  );
}

/** `0.14581138`, `198.51.100.7`. */
function isDotted(groups: readonly Group[], text: string): boolean {
  const [first = '', second = '', ...rest] = groups.map(({ digits }) => digits);
  if (groups.some(({ start }, at) => at > 0 && text.slice(groups[at - 1]?.end, start) !== '.')) return false;
  if (rest.length === 0) return first.length <= 3 && second.length >= 5;
  return (
    rest.length === 2 && [first, second, ...rest].every((part) => Number(part) < 256 && !/^0\d/.test(part))
  );
}
