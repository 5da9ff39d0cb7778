import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { relatedAs } from '../catalogue/relations.ts';

/** A match of an error's wording without its number. */
export interface WordingHit {
  start: number;
  end: number;
  /** The entries with this wording, best match first. */
  entries: readonly Entry[];
  /** 0 to 1, from the share of the wording that matches and the number of entries that share it. */
  confidence: number;
}

interface Known {
  entry: Entry;
  /** Number of words in the whole wording. */
  length: number;
}

/** Number of words in an n-gram. Any n-gram of a longer wording matches; a shorter wording matches only as a whole. */
const SPAN = 5;
const SHORTEST = 4;
/** A wording that this many entries share identifies none of them. */
const COMMON = 6;
/** Minimum weight of a whole wording, and of a part: `does not match the expected number of` is too light. */
const LIGHTEST_WHOLE = 13;
const LIGHTEST_PART = 30;
const HEAVY = 60;

/**
 * Builds an index of error wordings: titles and details of at least four words, as providers print them without the number.
 *
 * @returns A function that finds them in a text, in order, never overlapping. Runs in linear time.
 */
export function openWordingIndex({ entries, byKey }: Catalogue): (text: string) => readonly WordingHit[] {
  const spans = new Map<number, Known[]>();
  /** Bloom filter on the first words of n-grams, by the low bits of their hash. Most words of a log start none. */
  const begins = new Uint8Array(1 << 16);
  const frequency = new Map<number, number>();
  for (const entry of entries) for (const wording of wordingsOf(entry)) file(wording, entry);

  function file(wording: string, entry: Entry) {
    const words = wordsOf(wording);
    const { hashes } = words;
    if (hashes.length < SHORTEST) return;
    for (const word of new Set(hashes)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    const span = Math.min(SPAN, hashes.length);
    for (let at = 0; at + span <= hashes.length; at++) {
      const hash = spanHash(hashes, at, span);
      const known = spans.get(hash) ?? [];
      spans.set(hash, known);
      begins[(hashes[at] ?? 0) & 0xffff] = 1;
      if (!known.some((each) => each.entry === entry)) known.push({ entry, length: hashes.length });
    }
  }

  return (text) => {
    const { hashes, starts, ends } = wordsOf(text);
    const found: WordingHit[] = [];
    for (let at = 0; at + SHORTEST <= hashes.length; at++) {
      if (!begins[(hashes[at] ?? 0) & 0xffff]) continue;
      const run = runFrom(at, hashes);
      if (!run) continue;
      const weight = weightOf(hashes.slice(at, at + run.words));
      const length = Math.min(...run.known.map((each) => each.length));
      if (weight < (run.words >= length ? LIGHTEST_WHOLE : LIGHTEST_PART)) continue;
      found.push({
        start: starts[at] ?? 0,
        end: ends[at + run.words - 1] ?? 0,
        entries: withSuccessors(run.known, byKey),
        confidence: confidenceOf(run.words / length, weight, run.known),
      });
      at += run.words - 1;
    }
    return found;
  };

  /** Returns the summed inverse document frequency of the words: rare words weigh more. */
  function weightOf(words: readonly number[]): number {
    return words.reduce((sum, word) => sum + Math.log(entries.length / (frequency.get(word) ?? 1)), 0);
  }

  /** Returns the longest run from this word that one wording contains. */
  function runFrom(at: number, hashes: readonly number[]): { words: number; known: readonly Known[] } | null {
    let words = 0;
    let best: readonly Known[] = [];
    for (const span of [SPAN, SHORTEST]) {
      const known = spans.get(spanHash(hashes, at, span)) ?? [];
      const fitting = span === SPAN ? known : known.filter(({ length }) => length === span);
      if (fitting.length === 0 || at + span > hashes.length) continue;
      words = span;
      best = fitting;
      break;
    }
    if (words === 0) return null;
    for (let next = at + 1; words === next - at + SPAN - 1 && next + SPAN <= hashes.length; next++) {
      const more = spans.get(spanHash(hashes, next, SPAN));
      const still = best.filter(({ entry }) => more?.some((each) => each.entry === entry));
      if (still.length === 0) break;
      best = still;
      words++;
    }
    return best.length > COMMON ? null : { words, known: byFit(best) };
  }
}

/** Ranks Meta's own entries first, because others pass its wording on, and retired entries last. */
function byFit(known: readonly Known[]): readonly Known[] {
  const rank = ({ entry, length }: Known) =>
    (entry.deprecated ? 1_000 : 0) +
    (entry.api === 'onprem' ? 500 : 0) +
    (entry.provider === 'meta' ? 0 : 100) +
    length;
  return [...known].sort((a, b) => rank(a) - rank(b));
}

/** Puts the successor before a retired code, because its details contain the old title's wording in full. */
function withSuccessors(known: readonly Known[], byKey: Catalogue['byKey']): readonly Entry[] {
  const entries = known.flatMap(({ entry }) => {
    const [successor] = relatedAs(['successor'], entry, byKey);
    return successor ? [successor, entry] : [entry];
  });
  return [...new Set(entries)];
}

function confidenceOf(share: number, weight: number, known: readonly Known[]): number {
  const codes = new Set(known.map(({ entry }) => entry.code)).size;
  const sure = 0.35 + 0.3 * Math.min(1, share) + 0.3 * Math.min(1, weight / HEAVY);
  return Math.round(sure * (codes === 1 ? 1 : codes === 2 ? 0.9 : 0.7) * 100) / 100;
}

function wordingsOf({ title, described, details = [], claims, symbols = [] }: Entry): Iterable<string> {
  const own = described ? [] : [title];
  const said = claims.filter(({ agrees }) => agrees).flatMap((claim) => (claim.title ? [claim.title] : []));
  const spoken = [...own, ...said, ...details.flatMap(({ match }) => match)];
  return new Set(spoken.filter((wording) => !symbols.includes(wording)));
}

/** Splits a text into hashes of lower-case words, without allocating strings. */
function wordsOf(text: string): { hashes: number[]; starts: number[]; ends: number[] } {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let hash = 0;
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    const upper = unit >= 0x41 && unit <= 0x5a;
    const isLetter =
      upper ||
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      (unit >= 0xc0 && unit < 0x2000) ||
      unit > 0x2fff;
    if (isLetter) {
      if (start < 0) start = at;
      hash = (Math.imul(hash, 31) + (upper ? unit + 32 : unit)) | 0;
    } else if (start >= 0 && unit !== 0x27 && unit !== 0x2019) {
      hashes.push(hash);
      starts.push(start);
      ends.push(at);
      hash = 0;
      start = -1;
    }
  }
  return { hashes, starts, ends };
}

function spanHash(hashes: readonly number[], at: number, span: number): number {
  let hash = span;
  for (let word = at; word < at + span; word++) hash = (Math.imul(hash, 1_000_003) ^ (hashes[word] ?? 0)) | 0;
  return hash;
}
