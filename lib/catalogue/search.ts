import type { Entry } from '../../data/schema.ts';
import { rangeOf } from './by-code.ts';
import type { Catalogue } from './catalogue.ts';
import { isElsewhere, leadOf, metRank, plainWeight, shownBy } from './likelihood.ts';
import { readLimits } from './limits.ts';
import { mentionsOf } from './mentions.ts';
import { neighboursOf } from './neighbours.ts';
import { type CodeContext, entriesOfPair, entriesWithin, placeScore, rankedMeanings } from './ranked.ts';
import { englishWords, saidOtherwise, speaksOfMessages } from './reworded.ts';
import { readQuery, type Vocabulary, vocabularyOf } from './search-query.ts';
import { openTextIndex, type TextIndex, type Wording } from './text-index.ts';
import { wordsOf } from './words-of.ts';

/**
 * Context for ranking equal matches: host and path of the current tab, the provider that the user selected, and the
 * codes on the page.
 */
export interface SearchContext extends Pick<CodeContext, 'host' | 'path' | 'provider'> {
  /** Keys of the codes on the page. These come first among prefix matches. */
  onPage?: ReadonlySet<string>;
}

/** `neighbour` is a code within one edit of the query. Show it as a suggestion, never as the answer. */
export type MatchKind = 'exact' | 'prefix' | 'text' | 'neighbour';

export interface SearchResult {
  entry: Entry;
  kind: MatchKind;
  /** Higher is better. Scores are comparable only within one result list. */
  score: number;
}

export interface Search {
  /**
   * Searches codes (exact, prefix, range) first, then words in any order with typo tolerance, then neighbours of an unknown code.
   * Filters (`provider:`, `owner:`, `retry:`, `class:`) narrow the results. A query of filters alone lists all matching entries.
   *
   * @param query What a person types. Only the first 300 characters are read. Never throws.
   * @returns Best first, each entry once. Empty if nothing matches.
   */
  find(query: string, context?: SearchContext, limit?: number): readonly SearchResult[];
  /** Builds the indexes now, so that the first query is fast. */
  prepare(): void;
}

type Found = Pick<SearchResult, 'entry' | 'kind'>;

/** If no entry matches the whole query, match part of it, but without typo tolerance: that would match anything. */
const PART: Wording = { typed: [], must: [], strict: false, isPart: true };
/** Factor for entries of a subject (calls, groups, Flows) that the query does not mention. */
const ELSEWHERE = 0.5;
/** Share of an entry's score that the provider's own code for it gets. Its own words should decide. */
const SHOWN_BY = 0.2;
/** Higher than any page score. */
const ON_PAGE = 100;
const KINDS: readonly MatchKind[] = ['exact', 'prefix', 'text', 'neighbour'];
const as = (kind: MatchKind, entries: readonly Entry[]): Found[] => entries.map((entry) => ({ entry, kind }));

/** Wraps `find` to return the entries of another catalogue with the same keys, such as a translated one. */
export const inCatalogue =
  (find: Search['find'], { byKey }: Pick<Catalogue, 'byKey'>): Search['find'] =>
  (...asked) =>
    find(...asked).map((found) => ({ ...found, entry: byKey.get(found.entry.key) ?? found.entry }));

