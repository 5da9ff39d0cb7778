import type { Candidate } from './candidates.ts';
import type { Lines } from './lines.ts';
import { isTold, LEFT, RIGHT, WORD } from './situation.ts';
import type { Spot } from './spots.ts';
import type { Template } from './templates.ts';
import { isDigit, isLetter } from './words/letters.ts';

/** A part of a line that stands in the window of a candidate. */
interface Piece {
  /** The same for parts that no rule can tell apart, but for the digits of `runs`. */
  id: number;
  /** Offsets in the line of the digits that count, two by two. */
  runs: readonly number[];
  /** A word is cut that is too long to be taken along. */
  torn: boolean;
}

/** What the window of a spot takes of its own line, and how much is left for those before and behind, line ends included. */
interface Reach {
  runs: readonly number[];
  before: number;
  after: number;
  torn: boolean;
}

/** Pieces that were met, by what they say. */
export interface Pieces {
  ids: Map<string, number>;
  of: Map<Template, Map<number, Piece>>;
  reaches: Map<Spot, Reach>;
}

export const noPieces = (): Pieces => ({ ids: new Map(), of: new Map(), reaches: new Map() });

/** The surrounding in work. */
export const key = new Int32Array(256);
/** Left to the caller. */
export const OWN = 4;
const MOST_LINES = 8;

/**
 * Writes the surrounding of a candidate to `key`, behind `OWN` numbers: the lines that its windows touch, and the digits in them that count.
 *
 * @returns How many numbers; 0 where one of the lines was not met before, or the surrounding is no good for that.
 */
export function lineKey(
  { spot, line, code, kind }: Candidate,
  text: string,
  lines: Lines,
  pieces: Pieces,
): number {
  const template = line === undefined ? null : lines.template(line);
  if (!spot || !template || line === undefined) return 0;
  let reach = pieces.reaches.get(spot);
  if (!reach) {
    reach = reachOf(spot, template);
    pieces.reaches.set(spot, reach);
  }
  if (reach.torn) return 0;
  let length = OWN;
  key[length++] = template.id;
  key[length++] = spot.start;
  key[length++] = kind === 'number' ? Number(code) : -1;
  length = addRuns(length, reach.runs, text, lines.start(line));
  let left = reach.before;
  for (let at = line - 1; left > 0 && at >= 0; at--) {
    const before = lines.template(at);
    if (!before || line - at > MOST_LINES) return 0;
    const size = before.units.length;
    // One is the line's end.
    const piece = pieceOf(pieces, before, Math.max(0, size - left + 1), size);
    if (piece.torn) return 0;
    key[length++] = piece.id;
    length = addRuns(length, piece.runs, text, lines.start(at));
    left -= size + 1;
  }
  // Where the text begins or ends there is no piece.
  key[length++] = -2;
  left = reach.after;
  for (let at = line + 1; left > 0 && at < lines.count; at++) {
    const next = lines.template(at);
    if (!next || at - line > MOST_LINES) return 0;
    const piece = pieceOf(pieces, next, 0, Math.min(next.units.length, left - 1));
    if (piece.torn) return 0;
    key[length++] = piece.id;
    length = addRuns(length, piece.runs, text, lines.start(at));
    left -= next.units.length + 1;
  }
  key[length++] = left > 0 && text.endsWith('\n') ? -4 : -3;
  return length < key.length ? length : 0;
}

function addRuns(length: number, runs: readonly number[], text: string, start: number): number {
  // Too much for the key: `lineKey` sees that its end is passed.
  if (length + runs.length > key.length) return key.length;
  let at = length;
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const end = start + (runs[i + 1] ?? 0);
    let value = 0;
    for (let place = start + (runs[i] ?? 0); place < end; place++)
      value = value * 10 + text.charCodeAt(place) - 0x30;
    key[at++] = value;
  }
  return at;
}

function reachOf(spot: Spot, template: Template): Reach {
  const size = template.units.length;
  const first = Math.max(0, spot.start - LEFT);
  const last = Math.min(size, spot.end + RIGHT);
  const { runs, torn } = cut(template, first, last);
  const others: number[] = [];
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const [from = 0, to = 0] = runs.slice(i, i + 2);
    // Its own digits are its code.
    if (to <= spot.start || from >= spot.end) others.push(from, to);
  }
  return { runs: others, before: LEFT - spot.start, after: RIGHT - (size - spot.end), torn };
}

function pieceOf(pieces: Pieces, template: Template, from: number, to: number): Piece {
  let known = pieces.of.get(template);
  if (!known) {
    known = new Map();
    pieces.of.set(template, known);
  }
  const place = from * 1024 + to;
  let piece = known.get(place);
  if (!piece) {
    const { text, runs, torn } = cut(template, from, to);
    let id = pieces.ids.get(text);
    if (id === undefined) {
      id = pieces.ids.size;
      pieces.ids.set(text, id);
    }
    piece = { id, runs, torn };
    known.set(place, piece);
  }
  return piece;
}

/** A part of a line and the words that it cuts, as no rule tells it from others: told digits become one sign. */
function cut(
  { units }: Template,
  first: number,
  last: number,
): { text: string; runs: number[]; torn: boolean } {
  const line = `\n${String.fromCharCode(...units)}\n`;
  const isWord = (at: number) => isLetter(line.charCodeAt(at)) || isDigit(line.charCodeAt(at));
  let from = first + 1;
  let to = last + 1;
  while (isWord(from - 1) && first + 1 - from < WORD) from--;
  while (isWord(to) && to - last - 1 < WORD) to++;
  const torn = first + 1 - from >= WORD || to - last - 1 >= WORD;
  const runs: number[] = [];
  let text = '';
  for (let at = from; at < to; ) {
    if (!isDigit(line.charCodeAt(at))) {
      text += line.charAt(at++);
      continue;
    }
    let end = at + 1;
    while (end < to && isDigit(line.charCodeAt(end))) end++;
    if (isTold(line, 0, at, end, line.length)) text += '\u0001'.repeat(end - at);
    else {
      text += line.slice(at, end);
      runs.push(at - 1, end - 1);
    }
    at = end;
  }
  // What stands for a digit must be nothing else.
  return { text, runs, torn: torn || line.includes('\u0001') };
}
