import { isNumbered } from './form.ts';
import { isDigit, isLetter } from './words/letters.ts';

/** Letters that a number may touch: those scripts put no blank between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u30fc]/u;
const LATIN = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]/;
/** `131047.log`: the name of a file. */
const FILE =
  /^\.(?:log|txt|csv|pdf|jpe?g|png|webp|gif|svg|mp[34]|og[ag]|opus|json|xml|sql|xlsx?|docx?|zip|html?|md|py|js|tsx?|php|ya?ml|env)(?![a-z])/i;
const CURRENCY = /[$€£¥₹₩₽৳฿₺₫₪₦₱₴₸￥]/;
/** `ErrorCode63016`, `ERR_131047`, `E131047`: an identifier, but one that says what it is. */
const GLUED_CUE = /(?:error|errorcode|code|err)_?$|(?:^|[^A-Za-z])E$/i;
/** `http_400 code_131056 subcode_2494010`: a string that a program made of a code. */
const CODE_NAME = /(?:^|[^A-Za-z_])(?:sub)?code_$/;
/** `Error code1026`: a label and its value that lost the blank between them. */
const GLUED_LABEL =
  /(?:err(?:or)?|fehler|fout|fail(?:ed|ure)?|reason)[\s_-]?(?:code|number|no|nummer)$|(?:c[oó]d(?:igo)?|codice|code|kode|kod)\s(?:de\s|do\s|del\s|di\s|d['’])?(?:err[oe]r?e?|erreur|eror|kesalahan|galat|ralat)$|hata\s(?:kodu|no)$/i;

/** Nothing that makes it part of a longer number, a name or an amount touches a number. */
export function standsFree(text: string, start: number, end: number, digits: string): boolean {
  return startsFree(text, start, digits) && endsFree(text, end, digits);
}

export function startsFree(text: string, start: number, digits: string): boolean {
  if (isPlainBefore(text.charCodeAt(start - 1))) return true;
  const before = text[start - 1];
  if (before === undefined) return true;
  if (before === '%') return isWild(text, start - 1, start + digits.length, digits);
  if (before === '_') return digits.length >= 6 && CODE_NAME.test(text.slice(Math.max(0, start - 16), start));
  if (CURRENCY.test(before) || '+@~^…'.includes(before)) return false;
  const further = text[start - 2] ?? ' ';
  // `S.131026`
  if (before === '.')
    return !/[\d\s]/.test(further) && !/(?:^|[^\w.])[A-Z]\.$/.test(text.slice(Math.max(0, start - 3), start));
  if (before === ':' && digits.length >= 6) return !/\d/.test(further) || isLongBefore(text, start - 1);
  if (before === ':' || before === "'" || before === '’' || before === '٫' || before === '٬')
    return !/\d/.test(further);
  if (before === ',') return !/\d/.test(further) || isListComma(text, start - 1, digits);
  if (before === '/') return !/\d/.test(further) || isListSlash(text, start - 1, digits);
  if (before === '-' || before === '–') {
    return (
      isSpan(text, start - 1) ||
      !/[\dA-Za-z_]/.test(further) ||
      (digits.length >= 5 && before === '–' && !/\d/.test(further))
    );
  }
  if (before === '#' && further === '&') return false;
  if (before === '[' && /[\w$)]/.test(further)) return digits.length >= 5;
  if (!isLetter(before.charCodeAt(0)) || UNSPACED.test(before)) return true;
  if (!LATIN.test(before)) return digits.length >= 5;
  if (/%(?:3[AD]|2C|[57]B)$/i.test(text.slice(Math.max(0, start - 3), start))) return true;
  if (further === '\\' && /[nrt]/.test(before)) return true;
  if (isNumbered(before + digits) && !/[A-Za-z]/.test(further)) return false;
  if (digits.length >= 5 && GLUED_CUE.test(text.slice(Math.max(0, start - 12), start))) return true;
  return digits.length >= 3 && GLUED_LABEL.test(text.slice(Math.max(0, start - 24), start));
}

/** A blank, a line's end, `=`, `"`, `(`, `|`: what stands before most numbers that stand free. */
export function isPlainBefore(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x3d || unit === 0x22 || unit === 0x28 || unit === 0x7c;
}

export function isPlainAfter(unit: number, further: number): boolean {
  if (unit === 0x20 || unit === 0x0a || unit === 0x22 || unit === 0x29 || unit === 0x7d) return true;
  return (unit === 0x2c || unit === 0x3a) && further === 0x20;
}

export function endsFree(text: string, end: number, digits: string): boolean {
  if (isPlainAfter(text.charCodeAt(end), text.charCodeAt(end + 1))) return true;
  const after = text[end];
  if (after === undefined) return true;
  // `%22code%22%3A131047%2C`: a payload in the coding of addresses.
  if (after === '%' && /^%(?:2[26C]|[57]D)/i.test(text.slice(end, end + 3))) return true;
  if (after === '%') return isWild(text, end - digits.length - 1, end, digits);
  if (after === '…') return digits.length >= 5 && isListed(text, end - digits.length);
  if (CURRENCY.test(after) || '_°@^'.includes(after)) return false;
  const further = text[end + 1] ?? ' ';
  if (after === '.' && FILE.test(text.slice(end, end + 6))) return false;
  if (after === ':' && digits.length >= 6 && /^\d{6,7}(?!\d)/.test(text.slice(end + 1, end + 9))) return true;
  if (after === '.' || after === ':' || after === '٫' || after === '٬') return !/\d/.test(further);
  if (after === ',') return !/\d/.test(further) || isListComma(text, end, digits);
  if (after === '/') return !/\d/.test(further) || isListSlash(text, end, digits);
  if (after === '-' || after === '–')
    return (
      isSpan(text, end) || (!/\d/.test(further) && (digits.length >= 5 || !isLetter(further.charCodeAt(0))))
    );
  if (after === '+') return digits.length >= 6;
  // `4***`: masked, unless it is Markdown's bold italics.
  if (text.startsWith('***', end)) return text.startsWith('***', end - digits.length - 3);
  if (!isLetter(after.charCodeAt(0)) || UNSPACED.test(after)) return true;
  if (!LATIN.test(after)) return digits.length >= 5;
  if (after === 's' && digits.length >= 5) return isPlural(text, end - digits.length, end);
  // `131053Media Download Failed`, `7003A parameter …`, `0AuthExceptionUnable to`: columns that lost their separator.
  return (
    (digits.length >= 3
      ? (/[A-Z]/.test(after) && /[a-z]/.test(further)) ||
        (digits.length >= 4 && /^A [a-z]{3}/.test(text.slice(end, end + 5)))
      : /^[A-Z](?:[A-Za-z]{1,14}\s[A-Z][a-z]|[a-z]{2,14}[A-Z][a-z]{3})/.test(text.slice(end, end + 20))) &&
    /(?:^|[\n\r|.])\s*$/.test(text.slice(Math.max(0, end - digits.length - 4), end - digits.length))
  );
}

/** `our 30007s`, `so many 131049s`: without such a word before them these are seconds. */
export const OF_SEVERAL =
  /(?:^|[^\p{L}])(?:our|my|your|their|the|these|those|some|any|all|many|more|most|few|fewer|no|consecutive|accumulated|repeated|several|two|three|four|five|six|ten|(?:most|some|all|lots?|wave|flood|number|share)\sof|uns[ae]re|die|los|las|nuestros|os|as|nossos|les|nos)\s["'`*]{0,2}$/iu;

function isPlural(text: string, start: number, end: number): boolean {
  return !isLetter(text.charCodeAt(end + 1)) && OF_SEVERAL.test(text.slice(Math.max(0, start - 14), start));
}

/** `132000–132015`: from one code to another, of six digits that begin alike. */
export function isSpan(text: string, dash: number): boolean {
  const [left, right] = acrossDigits(text, dash);
  const goesOn = /[-–]/.test((text[dash - 7] ?? '') + (text[dash + 7] ?? ''));
  return (
    left === 6 && right === 6 && !goesOn && text.slice(dash - 6, dash - 3) === text.slice(dash + 1, dash + 4)
  );
}

/** `LIKE '%131026%'`: found anywhere in a text. */
function isWild(text: string, before: number, after: number, digits: string): boolean {
  return digits.length >= 5 && /^["'`]%$/.test(text.slice(before - 1, before + 1)) && text[after] === '%';
}

/** `(131047, 190, 131042…)`: the list goes on, not the number. */
function isListed(text: string, start: number): boolean {
  return /\d["'`]?[,/·]\s?["'`]?$/.test(text.slice(Math.max(0, start - 6), start));
}

/** `undelivered,63024,1,-0.00500`: a field between others, the first of which is a word or a long number; `failed,131,047` and `x,131047,50` are amounts. */
function isField(text: string, comma: number, digits: string): boolean {
  const start = text.startsWith(digits, comma + 1) ? comma + 1 : comma - digits.length;
  if (
    digits.length < 5 &&
    !/(?:rejected|failed|undelivered|error)["']?,$/i.test(text.slice(Math.max(0, start - 14), start))
  )
    return false;
  if (text[start - 1] !== ',' || text[start + digits.length] !== ',') return false;
  const before = text.slice(Math.max(0, start - 9), start - 1);
  // `IN,91,130472,User's …`: words on both sides of the two.
  const isAmongWords =
    digits.length >= 5 &&
    /[\p{L}"'],\d{1,3}$/u.test(before) &&
    /^,["']?\p{L}/u.test(text.slice(start + digits.length, start + digits.length + 3));
  return (
    (isAmongWords || /[\p{L}"']$|(?:^|[,\s])\d{4,7}$/u.test(before)) &&
    !/^\d{2,3}(?!\d)/.test(text.slice(start + digits.length + 1, start + digits.length + 5))
  );
}

const SMALL_FIRST = /^,(?:\d{1,3},){1,4}\d{5,7},\d{5,7}(?!\d)/;

/** A comma that separates codes, not thousands or decimals: `131000,131016` but not `131,026` or `131047,50`. */
function isListComma(text: string, comma: number, digits: string): boolean {
  if (isField(text, comma, digits)) return true;
  const across = acrossDigits(text, comma);
  if (across[0] >= 4 && across[1] >= 4) return true;
  // `2,4,131000,131016`: what goes on with long numbers is no amount.
  if (across[0] <= 3 && SMALL_FIRST.test(text.slice(comma, comma + 40))) return true;
  if (across[1] >= 5 && /^,\d{5}/.test(text.slice(comma + 1 + across[1], comma + 7 + across[1]))) return true;
  // `130429,131016,4,80007`
  if (
    /\d{5},\d{5,7},(?:\d{1,7},){0,3}$/.test(
      text.slice(Math.max(0, comma - across[0] - 40), comma - across[0]),
    )
  )
    return true;
  return digits.length >= 3 && Math.max(...across) >= 5 && Math.min(...across) >= 3;
}

/** The one code of Graph that has a subcode of two digits. */
const SHORT_PAIR = /^[^\d/.,]?100\/33(?:[^\d/%]|$)/;
/** `4/80007/130429`: small codes of Graph and rare ones, no date and no fraction. */
const MIXED = /(?<![\d/.,])(?:\d{1,3}\/){0,4}(?:80007|13[0-5]\d{3})(?:\/\d{1,6}){0,4}(?![\d/%])/;
const MOST_MIXED = 24;

/** `470/131047` but not `13/10/2026` or `131/26`. */
function isListSlash(text: string, slash: number, digits: string): boolean {
  if (SHORT_PAIR.test(text.slice(Math.max(0, slash - 4), slash + 4))) return true;
  if (isMixed(text, slash) || isLedRun(text, slash)) return true;
  const [left, right] = acrossDigits(text, slash);
  return (
    digits.length >= 3 && left >= 3 && right >= 3 && (left >= 5 || right >= 5 || (left === 3 && right === 3))
  );
}

/** `Meta codes 1/2/4`: a word for codes leads up to the first. */
const RUN_BEFORE = /codes?\s(?:\d{1,3}\/){0,5}\d{1,3}$/i;
const RUN_BEHIND = /^(?:\/\d{1,3}){1,5}(?![\d/%])/;

const isLedRun = (text: string, slash: number): boolean =>
  RUN_BEHIND.test(text.slice(slash, slash + MOST_MIXED)) &&
  RUN_BEFORE.test(text.slice(Math.max(0, slash - MOST_MIXED), slash));

function isMixed(text: string, slash: number): boolean {
  const from = Math.max(0, slash - MOST_MIXED);
  const run = MIXED.exec(text.slice(from, slash + MOST_MIXED));
  return run !== null && from + run.index < slash && from + run.index + run[0].length > slash;
}

/** `131026:2494073`: a code and its subcode. */
function isLongBefore(text: string, at: number): boolean {
  return /(?<!\d)\d{6,7}$/.test(text.slice(Math.max(0, at - 8), at));
}

/** Lengths of the digit runs on both sides, up to 8. */
function acrossDigits(text: string, at: number): [number, number] {
  let left = 0;
  while (left < 8 && isDigit(text.charCodeAt(at - 1 - left))) left++;
  let right = 0;
  while (right < 8 && isDigit(text.charCodeAt(at + 1 + right))) right++;
  return [left, right];
}
