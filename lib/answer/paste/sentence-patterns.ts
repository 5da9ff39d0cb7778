import type { Entry } from '../../../data/schema.ts';
import {
  compilePattern,
  findPattern,
  foldCase,
  splitPattern,
} from '../../catalogue/detail-pattern.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import type { Span } from '../../core/spans.ts';
import { findLineEnd, findLineStart } from '../../structure/lines.ts';
import { hashSpan, hashWords } from './word-hashes.ts';

/** A detail whose sentence has gaps, such as `Property '{name:word}' should be in '{format:word}' format`. */
export interface SentencePattern {
  source: string;
  entries: Entry[];
  /** Hashes of its literal words. */
  words: readonly number[];
}

export interface SentenceMatch extends Span {
  pattern: SentencePattern;
}

/** Fewer literal words are met in other sentences as well. */
const MIN_LITERAL_WORDS = 5;
/** Number of words in the anchor, by which the places to try are found. */
const MIN_ANCHOR_WORDS = 2;
const MAX_ANCHOR_WORDS = 5;
/** A sentence ends at the latest so far before or after its anchor. */
const MAX_REACH = 400;

/**
 * Indexes the details with placeholders by their longest literal part.
 *
 * @returns Finds whole sentences of them, the most specific one where several match. A pattern is tried only in the
 *   line around its anchor, so the time is linear.
 */
export function createSentenceIndex(entries: readonly Entry[]) {
  const byAnchor = new Map<number, SentencePattern[]>();
  const patterns = collectPatterns(entries);
  for (const pattern of patterns) addPattern(pattern);

  function addPattern(pattern: SentencePattern) {
    const parts = splitPattern(pattern.source).map((part) => hashWords(part));
    const [longest] = parts
      .map(({ hashes }) => hashes.slice(0, MAX_ANCHOR_WORDS))
      .sort((one, other) => other.length - one.length);
    if (!longest || longest.length < MIN_ANCHOR_WORDS) return;

    const anchor = hashSpan(longest, 0, longest.length);
    getOrInsert(byAnchor, anchor, (): SentencePattern[] => []).push(pattern);
  }

  return (text: string, words = hashWords(text)): readonly SentenceMatch[] => {
    const found: SentenceMatch[] = [];

    for (const { pattern, start } of findAnchors(words)) {
      const match = matchAround(pattern, text, start);
      if (match) found.push(match);
    }

    return keepMostSpecific(found);
  };

  function* findAnchors({ hashes, starts }: ReturnType<typeof hashWords>) {
    for (let at = 0; at + MIN_ANCHOR_WORDS <= hashes.length; at++)
      for (let span = MIN_ANCHOR_WORDS; span <= MAX_ANCHOR_WORDS; span++) {
        if (at + span > hashes.length) break;

        const known = byAnchor.get(hashSpan(hashes, at, span)) ?? [];
        for (const pattern of known) yield { pattern, start: starts[at] ?? 0 };
      }
  }
}

function collectPatterns(
  entries: readonly Entry[],
): readonly SentencePattern[] {
  const bySource = new Map<string, SentencePattern>();

  for (const entry of entries) {
    const sources = entry.details?.flatMap(({ match }) => match) ?? [];

    for (const source of new Set(sources)) {
      const parts = splitPattern(source);
      const words = parts.flatMap((part) => hashWords(part).hashes);
      if (parts.length < 2 || words.length < MIN_LITERAL_WORDS) continue;

      const pattern = { source, entries: [], words };
      getOrInsert(bySource, source, () => pattern).entries.push(entry);
    }
  }

  return [...bySource.values()];
}

/** Matches a pattern in the line around a position of its anchor. */
function matchAround(pattern: SentencePattern, text: string, at: number) {
  const from = Math.max(findLineStart(text, at), at - MAX_REACH);
  const to = Math.min(findLineEnd(text, at), at + MAX_REACH);

  const line = straightenQuotes(text.slice(from, to));
  const compiled = compilePattern(pattern.source);
  const match = findPattern(compiled, line, foldCase(line));

  return match && { pattern, start: from + match.start, end: from + match.end };
}

/** Keeps the length, so that positions stay valid. */
const straightenQuotes = (line: string) =>
  line.replace(/[‘’]/g, "'").replace(/[“”„]/g, '"');

/** Of matches that overlap, keeps the one with the most literal words. */
function keepMostSpecific(found: readonly SentenceMatch[]) {
  const kept: SentenceMatch[] = [];
  const bySize = [...found].sort(
    (one, other) => other.pattern.words.length - one.pattern.words.length,
  );

  for (const match of bySize)
    if (!kept.some((other) => overlaps(other, match))) kept.push(match);

  return kept.sort((one, other) => one.start - other.start);
}

const overlaps = (one: Span, other: Span): boolean =>
  one.start < other.end && other.start < one.end;
