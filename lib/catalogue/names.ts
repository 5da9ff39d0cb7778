import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { inEnglish } from './foreign.ts';
import { listed, stemOf, tellingWords, wordsOf } from './words-of.ts';

/** What entries are called: titles, other titles that agree, aliases. Names are stems, with a blank around. */
export interface Names {
  of(entry: Entry): readonly string[];
  /**
   * Entries of which a name of several words stands in the question, and how much those words say. A name within a longer one is
   * none: `rate limit` in `spam rate limit`.
   */
  within(stems: readonly string[]): ReadonlyMap<Entry, number>;
  /** Reads every name now. */
  prepare(): void;
}

/** The least that the words of a name must say to be looked for within a question. */
const LEAST = 1.4;

export const nameOf = (stems: readonly string[]) => ` ${[...new Set(stems)].join(' ')} `;

export function namesOf(catalogue: Catalogue): Names {
  const known = new Map<Entry, readonly string[]>();
  const byName = new Map<string, Entry[]>();
  const of = (entry: Entry) => {
    const names = known.get(entry);
    if (names) return names;
    const titles = entry.claims.flatMap(({ agrees, title }) => (agrees && title ? [title] : []));
    const read = [entry.title, ...(entry.aliases ?? []), entry.renamedFrom ?? '', ...titles].map((text) =>
      nameOf(stemsOf(toEnglish(wordsOf(text)))),
    );
    known.set(entry, read);
    return read;
  };
  /** Names by their beginnings, so that most questions are given up after a word. */
  const beginnings = new Set<string>();
  const prepare = () => {
    if (byName.size > 0) return;
    for (const entry of catalogue.entries) {
      for (const name of of(entry)) {
        byName.set(name, [...(byName.get(name) ?? []), entry]);
        for (let at = name.indexOf(' ', 1); at > 0; at = name.indexOf(' ', at + 1)) {
          beginnings.add(name.slice(0, at + 1));
        }
      }
    }
  };
  return {
    of,
    prepare,
    within(stems) {
      prepare();
      const spans: { from: number; to: number; says: number; entries: readonly Entry[] }[] = [];
      for (let from = 0; from < stems.length - 1; from++) {
        let says = 0;
        let name = ' ';
        for (let to = from; to < stems.length && (to === from || beginnings.has(name)); to++) {
          const stem = stems[to] ?? '';
          if (!name.includes(` ${stem} `)) name += `${stem} `;
          says += weightOf(stem);
          const entries = to > from && says >= LEAST ? byName.get(name) : undefined;
          if (entries) spans.push({ from, to, says, entries });
        }
      }
      const within = new Map<Entry, number>();
      for (const { from, to, says, entries } of spans) {
        if (spans.some((other) => other.says > says && other.from <= from && other.to >= to)) continue;
        for (const entry of entries) within.set(entry, Math.max(within.get(entry) ?? 0, says));
      }
      return within;
    },
  };
}

const GENERAL = new Set(listed('general').map(stemOf));

/** How much a stem says of what is meant. */
export const weightOf = (stem: string) => (GENERAL.has(stem) ? 0.4 : 1);

/** The telling words of a text, in English, as stems. */
export const stemsOf = (words: readonly string[]): readonly string[] => tellingWords(words).map(stemOf);

/** Words of any language in English; a word may become two. */
export const toEnglish = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => inEnglish(word).split(' '));
