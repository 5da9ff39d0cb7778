import wordLists from '../../data/word-lists.json' with { type: 'json' };
import { foldUnit, isIgnorableMark } from '../core/letters.ts';
import {
  NUMBER_TOKEN,
  splitTokens,
  type Tokens,
  WORD_TOKEN,
} from '../core/tokens.ts';
import { HASH_SEED, hashStep, hashWord } from '../core/word-hash.ts';

type ClassName = keyof typeof wordLists;
/** Word classes across languages, as bits. The model identifies a class by its position in the file. */
export const WORD_CLASSES = Object.fromEntries(
  Object.keys(wordLists).map((name, at) => [name, 1 << at]),
) as Readonly<Record<ClassName, number>>;
const CLASS_LISTS = Object.entries(wordLists).map(
  ([name, { words }]) =>
    [WORD_CLASSES[name as ClassName], words.join('\n')] as const,
);

/** Phrases are matched word by word: each prefix is stored, with the classes of the phrases that end there. */
const OPEN_BIT = 1 << 30;
/** Short names count only if capitalized: `Meta` is Spanish for a goal, and `close` is not a system. Classes use the bits below. */
const CAPITAL_BIT = 1 << 29;
const CAPITALIZED_NAME = /^[A-Z][A-Za-z]{0,4}$/;
const MAX_PHRASE_WORDS = 8;
const MAX_FIGURE_DIGITS = 3;
const MIN_STEM_LETTERS = 3;
const MAX_CACHED_WORDS = 50_000;

export type ClassVocabulary = ReturnType<typeof createClassVocabulary>;

export function createClassVocabulary(
  entries: Iterable<readonly [bits: number, list: string]>,
) {
  const phrases = new Map<number, number>();
  /** Prefixes of words with any ending. */
  const stems = new Map<number, number>();
  /** Suffixes of words with any beginning: `Sendefehler`. */
  const tails = new Map<number, number>();

  const addBits = (to: Map<number, number>, hash: number, bits: number) =>
    to.set(hash, (to.get(hash) ?? 0) | bits);

  for (const [bits, list] of entries) {
    for (const [entry] of list.matchAll(/[^,\s](?:[^,\n]*[^,\s])?/g))
      addEntry(entry, bits);
  }

  function addEntry(entry: string, bits: number): void {
    const tokens = splitTokens(entry);

    const words = Array.from({ length: tokens.count }, (_, at) =>
      hashPart(tokens, at),
    ).filter((word) => word !== null);

    const [first] = words;
    if (first === undefined || words.length > MAX_PHRASE_WORDS) return;

    if (entry.endsWith('*') && !entry.startsWith('*') && words.length === 1) {
      addBits(stems, first, bits);
      return;
    }

    if (entry.startsWith('*'))
      addBits(tails, hashTails(tokens, 1).at(-1) ?? 0, bits);

    const capital = CAPITALIZED_NAME.test(entry) ? CAPITAL_BIT : 0;
    addPhrase(words, bits | capital);
  }

  function addPhrase(words: readonly number[], bits: number): void {
    let hash = 0;

    words.forEach((word, at) => {
      hash = hashStep(hash, word);
      addBits(phrases, hash, at === words.length - 1 ? bits : OPEN_BIT);
    });
  }

  return {
    phrases,
    stems,
    tails,
    met: new Map<number, number>(),
  };
}

/** Hashes a part of a phrase: a word, or the digits of `8x8` and `24h`. Null for signs and longer numbers. */
function hashPart(
  { text, start, end, kind, hash }: Tokens,
  at: number,
): number | null {
  if (kind[at] === WORD_TOKEN) return hash[at] ?? 0;
  const length = (end[at] ?? 0) - (start[at] ?? 0);
  if (kind[at] !== NUMBER_TOKEN || length > MAX_FIGURE_DIGITS) return null;
  return hashWord(text.slice(start[at], end[at]));
}

/** Returns the classes of a single word by its prefixes and suffixes, 0 for other tokens. */
function classifyByStem(
  tokens: Tokens,
  at: number,
  { stems, tails, met }: ClassVocabulary,
): number {
  const { kind, hash } = tokens;
  if (kind[at] !== WORD_TOKEN) return 0;

  const own = hash[at] ?? 0;
  const known = met.get(own);
  if (known !== undefined) return known;

  let bits = 0;

  for (const stem of hashStems(tokens, at)) bits |= stems.get(stem) ?? 0;

  if (tails.size > 0)
    for (const tail of hashTails(tokens, at)) bits |= tails.get(tail) ?? 0;

  if (met.size > MAX_CACHED_WORDS) met.clear();
  met.set(own, bits);

  return bits;
}

/** Returns the hashes of a word's prefixes, shortest first. */
function hashStems({ text, start, end }: Tokens, at: number): number[] {
  const hashes: number[] = [];
  let stem = HASH_SEED;
  let letters = 0;

  for (let unit = start[at] ?? 0; unit < (end[at] ?? 0); unit++) {
    const letter = text.charCodeAt(unit);
    if (isIgnorableMark(letter)) continue;

    stem = hashStep(stem, foldUnit(letter));
    if (++letters >= MIN_STEM_LETTERS) hashes.push(stem);
  }

  return hashes;
}

