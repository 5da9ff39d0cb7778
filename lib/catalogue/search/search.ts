import type { Entry, Relation } from '../../../data/schema.ts';
import { parseCodeRange } from '../../core/code-map.ts';
import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import type { Catalogue } from '../catalogue.ts';
import { getConfirmedTitles } from '../entry-names.ts';
import { findGuide } from '../find-guide.ts';
import { findNearestCodes } from '../nearest-codes.ts';
import {
  createFrequencyRank,
  createPopularityWeight,
  createTopicTest,
  findPreferredEntry,
  isRetired,
} from '../popularity.ts';
import {
  type CodeContext,
  createContextScorer,
  findEntriesForSubcode,
  findEntriesInRange,
  rankEntries,
} from '../rank-entries.ts';
import { findRelated, findSuccessors } from '../relations.ts';
import { expandQuery, toEnglishWords } from './query-expansion.ts';
import { createShapeReader } from './query-shape.ts';
import { parseFilters } from './search-filters.ts';
import {
  getQueryVocabulary,
  type ParsedQuery,
  parseQuery,
} from './search-query.ts';
import { createTextIndex, type QueryWording } from './text-index.ts';
import { stemWord, tokenize } from './tokenize.ts';

/** Host and path of the tab, the selected provider, and the codes on the page, to rank equal matches. */
export interface SearchContext
  extends Pick<CodeContext, 'host' | 'path' | 'provider'> {
  /** Keys of the codes on the page. These come first among prefix matches. */
  onPage?: ReadonlySet<string>;
}

/** `neighbour` is a code within one edit of the query. Show it as a suggestion, never as the answer. */
export type MatchKind = 'exact' | 'prefix' | 'text' | 'neighbour';

export interface SearchResult {
  entry: Entry;
  kind: MatchKind;
}

export type Search = ReturnType<typeof createSearch>;

/** If no entry matches the whole query, match part of it, but without typo tolerance: that would match anything. */
const PART_WORDING: QueryWording = {
  typed: [],
  must: [],
  strict: false,
  isPart: true,
};
/** Factor for entries of a subject (calls, groups, Flows) that the query does not mention. */
const OFF_TOPIC_WEIGHT = 0.5;
/** Share of an entry's score that the provider's own code for it gets. Its own words should decide. */
const ALIAS_WEIGHT = 0.2;
/** Relations that make two codes names of the same failure. */
const ALIAS_RELATIONS: ReadonlySet<Relation> = new Set([
  'successor',
  'predecessor',
  'behind',
  'shown-as',
]);
/** Makes a title count that is almost whole in the query. Short ones are too common. */
const TITLE_SHARE_POWER = 4;
const MIN_TITLE_WORDS = 3;
/** A shorter number among words may be anything: `API returned 200`. */
const MIN_CODE_LENGTH = 5;
const ON_PAGE_SCORE = 100;
/** A code in use is the better answer than the one before it. */
const SUCCESSOR_WEIGHT = 1.05;
const ON_PREMISES = /^(?:on-?)?prem(?:ises?)?$/;
const MATCH_KINDS: readonly MatchKind[] = [
  'exact',
  'prefix',
  'text',
  'neighbour',
];
const toResults = (
  kind: MatchKind,
  entries: readonly Entry[],
): SearchResult[] => entries.map((entry) => ({ entry, kind }));

/** Wraps `find` to return the entries of another catalogue with the same keys, such as a translated one. */
export const mapToCatalogue =
  (find: Search['find'], { byKey }: Pick<Catalogue, 'byKey'>): Search['find'] =>
  (...asked) =>
    find(...asked).map((found) => ({
      ...found,
      entry: byKey.get(found.entry.key) ?? found.entry,
    }));

const getTitleStems = memoize((entry: Entry) =>
  [entry.title, ...getConfirmedTitles(entry)]
    .filter((text) => text.split(' ').length >= MIN_TITLE_WORDS)
    .map((text) => [...new Set(toEnglishWords(text).map(stemWord))]),
);

