import type { Meaning } from './code-index.ts';
import type { Lexicon } from './lexicon.ts';

/** A piece of text that could be a code by its form alone. */
export interface Candidate {
  start: number;
  end: number;
  /** As the catalogue writes it. */
  code: string;
  kind: 'number' | 'range' | 'symbol';
  meanings: readonly Meaning[];
}

/** More than this many are not judged, so that a hostile page costs no more than a large honest one. */
export const MAX_CANDIDATES = 10_000;

const NUMBER_OR_WORD = /\d[\d_]*|[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/g;
/** Letters that a number may touch: those scripts put no blank between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u30fc]/u;
const LATIN = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]/;
const LETTER = /[\p{L}\p{M}]/u;
const CURRENCY = /[$€£¥₹₩₽৳฿₺₫₪₦₱₴₸￥]/;
/** `ErrorCode63016`, `ERR_131047`, `E131047`: an identifier, but one that says what it is. */
const GLUED_CUE = /(?:error|errorcode|code|err)_?$|(?:^|[^A-Za-z])E$/i;
/** `Error code1026`: a label and its value that lost the blank between them. */
const GLUED_LABEL =
  /(?:err(?:or)?|fehler|fout|fail(?:ed|ure)?|reason)[\s_-]?(?:code|number|no|nummer)$|(?:c[oó]d(?:igo)?|codice|code|kode|kod)\s(?:de\s|do\s|del\s|di\s|d['’])?(?:err[oe]r?e?|erreur|eror|kesalahan|galat|ralat)$|hata\s(?:kodu|no)$/i;
/** A place where only a code can stand, so that one unknown to the catalogue is worth a look. */
const PROVEN = /\(#$|#$|code["'\\`]*\s*(?::|=>?|={2,3})\s*[\\"'`]*$|code\s[:*"'`(]*$/i;

/** Every candidate of a text with ASCII digits, in text order. Looks at each character a bounded number of times. */
export function findCandidates(text: string, lexicon: Lexicon): Candidate[] {
  const found: Candidate[] = [];
  NUMBER_OR_WORD.lastIndex = 0;
  for (let match = NUMBER_OR_WORD.exec(text); match; match = NUMBER_OR_WORD.exec(text)) {
    const [written] = match;
    const start = match.index;
    const unit = written.charCodeAt(0);
    const candidate =
      unit < 0x3a ? numberAt(text, start, written, lexicon) : symbolAt(text, start, written, lexicon);
    if (candidate) {
      found.push(candidate);
      if (found.length >= MAX_CANDIDATES) break;
      NUMBER_OR_WORD.lastIndex = Math.max(candidate.end, start + 1);
    } else if (unit >= 0x3a) {
      // `ErrorCode63016` and `OUT-OF-CREDIT`: the scan goes on behind the first part.
      const digits = written.search(/\d/);
      if (digits > 0) NUMBER_OR_WORD.lastIndex = start + digits;
    }
  }
  return found;
}

function numberAt(text: string, start: number, written: string, lexicon: Lexicon): Candidate | null {
  if (written.length > 8) return null;
  const grouped = written.includes('_');
  if (grouped && !/^\d{1,3}_\d{3}$/.test(written)) return null;
  let end = start + written.length;
  const digits = grouped ? written.replace('_', '') : written;
  if (digits.length > 7) return null;

  const range = rangeAt(text, start, end, lexicon);
  if (range) return range;
  const minus = isMinus(text, start) && lexicon.index.meaningsOf(`-${digits}`).length > 0;
  if (!minus && !standsFree(text, start, end, digits)) return null;
  if (minus && !endsFree(text, end, digits)) return null;
  const code = minus ? `-${digits}` : digits;
  const meanings = lexicon.index.meaningsOf(code);
  if (meanings.length === 0 && !worthALook(text, start, code)) return null;
  if (minus) {
    start -= 1;
    end = start + digits.length + 1;
  }
  return { start, end, code, kind: 'number', meanings };
}

/** `200-299` where the catalogue has exactly this range. */
function rangeAt(text: string, start: number, end: number, lexicon: Lexicon): Candidate | null {
  const dash = text[end];
  if (dash !== '-' && dash !== '–') return null;
  const to = /^\d{3,7}(?![\d\p{L}]|[.,:/-]\d)/u.exec(text.slice(end + 1, end + 10))?.[0];
  if (!to || !startsFree(text, start, text.slice(start, end))) return null;
  const code = `${text.slice(start, end)}-${to}`;
  const meanings = lexicon.index.meaningsOf(code);
  return meanings.length > 0 ? { start, end: end + 1 + to.length, code, kind: 'range', meanings } : null;
}

function symbolAt(text: string, start: number, written: string, lexicon: Lexicon): Candidate | null {
  const before = text[start - 1] ?? ' ';
  if (
    before === '_' ||
    before === '$' ||
    before === '@' ||
    (before === '-' && /\w/.test(text[start - 2] ?? ''))
  )
    return null;
  for (const phrase of lexicon.phrases.get(written) ?? []) {
    if (text.startsWith(phrase, start) && !/\w/.test(text[start + phrase.length] ?? '')) {
      return {
        start,
        end: start + phrase.length,
        code: phrase,
        kind: 'symbol',
        meanings: lexicon.index.meaningsOf(phrase),
      };
    }
  }
  const after = text[start + written.length] ?? ' ';
  if (after === '=' || (after === '-' && LETTER.test(text[start + written.length + 1] ?? ''))) return null;
  if (!lexicon.symbols.has(written)) return null;
  return {
    start,
    end: start + written.length,
    code: written,
    kind: 'symbol',
    meanings: lexicon.index.meaningsOf(written),
  };
}

function worthALook(text: string, start: number, code: string): boolean {
  if (/^(?:13\d{4}|14\d{4}|2[34589]\d{5})$/.test(code)) return true;
  return code.length >= 3 && code[0] !== '0' && PROVEN.test(text.slice(Math.max(0, start - 16), start));
}

function isMinus(text: string, start: number): boolean {
  return text[start - 1] === '-' && /[\s:=("'[,]/.test(text[start - 2] ?? ' ');
}

function standsFree(text: string, start: number, end: number, digits: string): boolean {
  return startsFree(text, start, digits) && endsFree(text, end, digits);
}

function startsFree(text: string, start: number, digits: string): boolean {
  const before = text[start - 1];
  if (before === undefined) return true;
  if (CURRENCY.test(before) || '_+@~^%…'.includes(before)) return false;
  const further = text[start - 2] ?? ' ';
  if (before === '.') return !/[\d\s]/.test(further);
  if (before === ':' || before === "'" || before === '’' || before === '٫' || before === '٬')
    return !/\d/.test(further);
  if (before === ',') return !/\d/.test(further) || isListComma(text, start - 1, digits);
  if (before === '/') return !/\d/.test(further) || isListSlash(text, start - 1, digits);
  if (before === '-' || before === '–') {
    return !/[\dA-Za-z_]/.test(further) || (digits.length >= 5 && before === '–' && !/\d/.test(further));
  }
  if (before === '#' && further === '&') return false;
  if (before === '[' && /[\w$)]/.test(further)) return digits.length >= 5;
  if (!LETTER.test(before) || UNSPACED.test(before)) return true;
  if (!LATIN.test(before)) return digits.length >= 5;
  if (/%(?:3[AD]|2C|[57]B)$/i.test(text.slice(Math.max(0, start - 3), start))) return true;
  if (further === '\\' && /[nrt]/.test(before)) return true;
  if (digits.length >= 5 && GLUED_CUE.test(text.slice(Math.max(0, start - 12), start))) return true;
  return digits.length >= 3 && GLUED_LABEL.test(text.slice(Math.max(0, start - 24), start));
}

function endsFree(text: string, end: number, digits: string): boolean {
  const after = text[end];
  if (after === undefined) return true;
  // `%22code%22%3A131047%2C`: a payload in the coding of addresses.
  if (after === '%' && /^%(?:2[26C]|[57]D)/i.test(text.slice(end, end + 3))) return true;
  if (CURRENCY.test(after) || '_%°@…^'.includes(after)) return false;
  const further = text[end + 1] ?? ' ';
  if (after === '.' || after === ':' || after === '٫' || after === '٬') return !/\d/.test(further);
  if (after === ',') return !/\d/.test(further) || isListComma(text, end, digits);
  if (after === '/') return !/\d/.test(further) || isListSlash(text, end, digits);
  if (after === '-' || after === '–')
    return !/\d/.test(further) && (digits.length >= 5 || !LETTER.test(further));
  if (after === '+') return digits.length >= 6;
  // `4***`: masked, unless it is Markdown's bold italics.
  if (text.startsWith('***', end)) return text.startsWith('***', end - digits.length - 3);
  if (!LETTER.test(after) || UNSPACED.test(after)) return true;
  if (!LATIN.test(after)) return digits.length >= 5;
  // `131053Media Download Failed`: columns that lost their separator.
  return (
    digits.length >= 3 &&
    /[A-Z]/.test(after) &&
    /[a-z]/.test(further) &&
    /(?:^|[\n\r|.])\s*$/.test(text.slice(Math.max(0, end - digits.length - 4), end - digits.length))
  );
}

/** A comma that separates codes, not thousands or decimals: `131000,131016` but not `131,026` or `131047,50`. */
function isListComma(text: string, comma: number, digits: string): boolean {
  const across = acrossDigits(text, comma);
  if (across[0] >= 4 && across[1] >= 4) return true;
  return digits.length >= 3 && Math.max(...across) >= 5 && Math.min(...across) >= 3;
}

/** `470/131047` but not `13/10/2026` or `131/26`. */
function isListSlash(text: string, slash: number, digits: string): boolean {
  const [left, right] = acrossDigits(text, slash);
  return (
    digits.length >= 3 && left >= 3 && right >= 3 && (left >= 5 || right >= 5 || (left === 3 && right === 3))
  );
}

/** Lengths of the digit runs on both sides, up to 8. */
function acrossDigits(text: string, at: number): [number, number] {
  let left = 0;
  while (left < 8 && isDigit(text.charCodeAt(at - 1 - left))) left++;
  let right = 0;
  while (right < 8 && isDigit(text.charCodeAt(at + 1 + right))) right++;
  return [left, right];
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