/** Creates a search over a catalogue. Builds the text index on the first query with words. */
export function openSearch(catalogue: Catalogue): Search {
  let index: TextIndex | undefined;
  let vocabulary: Vocabulary | undefined;
  const text = () => {
    index ??= openTextIndex(catalogue);
    return index;
  };

  const plain = plainWeight(catalogue);
  function byWords(query: string, place: CodeContext, part?: Wording): Entry[] {
    const fits = placeScore(catalogue, place);
    const asked = englishWords(query);
    const weight = (entry: Entry) =>
      (1 + 0.6 * fits(entry)) * plain(entry) * (isElsewhere(entry, asked) ? ELSEWHERE : 1);
    const found = text().find(asked, weight, part);
    for (const { trust, words, ...wording } of saidOtherwise(asked)) {
      for (const [entry, score] of text().find(words, weight, part ?? wording)) {
        found.set(entry, (found.get(entry) ?? 0) + score * trust);
      }
    }
    if (found.size === 0 && !part && speaksOfMessages(asked)) {
      for (const [entry, score] of text().find(asked, weight, { typed: asked, must: [], strict: false })) {
        found.set(entry, score);
      }
    }
    // A query with an underscore is a provider's own symbol, so don't promote Meta's code.
    const isAnyones = !place.provider && !place.host && !query.includes('_');
    for (const [entry, score] of [...found]) {
      const now = leadOf(entry, catalogue, isAnyones);
      if (now) found.set(now, Math.max(found.get(now) ?? 0, score * 1.05));
      for (const theirs of shownBy(entry, place.provider, catalogue)) {
        const alike = (score / weight(entry)) * weight(theirs) * SHOWN_BY;
        found.set(theirs, Math.max(found.get(theirs) ?? 0, alike));
      }
    }
    // Destructuring in the parameter list would iterate over each pair, and there are thousands of comparisons.
    return [...found].sort((a, b) => b[1] - a[1]).map((one) => one[0]);
  }

  const named = (code: string, place: CodeContext) =>
    rankedMeanings(code, catalogue, place).map(({ entry }) => entry);

  function closeTo(code: string, place: CodeContext): Entry[] {
    const same = named(code, place);
    return same.length > 0 ? same : neighboursOf(code, catalogue).map(({ entry }) => entry);
  }

  function byCode(code: string, place: SearchContext): Found[] {
    const exact = named(code, place);
    const longer = startingWith(code, catalogue, place);
    if (exact.length + longer.length === 0) {
      return as('neighbour', closeTo(code, place));
    }
    return [
      ...as('exact', exact),
      ...as('prefix', longer),
      ...as('text', exact.length > 0 ? mentionsOf(code, catalogue, place) : []),
    ];
  }

  function look(query: string, context: SearchContext): Found[] {
    const range = query.trim().replace('–', '-');
    if (rangeOf(range) && catalogue.meaningsOf(range).length === 0)
      return as('text', entriesWithin(range, context, catalogue));
    vocabulary ??= vocabularyOf(catalogue);
    const { codes, near, words, provider, text: asked } = readQuery(query, vocabulary);
    const [code = '', subcode = ''] = codes;
    const place: SearchContext = { ...context, ...(provider && { provider }) };
    const found = [
      ...as('exact', codes.length === 2 ? entriesOfPair(code, subcode, catalogue) : []),
      ...codes.flatMap((code) => byCode(code, place)),
      ...as(
        'neighbour',
        near.flatMap((code) => closeTo(code, place)),
      ),
    ];
    // Also search titles for the provider's name: `Meta chose not to deliver…` does not name a provider.
    if (provider) found.push(...as('text', text().named(wordsOf(asked))));
    if (words !== '') {
      const said = ofProvider(byWords(words, place), provider);
      // Upper case means the symbol; lower case may be any word.
      const isWritten = ({ code, symbols }: Entry) =>
        /[^a-z]/.test(words) && [code, ...(symbols ?? [])].includes(words);
      const rank = ({ entry }: Found) => 2 * Number(isWritten(entry)) + Number(said.includes(entry));
      found.sort((a, b) => rank(b) - rank(a));
      const isSymbols = codes.every((code) => /^[a-z]/i.test(code));
      found.push(...as('text', isSymbols ? said : ofProvider(byWords(asked, place), provider)));
      if (found.length === 0) found.push(...as('text', ofProvider(byWords(asked, place, PART), provider)));
    }
    return found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  }

  const met = metRank(catalogue);
  /** For a query of filters alone: returns all entries, most common first. */
  const everything = (isLimited: boolean) =>
    isLimited
      ? as(
          'text',
          [...catalogue.entries].sort((a, b) => met(a) - met(b) || plain(b) - plain(a)),
        )
      : [];

  return {
    find(query, context = {}, limit = 30) {
      const limits = readLimits(query, catalogue);
      const place = { ...context, ...(limits.provider && { provider: limits.provider }) };
      const found = limits.rest === '' ? everything(limits.isLimited) : look(limits.rest, place);
      const best = new Map<Entry, SearchResult>();
      for (const { entry, kind } of found) {
        if (best.size >= limit) break;
        if (!best.has(entry) && limits.fits(entry))
          best.set(entry, { entry, kind, score: limit - best.size });
      }
      return [...best.values()];
    },
    prepare() {
      text().prepare();
      vocabulary ??= vocabularyOf(catalogue);
    },
  };
}

/** Moves the entries of the named provider to the front. */
function ofProvider(entries: readonly Entry[], provider: string | null): readonly Entry[] {
  if (!provider) return entries;
  return [...entries].sort((a, b) => Number(b.provider === provider) - Number(a.provider === provider));
}

/**
 * Returns entries whose code starts with the typed text: those on the page first, then by page score, then by length and number.
 */
function startingWith(code: string, catalogue: Catalogue, place: SearchContext): Entry[] {
  const placed = placeScore(catalogue, place);
  const fits = (entry: Entry) => placed(entry) + (place.onPage?.has(entry.key) ? ON_PAGE : 0);
  const start = code.toLowerCase();
  return catalogue.entries
    .filter((entry) => entry.code !== code && entry.code.toLowerCase().startsWith(start))
    .sort((a, b) => fits(b) - fits(a) || a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}