/** Returns the hashes of a word's suffixes, shortest first. */
function hashTails({ text, start, end }: Tokens, at: number): number[] {
  const hashes: number[] = [];
  let tail = HASH_SEED;

  for (let unit = (end[at] ?? 0) - 1; unit >= (start[at] ?? 0); unit--) {
    const letter = text.charCodeAt(unit);
    if (isIgnorableMark(letter)) continue;
    tail = hashStep(tail, foldUnit(letter));
    hashes.push(tail);
  }

  return hashes;
}

/** Calls back for each phrase that begins at a word, with its classes and its last token. */
export function forEachPhrase(
  tokens: Tokens,
  at: number,
  vocabulary: ClassVocabulary,
  found: (bits: number, last: number) => void,
): void {
  const stem = classifyByStem(tokens, at, vocabulary);
  if (stem) found(stem, at);

  let hash = 0;
  let words = 0;

  for (let next = at; next < tokens.count && words < MAX_PHRASE_WORDS; next++) {
    if (isJointAfter(tokens, at, next)) continue;

    const part = hashPart(tokens, next);
    if (part === null) return;

    hash = hashStep(hash, part);
    words++;

    const bits = vocabulary.phrases.get(hash);
    if (bits === undefined) return;

    const isName = (bits & CAPITAL_BIT) !== 0;
    const classes = bits & ~(OPEN_BIT | CAPITAL_BIT);

    if (classes && !(isName && isLowerCase(tokens, at))) found(classes, next);
    if (!(bits & OPEN_BIT)) return;
  }
}

/** A space in a listed phrase also matches a hyphen, an underscore or an apostrophe, but not in front of it. */
const isJointAfter = ({ text, start }: Tokens, first: number, at: number) =>
  at > first && "-_'’".includes(text.charAt(start[at] ?? 0));

/** Returns true for a word that begins with no capital of ASCII. */
function isLowerCase({ text, start }: Tokens, at: number): boolean {
  const unit = text.charCodeAt(start[at] ?? 0);
  return unit < 0x41 || unit > 0x5a;
}

let wordVocabulary: ClassVocabulary | null = null;

/** Classes of the words of a text: those of each phrase at its first and at its last token. Computed on demand. */
export class WordClasses {
  readonly #tokens: Tokens;
  readonly #begins: Int32Array;
  readonly #ends: Int32Array;
  readonly #read: Uint8Array;
  #first = 0;
  /** One callback for all words, because a log has millions. */
  readonly #note = (bits: number, last: number) => {
    this.#begins[this.#first] = (this.#begins[this.#first] ?? 0) | bits;
    this.#ends[last] = (this.#ends[last] ?? 0) | bits;
  };
  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.#begins = new Int32Array(tokens.count);
    this.#ends = new Int32Array(tokens.count);
    this.#read = new Uint8Array(tokens.count);
  }

  #readFrom(at: number): void {
    if (this.#read[at]) return;
    this.#read[at] = 1;
    wordVocabulary ??= createClassVocabulary(CLASS_LISTS);
    this.#first = at;
    forEachPhrase(this.#tokens, at, wordVocabulary, this.#note);
  }

  from(at: number): number {
    if (at < 0 || at >= this.#tokens.count) return 0;
    this.#readFrom(at);
    return this.#begins[at] ?? 0;
  }

  /** Returns true if a phrase of one of these classes begins in a range of tokens. */
  includes(bits: number, from = 0, to = this.#tokens.count): boolean {
    for (let at = from; at < to; at++) if (this.from(at) & bits) return true;
    return false;
  }

  upTo(at: number): number {
    if (at < 0 || at >= this.#tokens.count) return 0;

    if ((this.#read[at] ?? 0) < 2) {
      for (let first = Math.max(0, at - MAX_PHRASE_WORDS); first <= at; first++)
        this.#readFrom(first);
      this.#read[at] = 2;
    }

    return this.#ends[at] ?? 0;
  }
}

/** Returns true if a text mentions a failure, in any language. */
export const mentionsFailure = (text: string): boolean =>
  new WordClasses(splitTokens(text)).includes(WORD_CLASSES.failed);

/** Returns true if the whole text is a failure status: `Failed`, `not delivered`. */
export function isFailedState(text: string): boolean {
  const tokens = splitTokens(text);

  wordVocabulary ??= createClassVocabulary(CLASS_LISTS);

  let first = 0;

  while (first < tokens.count && tokens.kind[first] !== WORD_TOKEN) first++;

  let last = tokens.count - 1;

  while (last > first && tokens.kind[last] !== WORD_TOKEN) last--;

  let isWhole = false;

  forEachPhrase(tokens, first, wordVocabulary, (bits, end) => {
    if (bits & WORD_CLASSES.failed && end === last) isWhole = true;
  });

  return isWhole;
}
