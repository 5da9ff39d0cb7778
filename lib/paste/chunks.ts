import { isAsciiLetter, isDigit } from '../core/letters.ts';

const encoder = new TextEncoder();

/** Writes a text as bytes, one for each code unit. Returns false if the text is not ASCII; then the bytes are unusable. */
function writeAscii(text: string, bytes: Uint8Array): boolean {
  const { read, written } = encoder.encodeInto(text, bytes);
  return read === text.length && written === read;
}

/**
 * Maximum length of a chunk in UTF-16 code units. The engine reads at most 64 KiB at once; half of it leaves room for a
 * table header.
 */
const CHUNK_UNITS = 32_768;

/**
 * Splits a long text into chunks; joined, they are the text. Prefers to cut at the end of a record: at the lowest brace
 * depth, before an unindented line, else at a line end, after a brace, at a comma or a space. A run without any of
 * these is cut anywhere except inside an escape.
 */
export function* splitIntoChunks(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > CHUNK_UNITS) {
    const to = from + findCut(text.slice(from, from + CHUNK_UNITS));
    yield text.slice(from, to);
    from = to;
  }
  if (from < text.length || text === '') yield text.slice(from);
}

function findCut(window: string): number {
  const half = window.length >> 1;
  if (window.indexOf('}', half) < 0 && window.indexOf('{', half) < 0) {
    const end = findLastLineEnd(window, half);
    if (end > 0) return end;
  }
  const units = getUnits(window);
  let depth = 0;
  let best = 0;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let at = half; at < window.length; at++) {
    if (units === bytes && (at & 3) === 0 && isPlain(bytesByFour[at >> 2] ?? 0)) {
      at += 3;
      continue;
    }
    const unit = units[at] ?? 0;
    if (unit < 0x7b && unit !== 0x0a) continue;
    if (unit === 0x7b) depth++;
    else if (unit === 0x7d) depth--;
    if (unit !== 0x7d && unit !== 0x0a) continue;
    // A lower brace depth outranks any kind of line end.
    const rank = depth * 4 + (unit === 0x7d ? 2 : rankLineEnd(window, at));
    if (rank > bestRank) continue;
    best = at + 1;
    bestRank = rank;
  }
  if (best > 0) return best;
  for (const mark of [',', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > half) return at + 1;
  }
  return moveBeforeEscape(window);
}

const bytes = new Uint8Array(CHUNK_UNITS);
/** The same buffer as 32-bit integers. */
const bytesByFour = new Int32Array(bytes.buffer);

/** Returns true if four ASCII bytes contain neither a brace nor a line feed (SIMD within a register). */
function isPlain(four: number): boolean {
  // Tests for a byte of `{` or above, or a byte that XOR with LF makes 0.
  return (((four + 0x05050505) | ((four ^ 0x0a0a0a0a) - 0x01010101)) & 0x80808080) === 0;
}

/** Returns the code units of a text. ASCII texts, which most logs are, avoid a `charCodeAt` call for each unit. */
function getUnits(text: string): ArrayLike<number> {
  if (writeAscii(text, bytes)) return bytes;
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** Returns the offset after the best-ranked line end, searching backwards. Usually the first candidate is the best. */
function findLastLineEnd(window: string, from: number): number {
  let best = 0;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let at = window.lastIndexOf('\n'); at >= from && bestRank > 0; at = window.lastIndexOf('\n', at - 1)) {
    const rank = rankLineEnd(window, at);
    if (rank >= bestRank) continue;
    best = at + 1;
    bestRank = rank;
  }
  return best;
}

function rankLineEnd(window: string, at: number): number {
  // A soft line break of quoted-printable splits words.
  if (window.charCodeAt(at - 1) === 0x3d) return 3;
  // Fast path: usually a letter, a digit or an opening brace follows.
  const next = window.charCodeAt(at + 1);
  if (isAsciiLetter(next) || isDigit(next) || next === 0x7b) return 0;
  return /[^\s}\])]/.test(window[at + 1] ?? ' ') ? 0 : 1;
}

/** Returns the offset before an incomplete escape such as `%22`, `&quot;` or `\"`. */
function moveBeforeEscape(window: string): number {
  const tail = /(?:%[\da-f]?|&#?\w{0,6}|\\+)$/i.exec(window.slice(-12));
  return window.length - (tail?.[0].length ?? 0);
}

/**
 * Returns the first line if it is a table header (several cells, no digits), else null. Later chunks need it to
 * identify their columns.
 */
export function findTableHeader(text: string): string | null {
  const line = /^[^\n]{3,500}/.exec(text)?.[0].trimEnd() ?? '';
  if (/\d|[{}":]/.test(line.replace(/"[^"{}:]*"/g, ''))) return null;
  return /[^,;\t|]+([,;\t|])[^,;\t|]+\1[^,;\t|]*/.test(line) || /\t/.test(line) ? line : null;
}
