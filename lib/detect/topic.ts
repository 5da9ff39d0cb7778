import type { CodeIndex } from './code-index.ts';
import { getOrInsert } from './get-or-insert.ts';
import { firstFrom, NUMBER, type Tokens, WORD } from './tokens.ts';
import {
  CLASS_LIMIT,
  CLASSES,
  phrasesFrom,
  type Vocabulary,
  vocabularyOf,
  type WordClasses,
} from './words.ts';

/** What a text is about: where WhatsApp, the trade, other systems and providers are named. It never proves a code. */
export interface Topics {
  /** Classes named within reach of an offset, as bits of `CLASSES`. */
  near(offset: number): number;
  /** The provider is named within reach of an offset. */
  isNamed(provider: string, offset: number): boolean;
  /** Of any provider that is not Meta. */
  namesOther(offset: number): boolean;
}

const REACH = 500;
const WANTED = CLASSES.whatsapp | CLASSES.trade | CLASSES.foreign;

/** Providers beyond the limit of one vocabulary get another. */
interface ProviderNames {
  ids: readonly string[];
  vocabularies: readonly Vocabulary[];
}

const known = new WeakMap<CodeIndex, ProviderNames>();

const providerNames = (index: CodeIndex) =>
  getOrInsert(known, index, ({ words }) => ({
    ids: words.map(([id]) => id),
    vocabularies: Array.from({ length: Math.ceil(words.length / CLASS_LIMIT) }, (_, part) =>
      vocabularyOf(
        words
          .slice(part * CLASS_LIMIT, (part + 1) * CLASS_LIMIT)
          .map(([, own], at) => [1 << at, own.join(', ')] as const),
      ),
    ),
  }));

export function topicsOf(tokens: Tokens, classes: WordClasses, index: CodeIndex, asked = false): Topics {
  const { ids, vocabularies } = providerNames(index);
  const parts = vocabularies.length;
  const at: number[] = [];
  const bits: number[] = [];
  /** For each place, the providers of each vocabulary. */
  const named: number[] = [];
  let providers = 0;
  const note = (found: number) => {
    providers |= found;
  };
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== WORD && tokens.kind[token] !== NUMBER) continue;
    const own = classes.from(token) & WANTED;
    let isEmpty = own === 0;
    for (const vocabulary of vocabularies) {
      providers = 0;
      phrasesFrom(tokens, token, vocabulary, note);
      named.push(providers);
      if (providers !== 0) isEmpty = false;
    }
    if (isEmpty) {
      named.length -= parts;
      continue;
    }
    at.push(tokens.start[token] ?? 0);
    bits.push(own);
  }
  let last = -1;
  let allBits = 0;
  const allNamed = new Int32Array(parts);
  const isNamedAt = (place: number) =>
    ((allNamed[Math.floor(place / CLASS_LIMIT)] ?? 0) & (1 << (place % CLASS_LIMIT))) !== 0;
  const read = (offset: number) => {
    if (offset === last) return;
    last = offset;
    // Who asks about a text asks about WhatsApp.
    allBits = asked ? CLASSES.whatsapp : 0;
    allNamed.fill(0);
    for (
      let place = firstFrom(at, offset - REACH);
      place < at.length && (at[place] ?? 0) <= offset + REACH;
      place++
    ) {
      allBits |= bits[place] ?? 0;
      for (let part = 0; part < parts; part++)
        allNamed[part] = (allNamed[part] ?? 0) | (named[place * parts + part] ?? 0);
    }
  };
  return {
    near(offset) {
      read(offset);
      return allBits;
    },
    isNamed(provider, offset) {
      read(offset);
      const place = ids.indexOf(provider);
      return place >= 0 && isNamedAt(place);
    },
    namesOther(offset) {
      read(offset);
      return ids.some((id, place) => id !== 'meta' && isNamedAt(place));
    },
  };
}
