import type { Entry } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { splitPattern } from '../../catalogue/detail-pattern.ts';
import { getConfirmedTitles } from '../../catalogue/entry-names.ts';
import { findRelated } from '../../catalogue/relations.ts';
import { getRegistryId } from '../../core/entry-key.ts';
import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import { dropOverlaps, type Span } from '../../core/spans.ts';
import type { DetectedCode } from '../../detect/detect-request.ts';
import { readException } from './read-exception.ts';
import {
  createSentenceIndex,
  type SentenceMatch,
} from './sentence-patterns.ts';
import { hashSpan, hashWords } from './word-hashes.ts';

export interface WordingHit extends Span {
  entries: readonly Entry[];
  /** 0 to 1, from the share of the wording that matches and the number of entries that share it. */
  confidence: number;
}

interface KnownWording {
  entry: Entry;
  length: number;
}

/** Words in a row that all of some wordings contain. */
interface Run {
  words: number;
  known: readonly KnownWording[];
}

/** Number of words in an n-gram. Any n-gram of a longer wording matches; a shorter wording matches only as a whole. */
const SPAN_WORDS = 5;
const MIN_WORDING_WORDS = 4;
/** Minimum number of words of a wording that is a whole sentence of a selected text. */
const MIN_WHOLE_WORDS = 2;
/** A wording that this many entries share identifies none of them. */
const MAX_ENTRIES_OF_WORDING = 6;
/** Minimum weight of a whole wording, and of a part: `does not match the expected number of` is too light. */
const MIN_WHOLE_WEIGHT = 13;
const MIN_PART_WEIGHT = 30;
const FULL_WEIGHT = 60;
/** By the number of codes that share a wording. */
const CERTAINTY_BY_CODES: Readonly<Record<number, number>> = { 1: 1, 2: 0.9 };
const CERTAINTY_OF_MANY = 0.7;

/**
 * Builds an index of titles and details of at least four words, as providers print them without the number. A sentence with
 * gaps, of which a detail has the pattern, counts as a whole.
 *
 * @returns Finds them in a text, in order, never overlapping, in linear time. In a selected text (`isAsked`) a
 *   sentence or cell may be a wording of two or three words.
 */
