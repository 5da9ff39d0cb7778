/**
 * Letters and marks as ranges, in hexadecimal: what stands between them are signs, digits and marks of punctuation. A pattern with
 * `\p{L}` takes an engine a hundred times as long to get ready as this table, and texts are read unit by unit.
 */
const LETTERS =
  'c0-d6,d8-f6,f8-374,376-377,37a-37d,37f,386,388-481,483-559,560-588,591-5bd,5bf,5c1-5c2,5c4-5c5,5c7-5f2,610-61a,620-65f,66e-6d3,6d5-6dc,6df-6e8,6ea-6ef,6fa-6fc,6ff,710-963,971-9f1,9fc,a01-aef,af9-e3a,e40-e4e,e81-fff,1000-1049,1050-1fbc,1fc2-1ffc,2c00-2dff,2e80-2fff,3005-3007,3021-302f,3031-3035,3038-303c,3041-309a,309d-309f,30a1-30fa,30fc-318e,31a0-31bf,31f0-31ff,3400-d7ff,f900-fd3d,fd50-fdf9,fe70-fefc,ff21-ff3a,ff41-ff5a,ff66-ffdc';
/** Scripts that write without blanks, or glue articles and particles to a word: Hebrew, Arabic, Thai, those of China, Japan, Korea. */
const GLUED = '590-77f,e00-eff,3000-d7ff,f900-faff,fb50-fdff,fe70-fefe,ff00-ffef';

let letters: Uint8Array | null = null;
let gluing: Uint8Array | null = null;

function tableOf(ranges: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const range of ranges.split(',')) {
    const [from = '', to = from] = range.split('-');
    table.fill(1, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1);
  }
  return table;
}

/** A letter of any script or a mark on one. NaN, as `charCodeAt` gives behind the end, is none. */
export function isLetter(unit: number): boolean {
  if (!(unit >= 0x80)) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
  letters ??= tableOf(LETTERS);
  return letters[unit] === 1;
}

/** Of a script that puts no blank between words, or glues articles to them. */
export function isGluing(unit: number): boolean {
  if (!(unit >= 0x590)) return false;
  gluing ??= tableOf(GLUED);
  return gluing[unit] === 1;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function hasLetter(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at))) return true;
  return false;
}

/** In lower case and as long as before, so that offsets stay. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll('\u0130', 'i').toLowerCase();
}

/** A blank, a hyphen or an underscore: what a blank in a word stands for. */
export function isJoint(unit: number): boolean {
  return unit === 0x2d || unit === 0x5f || isBlank(unit);
}

/** As `\s`. */
export function isBlank(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0xfeff ||
    unit === 0x1680
  );
}

/** `PairRateLimited`, `pair_rate_limited`: the words of a name; WhatsApp is one. */
export function apart(text: string): string {
  return text.replace(/(?<=\p{Ll})(?<!Whats)(?=\p{Lu})/gu, ' ').replaceAll('_', ' ');
}

/** Without the indents of its lines. */
export const closer = (text: string): string => text.replace(/[^\S\n]{2,}/g, ' ');

/** The last units of a text, without a word that begins before them: of `leave` no `ave` is left. */
export function lastOf(text: string, length: number): string {
  return text.slice(wholeFrom(text, Math.max(0, text.length - length)));
}

/** The first units of a text, without a word that ends behind them. */
export function firstOf(text: string, length: number): string {
  return text.slice(0, wholeTo(text, Math.min(text.length, length)));
}

/** The offset, or the end of the word that it stands in. */
export function wholeFrom(text: string, offset: number): number {
  if (!cutsWord(text, offset)) return offset;
  let at = offset;
  while (isLetter(text.charCodeAt(at))) at++;
  return at;
}

/** The offset, or the beginning of the word that it stands in. */
export function wholeTo(text: string, offset: number): number {
  if (!cutsWord(text, offset)) return offset;
  let at = offset;
  while (isLetter(text.charCodeAt(at - 1))) at--;
  return at;
}

function cutsWord(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return isLetter(unit) && !isGluing(unit) && isLetter(text.charCodeAt(offset - 1));
}
