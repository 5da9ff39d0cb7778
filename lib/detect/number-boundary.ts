import { isLetter } from '../core/letters.ts';
import { anyOf } from '../core/pattern-parts.ts';
import { NOTATIONS } from '../structure/notations.ts';
import { isListComma, isListSlash, isRangeDash } from './list-separators.ts';
import { mayFollowColon, mayPrecedeColon } from './number-in-time.ts';

/** Scripts without spaces between words, whose letters may touch a number. */
const UNSPACED_SCRIPT = anyOf(
  [
    /\p{Script=Han}/u,
    /\p{Script=Hiragana}/u,
    /\p{Script=Katakana}/u,
    /\p{Script=Hangul}/u,
    /\p{Script=Thai}/u,
    /\p{Script=Lao}/u,
    /\p{Script=Khmer}/u,
    /\u30fc/u,
  ],
  'u',
);
const ALPHABETIC_LETTER = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]/;
/** `131026-B`: the rest of an id. Languages join their endings in small letters. */
const ID_PART = /^-[A-Z]{1,3}(?![A-Za-z])/;
/** `S.131026`: an initial, unlike a full stop. */
const INITIAL = /(?:^|[^\w.])[A-Z]\.$/;
/** `MemoryBlock[131056]`: an index into memory. */
const MEMORY_INDEX = /(?:mem(?:ory)?|byte|buf(?:fer)?|block|ram|rom)s?\[$/i;
const MAX_EXTENSION_UNITS = 5;
const CURRENCY = '$€£¥₹₩₽৳฿₺₫₪₦₱₴₸￥';
/** `ErrorCode63016`, `ERR_131047`, `E131047`: an identifier that names a code; `15550100123failed131047`: a row without its separators. */
const GLUED_CUE = anyOf(
  [
    /(?:error|errorcode|code|err)_?$/,
    /(?:^|[^A-Za-z\d])E$/,
    /\d(?:failed|rejected|undelivered)$/,
  ],
  'i',
);
/** `http_400 code_131056 subcode_2494010`: generated identifiers. */
const CODE_NAME = /(?:^|[^A-Za-z_])(?:sub)?code_$/;
/** `"code":int131047`: JSON viewers print the type of a value. */
const GLUED_TYPE = /:\s?(?:int|integer|float|number)$/;
/** `2Temporary issue …` above `3Capability …`: each line of a list lost its separator. */
const GLUED_LINES = /^[A-Z][a-z]{2}[^\n]{0,160}\n\d{1,7}[A-Z][a-z]{2}/;
/** `0AuthExceptionUnable to`, `1Invalid Parameter`: small numbers need two words. */
const GLUED_WORDS =
  /^[A-Z](?:[A-Za-z]{1,14}\s[A-Z][a-z]|[a-z]{2,14}[A-Z][a-z]{3})/;
/** `A parameter …`, `PIN Mismatch` */
const GLUED_WORD = /^(?:A [a-z]{3}|[A-Z]{2,5} [A-Z][a-z])/;

/** Decides by the sign at an offset next to a number whether the number is one of its own. */
type SignRule = (text: string, sign: number, digits: string) => boolean;

/** Indexes rules by each of their signs. */
const indexBySign = (rules: readonly (readonly [string, SignRule])[]) =>
  new Map(
    rules.flatMap(([signs, rule]) => [...signs].map((sign) => [sign, rule])),
  );

const isDigitAt = (text: string, at: number) => /\d/.test(text[at] ?? ' ');

/** Tests a pattern, which ends with `$`, on the text before an offset. */
const endsWith = (text: string, end: number, units: number, form: RegExp) =>
  form.test(text.slice(Math.max(0, end - units), end));

const SIGNS_BEFORE = indexBySign([
  [`${CURRENCY}+@~^…`, () => false],
  [
    '%',
    (text, sign, digits) =>
      isWildcard(text, sign, sign + 1 + digits.length, digits),
  ],
  [
    '_',
    (text, sign, digits) =>
      digits.length >= 6 && endsWith(text, sign + 1, 16, CODE_NAME),
  ],
  // `S.131026`
  [
    '.',
    (text, sign) =>
      !/[\d\s]/.test(text[sign - 1] ?? ' ') &&
      !endsWith(text, sign + 1, 3, INITIAL),
  ],
  [':', mayFollowColon],
  ["'’٫٬", (text, sign) => !isDigitAt(text, sign - 1)],
  [
    ',',
    (text, sign, digits) =>
      !isDigitAt(text, sign - 1) || isListComma(text, sign, digits),
  ],
  [
    '/',
    (text, sign, digits) =>
      !isDigitAt(text, sign - 1) || isListSlash(text, sign, digits),
  ],
  [
    '-–',
    (text, sign) =>
      isRangeDash(text, sign) || !/[\dA-Za-z_]/.test(text[sign - 1] ?? ' '),
  ],
  // `&#131047;`
  ['#', (text, sign) => text[sign - 1] !== '&'],
  [
    '[',
    (text, sign, digits) =>
      !/[\w$)]/.test(text[sign - 1] ?? ' ') ||
      (digits.length >= 5 && !endsWith(text, sign + 1, 8, MEMORY_INDEX)),
  ],
]);

/** What may be glued to a number: how much of the text before it, the form, and the digits that the number needs. */
const GLUED_LEADS = [
  { units: 3, form: /%(?:3[AD]|2C|[57]B)$/i, minDigits: 1 },
  { units: 2, form: /\\[bnrt]$/, minDigits: 1 },
  { units: 10, form: GLUED_TYPE, minDigits: 1 },
  { units: 12, form: GLUED_CUE, minDigits: 5 },
  { units: 24, form: NOTATIONS.gluedLabel, minDigits: 3 },
];

