import { type Candidate, MAX_CANDIDATES, scan, worthALook } from './candidates.ts';
import type { TextContext } from './hit.ts';
import type { Lexicon } from './lexicon.ts';
import { type Lines, readLines } from './lines.ts';
import { noStems } from './stems.ts';
import { FOLDED, LONGEST_LINE, type Template, type Templates } from './templates.ts';

/** A shorter text is read as one. */
const SHORTEST_TEXT = 1000;
/** Units that are looked at in one go. */
const BLOCK = 65_536;
const LINE_END = 0x0a;

const encoder = new TextEncoder();
const bytes = new Uint8Array(BLOCK);
const units = new Uint16Array(BLOCK);

/** Long enough, and of several lines, that it is read line by line; no cell of a row. */
export function hasLines(text: string, { nearby }: TextContext): boolean {
  return text.length >= SHORTEST_TEXT && !nearby && text.includes('\n');
}

/**
 * Every candidate of a text, in text order, as `findCandidates` finds them: at each line that was met before, only in the spots where
 * one may stand.
 */
export function candidatesInLines(
  text: string,
  lexicon: Lexicon,
  memory: Templates,
): { candidates: Candidate[]; lines: Lines } {
  const candidates: Candidate[] = [];
  const templates: (Template | null)[] = [];
  const starts: number[] = [];
  /** Of the lines that have no template. */
  const stems = noStems();
  let block = 0;
  let filled = 0;
  for (let start = 0; start < text.length && candidates.length < MAX_CANDIDATES; ) {
    let from = start - block;
    let at = from;
    let hash = 0;
    for (;;) {
      let odd = 0;
      // Two at a time, as each multiplication waits for the one before.
      for (; at + 1 < filled; at += 2) {
        const unit = units[at] ?? 0;
        const next = units[at + 1] ?? 0;
        if (unit === LINE_END || next === LINE_END) break;
        // Units beyond ASCII share hashes with others.
        hash = Math.imul(hash ^ (FOLDED[unit & 0x7f] ?? 0), 0x01000193);
        odd = Math.imul(odd ^ (FOLDED[next & 0x7f] ?? 0), 0x01000193);
      }
      for (; at < filled; at++) {
        const unit = units[at] ?? 0;
        if (unit === LINE_END) break;
        hash = Math.imul(hash ^ (FOLDED[unit & 0x7f] ?? 0), 0x01000193);
      }
      hash = Math.imul(hash, 31) ^ odd;
      hash ^= hash >>> 15;
      // The rest of a line that is too long for one block is of no interest.
      if (at < filled || block + at >= text.length || at - from > LONGEST_LINE) break;
      block = start;
      filled = fill(text, block);
      from = 0;
      at = 0;
      hash = 0;
    }
    let end = block + at;
    if (at - from > LONGEST_LINE && at === filled) {
      end = text.indexOf('\n', end);
      if (end < 0) end = text.length;
    }
    const template =
      end - start <= LONGEST_LINE ? memory.of(hash, units, from, at, text, start, lexicon) : null;
    if (template) addKnown(text, start, from, template, templates.length, lexicon, candidates);
    else scan(text, start, end, lexicon, stems, candidates);
    templates.push(template);
    starts.push(start);
    start = end + 1;
    if (start - block > filled) {
      block = start;
      filled = fill(text, block);
    }
  }
  if (candidates.length > MAX_CANDIDATES) candidates.length = MAX_CANDIDATES;
  return { candidates, lines: readLines(text, starts, templates, stems) };
}

/** @returns How many units of the text were written. */
function fill(text: string, from: number): number {
  const part = text.slice(from, from + BLOCK);
  const { read, written } = encoder.encodeInto(part, bytes);
  // One byte for each: nothing but ASCII.
  if (read === part.length && written === read)
    units.set(written < BLOCK ? bytes.subarray(0, written) : bytes);
  else for (let at = 0; at < part.length; at++) units[at] = part.charCodeAt(at);
  return part.length;
}

function addKnown(
  text: string,
  start: number,
  from: number,
  { spots }: Template,
  line: number,
  lexicon: Lexicon,
  found: Candidate[],
): void {
  let next = 0;
  for (let i = 0; i < spots.length; i++) {
    const spot = spots[i];
    if (!spot || spot.start < next) continue;
    const { kind, symbol } = spot;
    const begin = start + spot.start;
    const end = start + spot.end;
    if (kind === 'number') {
      let value = 0;
      for (let place = from + spot.start; place < from + spot.end; place++)
        value = value * 10 + (units[place] ?? 0) - 0x30;
      const { code, meanings, form } = lexicon.numberOf(value, text, begin, end);
      if (meanings.length > 0 || worthALook(text, begin, code, spot.proven))
        found.push({ start: begin, end, code, kind, meanings, form, spot, line });
    } else if (symbol) {
      const { code, meanings, form } = symbol;
      found.push({ start: begin, end, code, kind: 'symbol', meanings, form, spot, line });
    } else {
      const before = found.length;
      scan(text, begin, begin + 1, lexicon, null, found);
      const candidate = found[before];
      if (candidate) next = candidate.end - start;
    }
  }
}
