import { findFirstFrom } from '../core/find-first-from.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { NUMBER_TOKEN, type Tokens, WORD_TOKEN } from '../core/tokens.ts';
import type { CodeIndex } from './code-index.ts';
import {
  CLASS_LIMIT,
  type ClassVocabulary,
  createClassVocabulary,
  forEachPhrase,
  WORD_CLASSES,
  type WordClasses,
} from './word-classes.ts';

const MAX_TOPIC_UNITS = 500;
const TOPIC_CLASSES = WORD_CLASSES.whatsapp | WORD_CLASSES.trade | WORD_CLASSES.foreign;

/** The names of the providers, in several vocabularies because each is limited to `CLASS_LIMIT`. */
const namesByIndex = new WeakMap<CodeIndex, readonly ClassVocabulary[]>();

const getProviderNames = (index: CodeIndex) =>
  getOrInsert(namesByIndex, index, ({ words }) =>
    Array.from({ length: Math.ceil(words.length / CLASS_LIMIT) }, (_, part) =>
      createClassVocabulary(
        words
          .slice(part * CLASS_LIMIT, (part + 1) * CLASS_LIMIT)
          .map(([, own], at) => [1 << at, own.join(', ')] as const),
      ),
    ),
  );

/** Finds the topics of a text: mentions of WhatsApp, messaging, other systems and providers. Never proof of a code. */
export function findTopics(tokens: Tokens, classes: WordClasses, index: CodeIndex, asked = false) {
  const vocabularies = getProviderNames(index);
  const parts = vocabularies.length;
  const at: number[] = [];
  const bits: number[] = [];
  /** For each position, the named providers of each vocabulary. */
  const named: number[] = [];
  let providers = 0;
  const note = (found: number) => {
    providers |= found;
  };
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== WORD_TOKEN && tokens.kind[token] !== NUMBER_TOKEN) continue;
    const own = classes.from(token) & TOPIC_CLASSES;
    let isEmpty = own === 0;
    for (const vocabulary of vocabularies) {
      providers = 0;
      forEachPhrase(tokens, token, vocabulary, note);
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
  const isNamedAt = (position: number) =>
    ((allNamed[Math.floor(position / CLASS_LIMIT)] ?? 0) & (1 << (position % CLASS_LIMIT))) !== 0;
  const read = (offset: number) => {
    if (offset === last) return;
    last = offset;
    // A text that a person asks about is about WhatsApp.
    allBits = asked ? WORD_CLASSES.whatsapp : 0;
    allNamed.fill(0);
    for (
      let position = findFirstFrom(at, offset - MAX_TOPIC_UNITS);
      position < at.length && (at[position] ?? 0) <= offset + MAX_TOPIC_UNITS;
      position++
    ) {
      allBits |= bits[position] ?? 0;
      for (let part = 0; part < parts; part++)
        allNamed[part] = (allNamed[part] ?? 0) | (named[position * parts + part] ?? 0);
    }
  };
  return {
    /** Returns the classes mentioned near an offset, as bits of `WORD_CLASSES`. */
    hasNear(offset: number): number {
      read(offset);
      return allBits;
    },
    isNamed(provider: string, offset: number): boolean {
      read(offset);
      const position = index.words.findIndex(([id]) => id === provider);
      return position >= 0 && isNamedAt(position);
    },
    /** Returns true if a provider other than Meta is named near an offset. */
    namesOther(offset: number): boolean {
      read(offset);
      return index.words.some(([id], position) => id !== 'meta' && isNamedAt(position));
    },
  };
}