/** Returns the share of an entry's title that a query has, 0 to 1. With stop words, which alone tell some titles apart. */
function getTitleShare(entry: Entry, asked: ReadonlySet<string>): number {
  let best = 0;

  for (const stems of getTitleStems(entry)) {
    let met = 0;

    for (const stem of stems) if (asked.has(stem)) met++;

    best = Math.max(best, met / stems.length);
  }

  return best;
}

/** Returns the titles of an entry, as stems, all of which a query has. */
const findWholeTitles = (entry: Entry, asked: ReadonlySet<string>) =>
  getTitleStems(entry).filter((title) =>
    title.every((stem) => asked.has(stem)),
  );

/** Words of a title that is whole in the query say what that title says: `generic user error` is no `generic error`. */
const saysMore = (title: readonly string[], said: readonly string[]): boolean =>
  title.length > said.length && said.every((stem) => title.includes(stem));

function addScores(
  sums: Map<Entry, number>,
  scores: ReadonlyMap<Entry, number>,
  trust = 1,
): void {
  for (const [entry, score] of scores)
    sums.set(entry, (sums.get(entry) ?? 0) + score * trust);
}

const isFoundByCode = ({ entry, kind }: SearchResult): boolean =>
  kind === 'neighbour' ||
  (kind === 'exact' &&
    entry.code.length >= MIN_CODE_LENGTH &&
    !parseCodeRange(entry.code));

/** Returns the first result of each entry, up to a limit. */
function takeFirst(
  found: readonly SearchResult[],
  limit: number,
): readonly SearchResult[] {
  const best = new Map<Entry, SearchResult>();

  for (const one of found) {
    if (best.size >= limit) break;
    if (!best.has(one.entry)) best.set(one.entry, one);
  }

  return [...best.values()];
}

export const getSearch = memoize(createSearch);

const getTextIndex = memoize(createTextIndex);

