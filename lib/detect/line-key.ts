import type { Candidate } from './candidates.ts';
import { COUNTS, countOf, isCounted } from './counting.ts';
import { numberIn } from './digits.ts';
import type { Lines } from './lines.ts';
import { LEFT, RIGHT, WORD } from './situation.ts';
import type { Spot } from './spots.ts';
import type { Template } from './templates.ts';
import { isDigit, isLetter } from './words/letters.ts';

/** Offsets in a line of digits that may count, and how; three numbers for each run. */
type Runs = readonly number[];

/** A part of a line that stands in the window of a candidate. */
export interface Piece {
  /** The same for parts that no rule can tell apart, but for the digits of `runs`. */
  id: number;
  runs: Runs;
  /** A word is cut that is too long to be taken along. */
  torn: boolean;
}

/** What the window of a spot takes of its own line, and how much is left for those before and behind, line ends included. */
export interface Reach {
  runs: Runs;
  before: number;
  after: number;
  torn: boolean;
}

/** Numbers of the pieces that were met, by what they say. */
export type PieceIds = Map<string, number>;

let lastPiece = 0;

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
export function lineKey(candidate: Candidate, text: string, lines: Lines, ids: PieceIds): number {
  const { spot, line } = candidate;
  const template = line === undefined ? null : lines.template(line);
  if (!spot || !template || line === undefined) return 0;
  spot.reach ??= reachOf(spot, template);
  const { reach } = spot;
  if (reach.torn) return 0;
  const code = candidate.kind === 'number' ? Number(candidate.code) : -1;
  let length = OWN;
  key[length++] = template.id;
  key[length++] = spot.start;
  key[length++] = code;
  length = addRuns(length, reach.runs, text, lines.start(line), code);
  let left = reach.before;
  for (let at = line - 1; left > 0 && at >= 0; at--) {
    const before = lines.template(at);
    if (!before || line - at > MOST_LINES) return 0;
    const piece = before.ends[left] ?? endOf(before, left, ids);
    if (piece.torn) return 0;
    key[length++] = piece.id;
    length = addRuns(length, piece.runs, text, lines.start(at), code);
    left -= before.line.length + 1;
  }
  // Where the text begins or ends there is no piece.
  key[length++] = -2;
  left = reach.after;
  for (let at = line + 1; left > 0 && at < lines.count; at++) {
    const next = lines.template(at);
    if (!next || at - line > MOST_LINES) return 0;
    const piece = next.begins[left] ?? beginOf(next, left, ids);
    if (piece.torn) return 0;
    key[length++] = piece.id;
    length = addRuns(length, piece.runs, text, lines.start(at), code);
    left -= next.line.length + 1;
  }
  key[length++] = left > 0 && text.endsWith('\n') ? -4 : -3;
  return length < key.length ? length : 0;
}

/** Stands for digits that do not count. */
const ANY = -5;

function addRuns(length: number, runs: Runs, text: string, start: number, code: number): number {
  // Too much for the key: `lineKey` sees that its end is passed.
  if (length + runs.length > key.length) return key.length;
  let at = length;
  for (let i = 0; i + 2 < runs.length; i += 3) {
    const from = start + (runs[i] ?? 0);
    const to = start + (runs[i + 1] ?? 0);
    const value = numberIn(text, from, to);
    key[at++] = isCounted(runs[i + 2] ?? 0, value, to - from, code) ? value : ANY;
  }
  return at;
}

function reachOf(spot: Spot, template: Template): Reach {
  const size = template.line.length;
  const first = Math.max(0, spot.start - LEFT);
  const last = Math.min(size, spot.end + RIGHT);
  const { runs, torn } = cut(template, first, last);
  const others: number[] = [];
  for (let i = 0; i + 2 < runs.length; i += 3) {
    const [from = 0, to = 0, how = 0] = runs.slice(i, i + 3);
    // Its own digits are its code.
    if (to <= spot.start || from >= spot.end) others.push(from, to, how);
  }
  return { runs: others, before: LEFT - spot.start, after: RIGHT - (size - spot.end), torn };
}

/** The last units of a line, of which one is its end. */
function endOf(template: Template, units: number, ids: PieceIds): Piece {
  const size = template.line.length;
  const piece = pieceOf(template, Math.max(0, size - units + 1), size, ids);
  template.ends[units] = piece;
  return piece;
}

/** The first units of a line, as many. */
function beginOf(template: Template, units: number, ids: PieceIds): Piece {
  const piece = pieceOf(template, 0, Math.min(template.line.length, units - 1), ids);
  template.begins[units] = piece;
  return piece;
}

function pieceOf(template: Template, from: number, to: number, ids: PieceIds): Piece {
  const { text, runs, torn } = cut(template, from, to);
  const id = ids.get(text) ?? ++lastPiece;
  ids.set(text, id);
  return { id, runs, torn };
}

/** A part of a line and the words that it cuts, as no rule tells it from others: digits that do not count become one sign. */
function cut(
  template: Template,
  first: number,
  last: number,
): { text: string; runs: number[]; torn: boolean } {
  const line = `\n${template.line}\n`;
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
    const how = countOf(line, 0, at, end, line.length, false);
    if (how !== COUNTS.never) runs.push(at - 1, end - 1, how);
    text += (how === COUNTS.never ? '\u0001' : '0').repeat(end - at);
    at = end;
  }
  // What stands for a digit must be nothing else.
  return { text, runs, torn: torn || line.includes('\u0001') };
}
