import type { CodeIndex, Meaning } from './code-index.ts';
import { consoleAt } from './consoles.ts';
import { stemsOf } from './stems.ts';
import { PROVIDER_NAMES } from './words/topic.ts';
import { listed, readWords } from './words/vocabulary.ts';

/** What the rules need of an index, made once for each. */
export interface Lexicon {
  index: CodeIndex;
  /** Symbols that contain no blank. */
  symbols: ReadonlySet<string>;
  /** Symbols with blanks, by their first word, longest first. */
  phrases: ReadonlyMap<string, readonly string[]>;
  /** Providers that a text names by words of their own, in the order of the text. */
  vendorsIn(text: string): readonly { at: number; word: string }[];
  /** Content words of a meaning's title, cut to their stems. */
  titleWords(meaning: Meaning): readonly string[];
  /** The console at an address. */
  consoleAt(host: string, path?: string): CodeIndex['consoles'][number] | undefined;
}

const lexicons = new WeakMap<CodeIndex, Lexicon>();

export function lexiconOf(index: CodeIndex): Lexicon {
  const known = lexicons.get(index);
  if (known) return known;
  const symbols = new Set<string>();
  const phrases = new Map<string, string[]>();
  for (const symbol of index.symbols) {
    const blank = symbol.indexOf(' ');
    if (blank < 0) symbols.add(symbol);
    else phrases.set(symbol.slice(0, blank), [...(phrases.get(symbol.slice(0, blank)) ?? []), symbol]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length);

  const words = new Map(Object.entries(PROVIDER_NAMES).map(([id, names]) => [id, [...names]]));
  for (const [id, own] of index.words) words.set(id, [...(words.get(id) ?? []), ...own]);
  const isVendors = listed([...words.values()].flat(), true);
  const vendors = [...words].map(([provider, own]) => ({ provider, isOwn: listed(own, true) }));
  const byWord = new Map<number, readonly string[]>();
  function providersOf(id: number): readonly string[] {
    let named = byWord.get(id);
    if (!named) {
      named = vendors.filter(({ isOwn }) => isOwn(id)).map(({ provider }) => provider);
      byWord.set(id, named);
    }
    return named;
  }
  const titles = new Map<string, readonly string[]>();
  let lastHost: string | undefined;
  let lastPath: string | undefined;
  let last: CodeIndex['consoles'][number] | undefined;
  const lexicon: Lexicon = {
    index,
    symbols,
    phrases,
    vendorsIn(text) {
      const places: { at: number; word: string }[] = [];
      for (const { start, id } of readWords(text)) {
        if (isVendors(id)) for (const word of providersOf(id)) places.push({ at: start, word });
      }
      return places;
    },
    titleWords(meaning) {
      const known = titles.get(meaning.title);
      if (known) return known;
      const stems = stemsOf(meaning.title);
      titles.set(meaning.title, stems);
      return stems;
    },
    consoleAt(host, path) {
      // The texts of one page come one after the other.
      if (host !== lastHost || path !== lastPath) {
        last = consoleAt(index.consoles, host, path);
        lastHost = host;
        lastPath = path;
      }
      return last;
    },
  };
  lexicons.set(index, lexicon);
  return lexicon;
}
