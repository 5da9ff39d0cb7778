import type { Entry, Relation } from '../../data/schema.ts';
import { parseCodeRange } from '../core/code-map.ts';
import { memoize } from '../core/get-or-insert.ts';
import type { Catalogue } from './catalogue.ts';
import { getConfirmedTitles } from './entry-names.ts';
import { findGuide } from './find-guide.ts';
import { findNearestCodes } from './neighbours.ts';
import {
  createFrequencyRank,
  createPopularityWeight,
  findPreferredEntry,
  isOffTopic,
  isRetired,
} from './popularity.ts';
import { expandQuery, toEnglishWords } from './query-expansion.ts';
import {
  type CodeContext,
  createContextScorer,
  findEntriesForSubcode,
  findEntriesInRange,
  rankEntries,
} from './rank-meanings.ts';
import { findRelated } from './relations.ts';
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
const getTitleShare = (entry: Entry, asked: ReadonlySet<string>): number =>
  getTitleStems(entry)
    .map(
      (stems) => stems.filter((stem) => asked.has(stem)).length / stems.length,
    )
    .reduce((most, share) => Math.max(most, share), 0);

export const getSearch = memoize(createSearch);

const getTextIndex = memoize(createTextIndex);

/** Builds the text index on the first query with words. */
export function createSearch(catalogue: Catalogue) {
  const plain = createPopularityWeight(catalogue);
  const met = createFrequencyRank(catalogue);

  function scoreWords(
    query: string,
    context: CodeContext,
    part?: QueryWording,
  ): Map<Entry, number> {
    const getContextScore = createContextScorer(catalogue, context);
    const asked = toEnglishWords(query);

    const getEntryWeight = (entry: Entry) =>
      (1 + 0.6 * getContextScore(entry)) *
      plain(entry) *
      (isOffTopic(entry, asked) ? OFF_TOPIC_WEIGHT : 1);

    const found = new Map<Entry, number>();

    const addScores = (
      words: readonly string[],
      wording?: QueryWording,
      trust = 1,
    ) => {
      for (const [entry, score] of getTextIndex(catalogue).find(
        words,
        getEntryWeight,
        wording,
      ))
        found.set(entry, (found.get(entry) ?? 0) + score * trust);
    };

    addScores(asked, part);

    const stems = new Set(asked.map(stemWord));

    // Words of a title that is whole in the query say what that title says: `generic user error` is no `generic error`.
    const titles = [...found.keys()]
      .filter((entry) => entry.provider === (context.provider ?? 'meta'))
      .flatMap((entry) =>
        getTitleStems(entry).filter((title) =>
          title.every((stem) => stems.has(stem)),
        ),
      );

    for (const { trust, words, said, ...wording } of expandQuery(asked))
      if (
        !titles.some(
          (title) =>
            title.length > said.length &&
            said.every((stem) => title.includes(stem)),
        )
      )
        addScores(words, part ?? wording, trust);

    for (const [entry, score] of found)
      found.set(
        entry,
        score * (1 + getTitleShare(entry, stems) ** TITLE_SHARE_POWER),
      );

    const isAboutRetired = asked.some((word) =>
      /^(?:on-?)?prem(?:ises?)?$/.test(word),
    );

    // A query with an underscore is a provider's own symbol, so don't promote Meta's code.
    const isAnyones =
      !context.provider && !context.host && !query.includes('_');

    for (const [entry, score] of [...found]) {
      const now = isAboutRetired
        ? undefined
        : findPreferredEntry(entry, catalogue, isAnyones);

      if (now) found.set(now, Math.max(found.get(now) ?? 0, score * 1.05));

      for (const theirs of findRelated(['shown-as'], entry, catalogue.byKey)) {
        if (theirs.provider !== context.provider) continue;

        const alike =
          (score / getEntryWeight(entry)) *
          getEntryWeight(theirs) *
          ALIAS_WEIGHT;

        found.set(theirs, Math.max(found.get(theirs) ?? 0, alike));
      }
    }

    return found;
  }

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

    const { codes, near, words, provider, text: asked } = parsed;
    const [code = '', subcode = ''] = codes;
    const named: SearchContext = { ...context, ...(provider && { provider }) };

    const findForProvider = (wanted: string, part?: QueryWording) =>
      findByWords(wanted, named, part).sort(
        (a, b) =>
          Number(b.provider === provider) - Number(a.provider === provider),
      );

    const close = near.flatMap((code) => closeTo(code, named));

    let found = [
      ...toResults(
        'exact',
        codes.length === 2
          ? findEntriesForSubcode(code, subcode, catalogue)
          : [],
      ),
      ...codes.flatMap((code) => findByCode(code, named)),
      ...toResults('neighbour', close),
    ];

    // Also search titles for the provider's name: `Meta chose not to deliver…` does not name a provider.
    if (provider)
      found.push(
        ...toResults(
          'text',
          getTextIndex(catalogue).findByName(tokenize(asked)),
        ),
      );

    if (words !== '') {
      const said = findForProvider(words);

      // `UNAUTHORIZED` and `unauthorized` are codes of two providers.
      const asWritten = new Set(
        /[A-Z]/.test(query) ? catalogue.meaningsOf(query) : [],
      );

      const getRank = ({ entry }: SearchResult) => said.indexOf(entry) >>> 0;
      const isAsWritten = ({ entry }: SearchResult) => asWritten.has(entry);

      found.sort(
        (a, b) =>
          Number(isAsWritten(b)) - Number(isAsWritten(a)) ||
          getRank(a) - getRank(b),
      );

      // A code with a missing digit, beside its title: `13201 template does not exist`.
      if (!found.some(({ kind }) => kind === 'exact'))
        found = found.map(({ entry }) => ({
          entry,
          kind: said.includes(entry) ? 'text' : 'neighbour',
        }));

      const isSymbols = codes.every((code) => /^[a-z]/i.test(code));

      found.push(
        ...toResults('text', isSymbols ? said : findForProvider(asked)),
      );

      if (found.length === 0)
        found.push(...toResults('text', findForProvider(asked, PART_WORDING)));
    }

    return found.sort(
      (a, b) => MATCH_KINDS.indexOf(a.kind) - MATCH_KINDS.indexOf(b.kind),
    );
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

      const narrowed = {
        ...context,
        ...(limits.provider && { provider: limits.provider }),
      };

      const parsed = parseQuery(limits.rest, getQueryVocabulary(catalogue));

      const found =
        limits.rest !== ''
          ? findMatches(limits.rest, parsed, narrowed)
          : limits.hasFilters
            ? listAll()
            : [];

      const best = new Map<Entry, SearchResult>();

      for (const one of found) {
        if (best.size >= limit) break;
        if (!best.has(one.entry) && limits.matches(one.entry))
          best.set(one.entry, one);
      }

      const results = [...best.values()];

      const isCode = ({ entry, kind }: SearchResult) =>
        kind === 'neighbour' ||
        (kind === 'exact' &&
          entry.code.length >= MIN_CODE_LENGTH &&
          !parseCodeRange(entry.code));

      if (limits.hasFilters || results.some(isCode)) return results;

      const rivals = results.map(({ entry }) => entry);
      const answer = findGuide(limits.rest, rivals, catalogue);
      if (!answer || (!answer.isBest && results.length === 0)) return results;

      const isBest =
        answer.isBest ||
        parsed.hasHttp ||
        (rivals[0] !== undefined && isRetired(rivals[0]));

      const guide = toResults(isBest ? 'exact' : 'text', [answer.guide]);

      return results.toSpliced(isBest ? 0 : 1, 0, ...guide).slice(0, limit);
    },
    /** Scores a provider's entries, best first. Unlike those of `find`, the scores are comparable between texts. */
    scoreWords: (text: string, provider: string) =>
      [...scoreWords(text, { provider })]
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