export function createWordingIndex({ entries, byKey, mostCommon }: Catalogue) {
  const spans = new Map<number, KnownWording[]>();
  const wholes = new Map<number, KnownWording[]>();
  /** Bloom filter on the first words of n-grams, by the low bits of their hash. Most words of a log start none. */
  const begins = new Uint8Array(1 << 16);
  const frequency = new Map<number, number>();
  const common = new Set(mostCommon.map(({ key }) => key));
  const findSentences = createSentenceIndex(entries);

  for (const entry of entries)
    for (const wording of getWordings(entry)) addWording(wording, entry);

  function addWording(wording: string, entry: Entry) {
    const { hashes } = hashWords(wording);
    const { length } = hashes;
    if (length < MIN_WHOLE_WORDS) return;

    if (length < MIN_WORDING_WORDS) {
      addSpan(wholes, hashSpan(hashes, 0, length), { entry, length });
      return;
    }

    for (const word of new Set(hashes))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);

    const span = Math.min(SPAN_WORDS, length);

    for (let at = 0; at + span <= length; at++) {
      begins[(hashes[at] ?? 0) & 0xffff] = 1;
      addSpan(spans, hashSpan(hashes, at, span), { entry, length });
    }
  }

  return (text: string, isAsked = false): readonly WordingHit[] => {
    const words = hashWords(text);
    const sentences = findSentences(text, words);
    const found = [
      ...sentences.flatMap(createSentenceHit),
      ...dropOverlaps(findRuns(words), sentences),
    ].sort((one, other) => one.start - other.start);

    const isFound = found.length > 0 || sentences.length > 0;

    return isAsked && !isFound ? findWholes(text) : found;
  };

  /** Returns nothing for a sentence that two codes of one list share, because it does not tell which. */
  function createSentenceHit(match: SentenceMatch): WordingHit[] {
    const { start, end, pattern } = match;
    const codes = new Set(pattern.entries.map(({ code }) => code));
    const lists = new Set(pattern.entries.map(getRegistryId));
    if (codes.size > lists.size) return [];

    const weight = computeWeight(pattern.words);
    if (weight < MIN_WHOLE_WEIGHT) return [];

    const { length } = pattern.words;
    const known = pattern.entries.map((entry) => ({ entry, length }));
    const entries = moveSuccessorsFirst(sortByFit(known, common), byKey);

    return [
      {
        start,
        end,
        entries,
        confidence: getConfidence(1, weight, known),
      },
    ];
  }

  function findRuns(words: ReturnType<typeof hashWords>): WordingHit[] {
    const { hashes, starts, ends } = words;
    const found: WordingHit[] = [];

    for (let at = 0; at + MIN_WORDING_WORDS <= hashes.length; at++) {
      if (!begins[(hashes[at] ?? 0) & 0xffff]) continue;

      const run = findRunFrom(at, hashes);
      if (!run) continue;

      const confidence = judgeRun(run, at, hashes);
      if (confidence === null) continue;

      found.push({
        start: starts[at] ?? 0,
        end: ends[at + run.words - 1] ?? 0,
        entries: moveSuccessorsFirst(run.known, byKey),
        confidence,
      });

      at += run.words - 1;
    }

    return found;
  }

  /** Returns the confidence of a run, or null if its words are too light. */
  function judgeRun(
    { words, known }: Run,
    at: number,
    hashes: readonly number[],
  ): number | null {
    const weight = computeWeight(hashes.slice(at, at + words));
    const length = Math.min(...known.map((each) => each.length));
    const least = words >= length ? MIN_WHOLE_WEIGHT : MIN_PART_WEIGHT;

    return weight < least ? null : getConfidence(words / length, weight, known);
  }

  function findWholes(text: string): readonly WordingHit[] {
    return [...text.matchAll(/[^\n\t|:;.!?()"“”«»]+/g)].flatMap(
      ({ 0: part, index }): WordingHit[] => {
        const { hashes, starts, ends } = hashWords(part);
        const known = wholes.get(hashSpan(hashes, 0, hashes.length));
        if (!known) return [];

        const entries = moveSuccessorsFirst(sortByFit(known, common), byKey);
        const confidence = getConfidence(1, computeWeight(hashes), known);

        return [
          {
            start: index + (starts[0] ?? 0),
            end: index + (ends.at(-1) ?? 0),
            entries,
            confidence,
          },
        ];
      },
    );
  }

  /** Returns the summed inverse document frequency of the words: rare words weigh more. */
  function computeWeight(words: readonly number[]): number {
    return words.reduce(
      (sum, word) =>
        sum + Math.log(entries.length / (frequency.get(word) ?? 1)),
      0,
    );
  }

  /** Returns the longest run from this word that one wording contains. */
  function findRunFrom(at: number, hashes: readonly number[]): Run | null {
    const getKnown = (from: number, span: number) =>
      from + span <= hashes.length
        ? spans.get(hashSpan(hashes, from, span))
        : undefined;

    const long = getKnown(at, SPAN_WORDS);

    let best: readonly KnownWording[] =
      long ?? getKnown(at, MIN_WORDING_WORDS) ?? [];

    if (best.length === 0) return null;

    let words = long ? SPAN_WORDS : MIN_WORDING_WORDS;

    for (let next = at + 1; words >= SPAN_WORDS; next++) {
      const more = getKnown(next, SPAN_WORDS);

      const still = best.filter(({ entry }) =>
        more?.some((each) => each.entry === entry),
      );

      if (still.length === 0) break;
      best = still;
      words++;
    }

    return best.length > MAX_ENTRIES_OF_WORDING
      ? null
      : { words, known: sortByFit(best, common) };
  }
}

/** Adds a wording under the hash of a span, once for each entry. */
function addSpan(
  spans: Map<number, KnownWording[]>,
  hash: number,
  wording: KnownWording,
): void {
  const known = getOrInsert(spans, hash, (): KnownWording[] => []);

  if (!known.some(({ entry }) => entry === wording.entry)) known.push(wording);
}

export const getWordingIndex = memoize(createWordingIndex);

/** Minimum confidence of a wording that contains a number, such as `Got a 404 error while trying to send message`. */
const MIN_CONFIDENCE_WITH_NUMBER = 0.8;

/** Returns true if a number is a word of another entry's wording. */
export const isPartOfWording = (
  { start, end, meanings }: Pick<DetectedCode, 'start' | 'end' | 'meanings'>,
  phrases: readonly WordingHit[],
): boolean =>
  phrases.some(
    (phrase) =>
      phrase.start < start &&
      end < phrase.end &&
      phrase.confidence >= MIN_CONFIDENCE_WITH_NUMBER &&
      !meanings.some(({ key }) =>
        phrase.entries.some((entry) => entry.key === key),
      ),
  );

/** Ranks Meta first, because others pass its wording on, then common entries, then names. Retired ones are last. */
function sortByFit(
  known: readonly KnownWording[],
  common: ReadonlySet<string>,
): readonly KnownWording[] {
  const getNameRank = ({ code }: Entry) => (code.includes('_') ? 0.25 : 0.5);

  const getFitRank = ({ entry, length }: KnownWording) =>
    (entry.deprecated ? 1_000 : 0) +
    (entry.api === 'onprem' ? 500 : 0) +
    (entry.provider === 'meta' ? 0 : 100) +
    (common.has(entry.key) ? 0 : getNameRank(entry)) +
    length;

  return [...known].sort((a, b) => getFitRank(a) - getFitRank(b));
}

/** Puts the successor before a retired code, because its details contain the old title's wording in full. */
function moveSuccessorsFirst(
  known: readonly KnownWording[],
  byKey: Catalogue['byKey'],
): readonly Entry[] {
  const entries = known.flatMap(({ entry }) => {
    const [successor] = findRelated(['successor'], entry, byKey);
    return successor ? [successor, entry] : [entry];
  });

  return [...new Set(entries)];
}

function getConfidence(
  share: number,
  weight: number,
  known: readonly KnownWording[],
): number {
  const codes = new Set(known.map(({ entry }) => entry.code)).size;
  const certainty = CERTAINTY_BY_CODES[codes] ?? CERTAINTY_OF_MANY;

  const sure =
    0.35 + 0.3 * Math.min(1, share) + 0.3 * Math.min(1, weight / FULL_WEIGHT);

  return Math.round(sure * certainty * 100) / 100;
}

function getWordings(entry: Entry): Iterable<string> {
  const { title, described, details = [], symbols = [] } = entry;
  const own = described ? [] : [title];

  const literals = details.flatMap(({ match }) => match).flatMap(splitPattern);

  const spoken = [...own, ...getConfirmedTitles(entry), ...literals];

  return new Set(
    spoken.filter(
      (wording) => !symbols.includes(wording) && !readException(wording),
    ),
  );
}
