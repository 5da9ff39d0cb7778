import { isLetter } from '../core/letters.ts';
import { NOTATIONS } from '../structure/notations.ts';
import { isListComma, isListSlash, isRangeDash } from './list-separators.ts';

/** Scripts without spaces between words, whose letters may touch a number. */
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u30fc]/u;
const ALPHABETIC_LETTER = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]/;
/** `131026-B`: the rest of an id. Languages join their endings in small letters. */
const ID_PART = /^-[A-Z]{1,3}(?![A-Za-z])/;
/** `MemoryBlock[131056]`: an index into memory. */
const MEMORY_INDEX = /(?:mem(?:ory)?|byte|buf(?:fer)?|block|ram|rom)s?\[$/i;
const CURRENCY = /[$€£¥₹₩₽৳฿₺₫₪₦₱₴₸￥]/;
/** `ErrorCode63016`, `ERR_131047`, `E131047`: an identifier that names a code; `15550100123failed131047`: a row without its separators. */
const GLUED_CUE =
  /(?:error|errorcode|code|err)_?$|(?:^|[^A-Za-z\d])E$|\d(?:failed|rejected|undelivered)$/i;
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

/** Returns true if no digit, letter or sign on the left makes the number part of a longer number, a name or an amount. */
export function hasLeftBoundary(
  text: string,
  start: number,
  digits: string,
): boolean {
  if (isBoundaryBefore(text.charCodeAt(start - 1))) return true;

  const before = text[start - 1];
  if (before === undefined) return true;

  if (before === '%')
    return isWildcard(text, start - 1, start + digits.length, digits);

  if (before === '_')
    return (
      digits.length >= 6 &&
      CODE_NAME.test(text.slice(Math.max(0, start - 16), start))
    );

  if (CURRENCY.test(before) || '+@~^…'.includes(before)) return false;

  const further = text[start - 2] ?? ' ';

  // `S.131026`
  if (before === '.')
    return (
      !/[\d\s]/.test(further) &&
      !/(?:^|[^\w.])[A-Z]\.$/.test(text.slice(Math.max(0, start - 3), start))
    );

  if (before === ':' && digits.length >= 6)
    return !/\d/.test(further) || isLongBefore(text, start - 1, digits);

  if (
    before === ':' ||
    before === "'" ||
    before === '’' ||
    before === '٫' ||
    before === '٬'
  )
    return !/\d/.test(further);

  if (before === ',')
    return !/\d/.test(further) || isListComma(text, start - 1, digits);

  if (before === '/')
    return !/\d/.test(further) || isListSlash(text, start - 1, digits);

  if (before === '-' || before === '–') {
    return isRangeDash(text, start - 1) || !/[\dA-Za-z_]/.test(further);
  }

  if (before === '#' && further === '&') return false;

  if (before === '[' && /[\w$)]/.test(further))
    return (
      digits.length >= 5 &&
      !MEMORY_INDEX.test(text.slice(Math.max(0, start - 8), start))
    );

  if (!isLetter(before.charCodeAt(0)) || UNSPACED_SCRIPT.test(before))
    return true;

  if (!ALPHABETIC_LETTER.test(before)) return digits.length >= 5;

  if (/%(?:3[AD]|2C|[57]B)$/i.test(text.slice(Math.max(0, start - 3), start)))
    return true;

  if (further === '\\' && /[bnrt]/.test(before)) return true;
  if (GLUED_TYPE.test(text.slice(Math.max(0, start - 10), start))) return true;

  if (
    digits.length >= 5 &&
    GLUED_CUE.test(text.slice(Math.max(0, start - 12), start))
  )
    return true;

  return (
    digits.length >= 3 &&
    NOTATIONS.gluedLabel.test(text.slice(Math.max(0, start - 24), start))
  );
}

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

export function hasRightBoundary(
  text: string,
  end: number,
  digits: string,
): boolean {
  if (isBoundaryAfter(text.charCodeAt(end), text.charCodeAt(end + 1)))
    return true;

  const after = text[end];
  if (after === undefined) return true;

  // `%22code%22%3A131047%2C`: a URL-encoded payload.
  if (after === '%' && /^%(?:2[26C]|[57]D)/i.test(text.slice(end, end + 3)))
    return true;

  if (after === '%')
    return isWildcard(text, end - digits.length - 1, end, digits);

  if (CURRENCY.test(after) || '_°@^…+'.includes(after)) return false;

  const further = text[end + 1] ?? ' ';

  if (after === '.' && NOTATIONS.fileExtension.test(text.slice(end, end + 6)))
    return false;

  if (after === ':' && isLongAfter(text, end, digits)) return true;

  if (after === '.' || after === ':' || after === '٫' || after === '٬')
    return !/\d/.test(further);

  if (after === ',')
    return !/\d/.test(further) || isListComma(text, end, digits);

  if (after === '/')
    return !/\d/.test(further) || isListSlash(text, end, digits);

  if (after === '-' && ID_PART.test(text.slice(end, end + 5))) return false;

  if (after === '-' || after === '–')
    return (
      isRangeDash(text, end) ||
      (!/\d/.test(further) &&
        (digits.length >= 5 || !isLetter(further.charCodeAt(0))))
    );

  // `4***` is masked, unless it is Markdown's bold italics.
  if (text.startsWith('***', end))
    return text.startsWith('***', end - digits.length - 3);

  if (!isLetter(after.charCodeAt(0)) || UNSPACED_SCRIPT.test(after))
    return true;

  if (!ALPHABETIC_LETTER.test(after)) return digits.length >= 5;

  const start = end - digits.length;

  if (after === 's' && digits.length >= 5)
    return (
      !isLetter(text.charCodeAt(end + 1)) &&
      NOTATIONS.beforePlural.test(text.slice(Math.max(0, start - 14), start))
    );

  return isGlued(text, end, digits);
}

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

/** Returns true for a code and its subcode: `131026:2494073`, `100:2388023`. */
function isLongBefore(text: string, at: number, digits: string): boolean {
  const isCode =
    digits.length === 7
      ? /(?<!\d)(?:\d{6,7}|(?<!:)[1-9]\d{2})$/
      : /(?<!\d)\d{6,7}$/;

  return isCode.test(text.slice(Math.max(0, at - 8), at));
}

function isLongAfter(text: string, at: number, digits: string): boolean {
  return (digits.length >= 6 ? /^\d{6,7}(?!\d)/ : /^\d{7}(?!\d)/).test(
    text.slice(at + 1, at + 9),
  );
}
