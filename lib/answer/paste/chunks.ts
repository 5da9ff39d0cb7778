/** In UTF-16 code units. The engine reads 64 KiB at once; half of it leaves room for a table header. */
const CHUNK_UNITS = 32_768;
/** A longer text is a log: its first chunks are short, so that the first results come soon. */
const MIN_LOG_UNITS = 1 << 20;
const FIRST_CHUNK_UNITS = 4_096;

/**
 * Splits a long text into chunks; joined, they are the text. Prefers to cut at the end of a record: at the lowest brace
 * depth, before an unindented line, else at a line end, after a brace, at a comma or a space. A run without any of
 * these is cut anywhere except inside an escape.
 */
export function* splitIntoChunks(text: string): Generator<string> {
  let from = 0;
  let maxUnits = text.length > MIN_LOG_UNITS ? FIRST_CHUNK_UNITS : CHUNK_UNITS;

  while (text.length - from > maxUnits) {
    const to = from + findCut(text.slice(from, from + maxUnits));
    yield text.slice(from, to);
    from = to;
    maxUnits = Math.min(2 * maxUnits, CHUNK_UNITS);
  }

  yield text.slice(from);
}

function findCut(window: string): number {
  const half = window.length / 2;
  const recordEnd = findRecordEnd(window, half);
  if (recordEnd > 0) return recordEnd;

  for (const mark of [',', ' ']) {
    const at = window.lastIndexOf(mark);
    if (at > half) return at + 1;
  }

  return moveBeforeEscape(window);
}

/** Returns the offset after the best end of a record from an offset on, or 0. */
function findRecordEnd(window: string, from: number): number {
  let depth = 0;
  let best = 0;
  let bestRank = Number.POSITIVE_INFINITY;

  for (let at = from; at < window.length; at++) {
    const unit = window[at];
    if (unit === '{') depth++;
    if (unit === '}') depth--;
    if (unit !== '}' && unit !== '\n') continue;

    // A lower brace depth outranks any kind of line end.
    const rank = depth * 4 + (unit === '}' ? 2 : rankLineEnd(window, at));
    if (rank > bestRank) continue;

    best = at + 1;
    bestRank = rank;
  }

  return best;
}

function rankLineEnd(window: string, at: number): number {
  // A soft line break of quoted-printable splits words.
  if (window[at - 1] === '=') return 3;
  return /[^\s}\])]/.test(window.charAt(at + 1)) ? 0 : 1;
}

/** Returns the offset before an incomplete escape such as `%22`, `&quot;` or `\"`. */
function moveBeforeEscape(window: string): number {
  const tail = /(?:%[\da-f]?|&#?\w{0,6}|\\+)$/i.exec(window.slice(-12));
  return window.length - (tail?.[0].length ?? 0);
}

/** Returns the first line if it is a table header (several cells, no digits), for later chunks, or null. */
export function findTableHeader(text: string): string | null {
  const line = text.slice(0, 500).replace(/\n.*/s, '').trimEnd();
  // A call has commas between its arguments, and a list between its items.
  if (/\([^()]*,|^\s*\[/.test(line)) return null;
  if (/\d|[{}":]/.test(line.replace(/"[^"{}:]*"/g, ''))) return null;
  return /[^,;\t|]([,;\t|])[^,;\t|]+\1|\t/.test(line) ? line : null;
}
