import type { CodeIndex } from './code-index.ts';
import { getOrInsert } from './get-or-insert.ts';
import { firstFrom, NUMBER, type Tokens, WORD } from './tokens.ts';
import { CLASSES, phrasesFrom, type Vocabulary, vocabularyOf, type WordClasses } from './words.ts';

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

interface ProviderNames {
  ids: readonly string[];
  vocabulary: Vocabulary;
}

const known = new WeakMap<CodeIndex, ProviderNames>();

const providerNames = (index: CodeIndex) =>
  getOrInsert(known, index, ({ words }) => ({
    ids: words.map(([id]) => id),
    vocabulary: vocabularyOf(words.map(([, own], at) => [1 << at, own.join(', ')] as const)),
  }));

export function topicsOf(tokens: Tokens, classes: WordClasses, index: CodeIndex, asked = false): Topics {
  const { ids, vocabulary } = providerNames(index);
  const at: number[] = [];
  const bits: number[] = [];
  const named: number[] = [];
  let providers = 0;
  const note = (found: number) => {
    providers |= found;
  };
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== WORD && tokens.kind[token] !== NUMBER) continue;
    const own = classes.from(token) & WANTED;
    providers = 0;
    phrasesFrom(tokens, token, vocabulary, note);
    if (own === 0 && providers === 0) continue;
    at.push(tokens.start[token] ?? 0);
    bits.push(own);
    named.push(providers);
  }
  let last = -1;
  let allBits = 0;
  let allNamed = 0;
  const read = (offset: number) => {
    if (offset === last) return;
    last = offset;
    // Who asks about a text asks about WhatsApp.
    allBits = asked ? CLASSES.whatsapp : 0;
    allNamed = 0;
    for (
      let place = firstFrom(at, offset - REACH);
      place < at.length && (at[place] ?? 0) <= offset + REACH;
      place++
    ) {
      allBits |= bits[place] ?? 0;
      allNamed |= named[place] ?? 0;
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
      return place >= 0 && (allNamed & (1 << place)) !== 0;
    },
    namesOther(offset) {
      read(offset);
      return (allNamed & ~(1 << ids.indexOf('meta'))) !== 0;
    },
  };
}