/** Returns true if no digit, letter or sign on the left makes the number part of a longer number, a name or an amount. */
export function hasLeftBoundary(
  text: string,
  start: number,
  digits: string,
): boolean {
  if (isBoundaryBefore(text.charCodeAt(start - 1))) return true;

  const before = text[start - 1];
  if (before === undefined) return true;

  const rule = SIGNS_BEFORE.get(before);
  if (rule) return rule(text, start - 1, digits);

  if (isApart(before)) return true;
  if (!ALPHABETIC_LETTER.test(before)) return digits.length >= 5;

  return GLUED_LEADS.some(
    ({ units, form, minDigits }) =>
      digits.length >= minDigits && endsWith(text, start, units, form),
  );
}

/** Returns true for a character that never continues a number: a sign, or a letter of a script without spaces. */
const isApart = (unit: string) =>
  !isLetter(unit.charCodeAt(0)) || UNSPACED_SCRIPT.test(unit);

/** Returns true for the most common characters before standalone numbers: space, line break, `=`, `"`, `(`, `|`. */
export function isBoundaryBefore(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x0a ||
    unit === 0x3d ||
    unit === 0x22 ||
    unit === 0x28 ||
    unit === 0x7c
  );
}

export function isBoundaryAfter(unit: number, further: number): boolean {
  if (
    unit === 0x20 ||
    unit === 0x0a ||
    unit === 0x22 ||
    unit === 0x29 ||
    unit === 0x7d
  )
    return true;

  return (unit === 0x2c || unit === 0x3a) && further === 0x20;
}

const hasFileExtension = (text: string, at: number): boolean => {
  const [extension = ''] =
    /^[a-z]+\d?/i.exec(text.slice(at, at + MAX_EXTENSION_UNITS)) ?? [];

  return NOTATIONS.fileExtension.test(extension);
};

const SIGNS_AFTER = indexBySign([
  [`${CURRENCY}_°@^…+`, () => false],
  // `%22code%22%3A131047%2C`: a URL-encoded payload.
  [
    '%',
    (text, sign, digits) =>
      /^%(?:2[26C]|[57]D)/i.test(text.slice(sign, sign + 3)) ||
      isWildcard(text, sign - digits.length - 1, sign, digits),
  ],
  [
    '.',
    (text, sign) =>
      !hasFileExtension(text, sign + 1) && !isDigitAt(text, sign + 1),
  ],
  [':', mayPrecedeColon],
  ['٫٬', (text, sign) => !isDigitAt(text, sign + 1)],
  [
    ',',
    (text, sign, digits) =>
      !isDigitAt(text, sign + 1) || isListComma(text, sign, digits),
  ],
  [
    '/',
    (text, sign, digits) =>
      !isDigitAt(text, sign + 1) || isListSlash(text, sign, digits),
  ],
  [
    '-',
    (text, sign, digits) =>
      !ID_PART.test(text.slice(sign, sign + 5)) &&
      isDashAfter(text, sign, digits),
  ],
  ['–', isDashAfter],
  // `4***` is masked, unless it is Markdown's bold italics.
  [
    '*',
    (text, sign, digits) =>
      !text.startsWith('***', sign) ||
      text.startsWith('***', sign - digits.length - 3),
  ],
]);

function isDashAfter(text: string, dash: number, digits: string): boolean {
  if (isRangeDash(text, dash)) return true;

  const further = text[dash + 1] ?? ' ';

  return (
    !/\d/.test(further) &&
    (digits.length >= 5 || !isLetter(further.charCodeAt(0)))
  );
}

/** Returns true if no digit, letter or sign on the right makes the number part of a longer number, a name or an amount. */
export function hasRightBoundary(
  text: string,
  end: number,
  digits: string,
): boolean {
  if (isBoundaryAfter(text.charCodeAt(end), text.charCodeAt(end + 1)))
    return true;

  const after = text[end];
  if (after === undefined) return true;

  const rule = SIGNS_AFTER.get(after);
  if (rule) return rule(text, end, digits);

  if (isApart(after)) return true;
  if (!ALPHABETIC_LETTER.test(after)) return digits.length >= 5;

  return after === 's' && digits.length >= 5
    ? isPlural(text, end, digits)
    : isGlued(text, end, digits);
}

/** Returns true for the `s` of `131047s`. */
const isPlural = (text: string, end: number, digits: string) =>
  !isLetter(text.charCodeAt(end + 1)) &&
  endsWith(text, end - digits.length, 14, NOTATIONS.beforePlural);

/** Returns true if columns lost their separator: `131053Media Download Failed`, `7003A parameter …`. */
function isGlued(text: string, end: number, digits: string): boolean {
  const after = text.slice(end, end + 176);

  const isWord =
    digits.length >= 3
      ? /^[A-Z][a-z]/.test(after) ||
        (digits.length >= 4 && GLUED_WORD.test(after))
      : GLUED_WORDS.test(after) || GLUED_LINES.test(after);

  return (
    isWord &&
    /(?:^|[\n\r|.])\s*$/.test(
      text.slice(Math.max(0, end - digits.length - 4), end - digits.length),
    )
  );
}

/** Returns true for a SQL pattern: `LIKE '%131026%'`. */
function isWildcard(
  text: string,
  before: number,
  after: number,
  digits: string,
): boolean {
  return (
    digits.length >= 5 &&
    /^["'`]%$/.test(text.slice(before - 1, before + 1)) &&
    text[after] === '%'
  );
}
