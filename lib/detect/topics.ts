import { findFirstFrom } from '../core/find-first-from.ts';
import { memoize } from '../core/get-or-insert.ts';
import { NUMBER_TOKEN, type Tokens, WORD_TOKEN } from '../core/tokens.ts';
import type { CodeIndex } from './code-index.ts';
import {
  createClassVocabulary,
  forEachPhrase,
  WORD_CLASSES,
  type WordClasses,
} from './word-classes.ts';

const MAX_TOPIC_UNITS = 500;
const TOPIC_CLASSES =
  WORD_CLASSES.whatsapp | WORD_CLASSES.trade | WORD_CLASSES.foreign;

/** The names of the providers. No two share one, so the class of a name is the provider's position in `words`. */
const getProviderNames = memoize(({ words }: CodeIndex) =>
  createClassVocabulary(
    words.map(([, own], at) => [at + 1, own.join(', ')] as const),
  ),
);

/** Finds the topics of a text: mentions of WhatsApp, messaging, other systems and providers. Never proof of a code. */
export function findTopics(
  tokens: Tokens,
  classes: WordClasses,
  index: CodeIndex,
  asked = false,
) {
  const names = getProviderNames(index);
  /** The mentions: their offsets, and their topic or the position of their provider. */
  const offsets: number[] = [];
  const topics: number[] = [];
  const providers: number[] = [];
  let offset = 0;

  const note = (topic: number, provider: number) => {
    offsets.push(offset);
    topics.push(topic);
    providers.push(provider);
  };

  const noteProvider = (provider: number) => note(0, provider);

  for (let token = 0; token < tokens.count; token++) {
    if (
      tokens.kind[token] !== WORD_TOKEN &&
      tokens.kind[token] !== NUMBER_TOKEN
    )
      continue;

    offset = tokens.start[token] ?? 0;

    const topic = classes.from(token) & TOPIC_CLASSES;
    if (topic !== 0) note(topic, 0);
    forEachPhrase(tokens, token, names, noteProvider);
  }

  let last = -1;
  let nearTopics = 0;
  const nearProviders = new Set<string | undefined>();

  const read = (around: number) => {
    if (around === last) return;
    last = around;
    // A text that a person asks about is about WhatsApp.
    nearTopics = asked ? WORD_CLASSES.whatsapp : 0;
    nearProviders.clear();

    for (
      let at = findFirstFrom(offsets, around - MAX_TOPIC_UNITS);
      at < offsets.length;
      at++
    ) {
      if ((offsets[at] ?? 0) > around + MAX_TOPIC_UNITS) break;
      nearTopics |= topics[at] ?? 0;
      nearProviders.add(index.words[(providers[at] ?? 0) - 1]?.[0]);
    }

    nearProviders.delete(undefined);
  };

  return {
    /** Returns the classes mentioned near an offset, as bits of `WORD_CLASSES`. */
    hasNear(offset: number): number {
      read(offset);
      return nearTopics;
    },
    isNamed(provider: string, offset: number): boolean {
      read(offset);
      return nearProviders.has(provider);
    },
    /** Returns true if a provider other than Meta is named near an offset. */
    namesOther(offset: number): boolean {
      read(offset);
      return nearProviders.size > Number(nearProviders.has('meta'));
    },
  };
}
