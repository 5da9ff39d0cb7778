import type { Entry } from '../../data/schema.ts';
import { getOrInsert, memoize, memoizeTexts } from '../core/get-or-insert.ts';
import { toEnglishTerms } from './english-terms.ts';
import {
  getWordList,
  selectSignificantWords,
  stemWord,
  tokenize,
} from './search/tokenize.ts';

const MIN_NAME_WEIGHT = 1.4;

export const joinStems = (stems: readonly string[]) =>
  ` ${[...new Set(stems)].join(' ')} `;

/**
 * Indexes the names of entries.
 *
 * @param names Of each entry, as `readNames` returns them.
 */
export function createEntryNames(
  entries: readonly Entry[],
  names: readonly (readonly string[])[],
) {
  const namesByEntry = new Map(
    entries.map((entry, at) => [entry, names[at] ?? []]),
  );

  const byName = new Map<string, Entry[]>();
  /** Prefixes of all names, so that most lookups stop after one word. */
  const beginnings = new Set<string>();

  for (const [entry, names] of namesByEntry) {
    for (const name of names) {
      getOrInsert(byName, name, (): Entry[] => []).push(entry);

      for (
        let at = name.indexOf(' ', 1);
        at > 0;
        at = name.indexOf(' ', at + 1)
      )
        beginnings.add(name.slice(0, at + 1));
    }
  }

  return {
    getNames: (entry: Entry): readonly string[] =>
      namesByEntry.get(entry) ?? [],
    /** Returns entries with a name of several words in the query, and its weight. Skips names in longer ones. */
    findWithin(stems: readonly string[]): ReadonlyMap<Entry, number> {
      const names = stems.flatMap((_, from) =>
        findNamesFrom(stems, from, { byName, beginnings }),
      );
      const within = new Map<Entry, number>();

      for (const name of names) {
        if (names.some((other) => isInHeavier(name, other))) continue;

        for (const entry of name.entries)
          within.set(entry, Math.max(within.get(entry) ?? 0, name.weight));
      }

      return within;
    },
  };
}

/** A name in a query, from one stem to another, both included. */
interface NameInQuery {
  from: number;
  to: number;
  weight: number;
  entries: readonly Entry[];
}

function findNamesFrom(
  stems: readonly string[],
  from: number,
  {
    byName,
    beginnings,
  }: {
    byName: ReadonlyMap<string, readonly Entry[]>;
    beginnings: ReadonlySet<string>;
  },
): NameInQuery[] {
  const found: NameInQuery[] = [];
  let weight = 0;
  let name = ' ';

  for (let to = from; to < stems.length; to++) {
    if (to > from && !beginnings.has(name)) break;

    const stem = stems[to] ?? '';
    if (!name.includes(` ${stem} `)) name += `${stem} `;
    weight += getStemWeight(stem);

    const isLong = to > from && weight >= MIN_NAME_WEIGHT;
    const entries = isLong ? byName.get(name) : undefined;

    if (entries)
      found.push({
        from,
        to,
        weight,
        entries,
      });
  }

  return found;
}

const isInHeavier = (one: NameInQuery, other: NameInQuery): boolean =>
  other.weight > one.weight && other.from <= one.from && other.to >= one.to;

export const getConfirmedTitles = ({ claims }: Entry): string[] =>
  claims.flatMap((claim) => (claim.agrees && claim.title) || []);

/** Returns titles, also of agreeing sources, and aliases, as strings of stems with a space on each side. */
export const readNames = memoize((entry: Entry): readonly string[] => {
  const { title, aliases = [], renamedFrom = '' } = entry;
  return [
    ...new Set([title, ...aliases, renamedFrom, ...getConfirmedTitles(entry)]),
  ].map(toName);
});

const toName = (text: string) =>
  joinStems(stemSignificantWords(translateWords(tokenize(text))));

/** Returns true if a text is a name of an entry: `template paused`, `FLAGGED`. */
export const namesEntry = (text: string, entry: Entry): boolean =>
  [entry.code, entry.title, ...getConfirmedTitles(entry)]
    .map(toName)
    .includes(toName(text));

const GENERAL_STEMS = new Set(getWordList('general').map(stemWord));

export const getStemWeight = (stem: string) =>
  GENERAL_STEMS.has(stem) ? 0.4 : 1;

export const stemSignificantWords = (
  words: readonly string[],
): readonly string[] => selectSignificantWords(words).map(stemWord);

const MAX_CACHED_WORDS = 3_000;

const translateWord = memoizeTexts(
  (word): readonly string[] => toEnglishTerms(word).split(' '),
  MAX_CACHED_WORDS,
);

/** Translates words of any supported language into English. One word can become several. */
export const translateWords = (words: readonly string[]): readonly string[] =>
  words.flatMap(translateWord);
