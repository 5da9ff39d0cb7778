import type { CodeIndex, Meaning } from './code-index.ts';
import { anyOf } from './words/pattern.ts';
import { PROVIDER_NAMES } from './words/topic.ts';

/** What the rules need of an index, made once for each. */
export interface Lexicon {
  index: CodeIndex;
  /** Symbols that contain no blank. */
  symbols: ReadonlySet<string>;
  /** Symbols with blanks, by their first word, longest first. */
  phrases: ReadonlyMap<string, readonly string[]>;
  /** Every provider's own words, with a pattern that finds any of them. */
  vendors: readonly { provider: string; pattern: RegExp }[];
  /** Any vendor's words: a quick no for texts that name none. */
  anyVendor: RegExp;
  /** Content words of a meaning's title, cut to their stems. */
  titleWords(meaning: Meaning): readonly string[];
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
  const titles = new Map<string, readonly string[]>();
  const lexicon: Lexicon = {
    index,
    symbols,
    phrases,
    vendors: [...words].map(([provider, own]) => ({ provider, pattern: new RegExp(anyOf(own), 'gu') })),
    anyVendor: new RegExp(anyOf([...words.values()].flat()), 'u'),
    titleWords(meaning) {
      const known = titles.get(meaning.title);
      if (known) return known;
      const stems = stemsOf(meaning.title);
      titles.set(meaning.title, stems);
      return stems;
    },
  };
  lexicons.set(index, lexicon);
  return lexicon;
}

const EMPTY_WORDS = new Set([
  'the',
  'and',
  'for',
  'not',
  'was',
  'has',
  'with',
  'from',
  'this',
  'that',
  'are',
  'its',
  'been',
  'can',
  'your',
  'you',
  'see',
  'because',
]);

/** Words of three letters and more, lower case, cut to six letters so that `expired` meets `expires`. */
export function stemsOf(text: string): string[] {
  const stems = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []) {
    if (!EMPTY_WORDS.has(word)) stems.add(word.slice(0, 5));
  }
  return [...stems];
}