/** Builds the text index on the first query with words. */
export function createSearch(catalogue: Catalogue) {
  const plain = createPopularityWeight(catalogue);
  const met = createFrequencyRank(catalogue);

  const readShape = createShapeReader(
    (stem) => ON_PREMISES.test(stem) || getTextIndex(catalogue).hasStem(stem),
  );

  /** @param isSymbol The query has an underscore: a provider's own symbol, which leads to no code of Meta. */
  function createWordScorer(
    context: CodeContext,
    isSymbol: boolean,
    findWith = getTextIndex(catalogue).find,
  ) {
    const getContextScore = createContextScorer(catalogue, context);

    const getUsualWeight = memoize(
      (entry: Entry) => (1 + 0.6 * getContextScore(entry)) * plain(entry),
    );

    const findAliases = memoize((entry: Entry) =>
      findAliasesAt(entry, context.provider),
    );

    const isAnyones = !context.provider && !context.host && !isSymbol;

    const findPreferred = memoize(
      (entry: Entry) => findPreferredEntry(entry, catalogue, isAnyones) ?? null,
    );

    /** @param asked The words of the query, in English. */
    return (
      asked: readonly string[],
      part?: QueryWording,
    ): Map<Entry, number> => {
      const stems = new Set(asked.map(stemWord));

      const isOff = createTopicTest(asked);

      const getEntryWeight = (entry: Entry) =>
        getUsualWeight(entry) * (isOff(entry) ? OFF_TOPIC_WEIGHT : 1);

      const found = new Map<Entry, number>();

      const find = (words: readonly string[], wording?: QueryWording) =>
        findWith(words, getEntryWeight, wording);

      addScores(found, find(asked, part));

      const titles = [...found.keys()]
        .filter((entry) => entry.provider === (context.provider ?? 'meta'))
        .flatMap((entry) => findWholeTitles(entry, stems));

      for (const { trust, words, said, ...wording } of expandQuery(asked))
        if (!titles.some((title) => saysMore(title, said)))
          addScores(found, find(words, part ?? wording), trust);

      for (const [entry, score] of found)
        found.set(
          entry,
          score * (1 + getTitleShare(entry, stems) ** TITLE_SHARE_POWER),
        );

      const mayPromote = !asked.some((word) => ON_PREMISES.test(word));

      const findSuccessor = (entry: Entry) =>
        mayPromote ? findPreferred(entry) : null;

      addOtherCodes(found, getEntryWeight, { findSuccessor, findAliases });

      return found;
    };
  }

  const scoreWords = (
    query: string,
    context: CodeContext,
    part?: QueryWording,
  ): Map<Entry, number> =>
    createWordScorer(context, query.includes('_'))(toEnglishWords(query), part);

  const scorers = new Map<string, ReturnType<typeof createWordScorer>>();

  /** Scores a provider's entries. Searches no others than these and those that raise their scores. */
  function createProviderScorer(provider: string) {
    const isOwn = (entry: Entry) =>
      entry.provider === provider ||
      findSuccessors(entry, catalogue).some(
        (other) => other.provider === provider,
      ) ||
      findAliasesAt(entry, provider).length > 0;

    return createWordScorer(
      { provider },
      false,
      getTextIndex(catalogue).createFinder(isOwn),
    );
  }

  /** Raises the scores of codes in use above those of retired ones, and of the provider's codes to those of Meta. */
  function addOtherCodes(
    found: Map<Entry, number>,
    getEntryWeight: (entry: Entry) => number,
    {
      findSuccessor,
      findAliases,
    }: {
      findSuccessor: (entry: Entry) => Entry | null;
      findAliases: (entry: Entry) => readonly Entry[];
    },
  ): void {
    for (const [entry, score] of [...found]) {
      if (!entry.related) continue;

      const raise = (other: Entry, to: number) =>
        found.set(other, Math.max(found.get(other) ?? 0, to));

      const now = findSuccessor(entry);
      if (now) raise(now, score * SUCCESSOR_WEIGHT);

      for (const alias of findAliases(entry)) {
        const unweighted = score / getEntryWeight(entry);
        raise(alias, unweighted * getEntryWeight(alias) * ALIAS_WEIGHT);
      }
    }
  }

  /** Returns the codes that a provider shows for an entry. */
  const findAliasesAt = (entry: Entry, provider: string | null | undefined) =>
    findRelated(['shown-as'], entry, catalogue.byKey).filter(
      (alias) => alias.provider === provider,
    );

  /** Destructuring in the parameter list would iterate over each pair, and there are thousands of comparisons. */
  const findByWords: (...asked: Parameters<typeof scoreWords>) => Entry[] = (
    ...asked
  ) =>
    [...scoreWords(...asked)].sort((a, b) => b[1] - a[1]).map((one) => one[0]);

  const rankInContext = (code: string, context: CodeContext) =>
    rankEntries(code, catalogue, context).map(({ entry }) => entry);

  function closeTo(code: string, context: CodeContext): readonly Entry[] {
    const same = rankInContext(code, context);
    return same.length > 0 ? same : findNearestCodes(code, catalogue);
  }

  /** Returns entries whose code starts with the text: on the page first, then by page score, length, number. */
  function findByPrefix(code: string, context: SearchContext): Entry[] {
    const scoreContext = createContextScorer(catalogue, context);

    const getContextScore = (entry: Entry) =>
      scoreContext(entry) +
      (context.onPage?.has(entry.key) ? ON_PAGE_SCORE : 0);

    const start = code.toLowerCase();

    return catalogue.entries
      .filter(
        (entry) =>
          entry.code !== code && entry.code.toLowerCase().startsWith(start),
      )
      .sort(
        (a, b) =>
          getContextScore(b) - getContextScore(a) ||
          a.code.length - b.code.length ||
          (a.code < b.code ? -1 : 1),
      );
  }

  /**
   * Returns entries that mention another code of 3 to 7 digits: other names of the failure (Twilio's 63016 for 470)
   * first, then those that fit the page, then common ones.
   */
  function findMentions(code: string, context: CodeContext): Entry[] {
    if (!/^\d{3,7}$/.test(code)) return [];

    const mention = new RegExp(`(?<![\\d.])${code}(?![\\d.]*\\d)`);

    const found = catalogue.entries.flatMap((entry) => {
      const { meaning, note = '', related = [] } = entry;

      const links = related.filter(
        ({ key }) => catalogue.byKey.get(key)?.code === code,
      );

      const isMentioned =
        links.length > 0 || mention.test(meaning) || mention.test(note);

      const isName = links.some(({ as }) => ALIAS_RELATIONS.has(as));

      return entry.code !== code && isMentioned ? [{ entry, isName }] : [];
    });

    const fits = createContextScorer(catalogue, context);

    return found
      .sort(
        (a, b) =>
          Number(b.isName) - Number(a.isName) ||
          fits(b.entry) - fits(a.entry) ||
          met(a.entry) - met(b.entry) ||
          plain(b.entry) - plain(a.entry),
      )
      .map(({ entry }) => entry);
  }

  function findByCode(code: string, context: SearchContext): SearchResult[] {
    const exact = rankInContext(code, context);
    const longer = findByPrefix(code, context);

    const others =
      exact.length > 0
        ? findMentions(code, context)
        : findNearestCodes(code, catalogue);

    return [
      ...toResults('exact', exact),
      ...toResults('prefix', longer),
      ...toResults(exact.length > 0 ? 'text' : 'neighbour', others),
    ];
  }

  function findMatches(
    query: string,
    parsed: ParsedQuery,
    context: SearchContext,
  ): SearchResult[] {
    const range = query.trim().replace('–', '-');

    if (parseCodeRange(range) && catalogue.meaningsOf(range).length === 0) {
      const between = findEntriesInRange(range, context, catalogue);
      return [...toResults('text', between), ...findByCode(range, context)];
    }

    const { provider, words } = parsed;
    const named: SearchContext = provider ? { ...context, provider } : context;
    const byCode = findByCodes(parsed, named);

    const found =
      words === '' ? byCode : addByWords(byCode, query, parsed, named);

    return found.sort(
      (a, b) => MATCH_KINDS.indexOf(a.kind) - MATCH_KINDS.indexOf(b.kind),
    );
  }

  function findByCodes(
    { codes, near, provider, text }: ParsedQuery,
    context: SearchContext,
  ): SearchResult[] {
    const [code = '', subcode = ''] = codes;

    const ofPair =
      codes.length === 2 ? findEntriesForSubcode(code, subcode, catalogue) : [];

    // Also search titles for the provider's name: `Meta chose not to deliver…` does not name a provider.
    const byName = provider
      ? getTextIndex(catalogue).findByName(tokenize(text))
      : [];

    return [
      ...toResults('exact', ofPair),
      ...codes.flatMap((one) => findByCode(one, context)),
      ...near.flatMap((one) => toResults('neighbour', closeTo(one, context))),
      ...toResults('text', byName),
    ];
  }

  /** Sorts what the codes of a query found by its words, and adds what only these find. */
  function addByWords(
    byCode: readonly SearchResult[],
    query: string,
    { codes, words, provider, text }: ParsedQuery,
    context: SearchContext,
  ): SearchResult[] {
    const findForProvider = (wanted: string, part?: QueryWording) =>
      findByWords(wanted, context, part).sort(
        (a, b) =>
          Number(b.provider === provider) - Number(a.provider === provider),
      );

    const said = findForProvider(words);
    const sorted = sortByWords(byCode, said, query);

    // A code with a missing digit, beside its title: `13201 template does not exist`.
    const found = sorted.some(({ kind }) => kind === 'exact')
      ? sorted
      : sorted.map(
          ({ entry }): SearchResult => ({
            entry,
            kind: said.includes(entry) ? 'text' : 'neighbour',
          }),
        );

    const isSymbols = codes.every((code) => /^[a-z]/i.test(code));

    found.push(...toResults('text', isSymbols ? said : findForProvider(text)));

    return found.length > 0
      ? found
      : toResults('text', findForProvider(text, PART_WORDING));
  }

  function sortByWords(
    found: readonly SearchResult[],
    said: readonly Entry[],
    query: string,
  ): SearchResult[] {
    // `UNAUTHORIZED` and `unauthorized` are codes of two providers.
    const asWritten = new Set(
      /[A-Z]/.test(query) ? catalogue.meaningsOf(query) : [],
    );

    const getRank = ({ entry }: SearchResult) => said.indexOf(entry) >>> 0;
    const isAsWritten = ({ entry }: SearchResult) => asWritten.has(entry);

    return found.toSorted(
      (a, b) =>
        Number(isAsWritten(b)) - Number(isAsWritten(a)) ||
        getRank(a) - getRank(b),
    );
  }

  /** Adds the guide that answers a question, first if nothing else does. */
  function addGuide(
    results: readonly SearchResult[],
    question: string,
    { hasHttp }: ParsedQuery,
  ): readonly SearchResult[] {
    const rivals = results.map(({ entry }) => entry);
    const [first] = rivals;
    const answer = findGuide(question, rivals, catalogue);

    if (!answer || (!answer.isBest && !first)) return results;

    const isFirst =
      answer.isBest || hasHttp || (first !== undefined && isRetired(first));

    const guide = toResults(isFirst ? 'exact' : 'text', [answer.guide]);

    return results.toSpliced(isFirst ? 0 : 1, 0, ...guide);
  }

  const listAll = () => {
    const sorted = catalogue.entries.toSorted(
      (a, b) => met(a) - met(b) || plain(b) - plain(a),
    );
    return toResults('text', sorted);
  };

  return {
    /**
     * Searches codes (exact, prefix, range), then words with typo tolerance, then neighbours of an unknown code.
     *
     * @param query Only the first 300 characters are read. Filters narrow the results or, alone, list all that match.
     * @returns Best first, each entry once. Never throws.
     */
    find(
      query: string,
      context: SearchContext = {},
      limit = 30,
    ): readonly SearchResult[] {
      const limits = parseFilters(query, catalogue);
      const parsed = parseQuery(limits.rest, getQueryVocabulary(catalogue));

      const narrowed = limits.provider
        ? { ...context, provider: limits.provider }
        : context;

      // An empty query finds nothing, and filters alone all that match.
      if (limits.rest === '' && !limits.hasFilters)
        return addGuide([], limits.rest, parsed);

      const found =
        limits.rest === ''
          ? listAll()
          : findMatches(limits.rest, parsed, narrowed);

      const results = takeFirst(
        found.filter(({ entry }) => limits.matches(entry)),
        limit,
      );

      return limits.hasFilters || results.some(isFoundByCode)
        ? results
        : addGuide(results, limits.rest, parsed).slice(0, limit);
    },
    /** Returns what the scores of a text depend on, of its words in English. */
    getShape: (words: readonly string[]) => readShape(words),
    /** Scores a provider's entries by words in English, best first. Unlike those of `find`, the scores are comparable between texts. */
    scoreWords: (words: readonly string[], provider: string) =>
      [...getOrInsert(scorers, provider, createProviderScorer)(words)]
        .filter(([entry]) => entry.provider === provider)
        .sort((a, b) => b[1] - a[1]),
    /** Builds the indexes now, so that the first query is fast. */
    prepare() {
      getTextIndex(catalogue);
      getQueryVocabulary(catalogue);
      expandQuery([]);
    },
  };
}
