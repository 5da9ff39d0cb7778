import { getOrInsert } from '../core/get-or-insert.ts';
import type { Span } from '../core/spans.ts';
import { hashWord } from '../core/word-hash.ts';
import { combineHashes, getBucket } from '../detect/hashing.ts';
import { ABOUT_ERROR } from './field-traits.ts';
import { isNameOfPerson } from './key-vocabulary.ts';
import type { Known } from './known.ts';
import type { MaskedSpan } from './mask-text.ts';

/** The number of weights, as a power of two. Features are hashed, so some share a weight. */
export const TAGGER_BITS = 16;

/** What the features take of a word, the same wherever it stands. */
export interface Word {
  text: string;
  hash: number;
  /** Letters, digits and signs, without their number, and whether the catalogue uses the word. */
  shape: number;
  /** Hashes of its first and last letters. */
  parts: readonly number[];
  /** False for a number, a constant, a word of the catalogue or of the platform. */
  mayBePrivate: boolean;
  /** True for a capitalized word that may be a part of a name, although the catalogue uses it: `Price`. */
  mayEndName: boolean;
}

/** A word of a text, or a part that the rules masked. */
export interface TaggerToken extends Span {
  word: Word;
  /** A hash of what stands between it and the token before. */
  gap: number;
  /** True if a line, a cell or a sentence begins here. */
  isFirst: boolean;
  /** False for what the rules have decided. */
  isOpen: boolean;
}

/** What the rules found in a text. All spans are sorted and merged. */
export interface TaggerContext {
  text: string;
  found: readonly MaskedSpan[];
  /** What structure keeps: keys, times, ids, and fields with a value of their own. */
  kept: readonly Span[];
}

const SIGNS_OF_WORD = "_!#$%&*+~^'’.@-";
/** A Han character stands alone, because no space shows where a name ends. */
const TOKEN = new RegExp(
  [
    '\\p{Script=Han}',
    '[\\p{Script=Hiragana}]+',
    '[\\p{Script=Katakana}ー]+',
    `[\\p{L}\\p{N}_][\\p{M}\\p{N}\\p{L}${SIGNS_OF_WORD}]*[\\p{L}\\p{M}\\p{N}]`,
    '\\p{L}',
    '\\p{N}',
  ].join('|'),
  'gu',
);
const HAN_IN_WORD =
  /\p{Script=Han}|[\p{Script=Hiragana}]+|[\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const MAX_SHAPE_CHARS = 6;
const MAX_GAP_CHARS = 3;
const BOUNDARY = hashWord('\n');

/** Constants, numbers of tickets, versions, files and identifiers of programs. */
const TECHNICAL = new RegExp(
  [
    '[\\d._-]+',
    '\\p{Lu}|\\p{Ll}',
    '[A-Z\\d]+(?:[_-][A-Z\\d]+)+',
    '[A-Z]{1,5}-?\\d[\\w-]*',
    'v?\\d[\\w.-]*',
    '.*\\.(?:log|csv|[jt]sx?|mjs|py|json|ya?ml|txt|php|rb|go|java|sh|sql|html?|css|xml|md|conf|ini)',
    '.*[a-z]{2}[A-Z][a-z].*[a-z][A-Z].*',
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'u',
);

/** Reads the tokens of a text. Remembers words, because logs repeat them. */
export function createTokenReader({ isKnown }: Pick<Known, 'isKnown'>) {
  const words = new Map<string, Word>();

  const readWord = (text: string): Word => {
    if (text.length > MAX_WORD_CHARS) return LONG_WORD;
    if (words.size > MAX_WORDS) words.clear();
    return getOrInsert(words, text, () => createWord(text, isKnown));
  };

  return (context: TaggerContext) => readTokens(context, readWord);
}

const MAX_WORDS = 20_000;
const MAX_WORD_CHARS = 60;

function createWord(text: string, isKnown: Known['isKnown']): Word {
  const lower = text.toLowerCase();
  const known = isKnown(text);

  return {
    text,
    hash: hashWord(lower),
    shape: hashWord(`${getShape(text)}${known ? '+' : ''}`),
    parts: [
      hashWord(`2${lower.slice(0, 2)}`),
      hashWord(`3${lower.slice(0, 3)}`),
      hashWord(`-2${lower.slice(-2)}`),
      hashWord(`-3${lower.slice(-3)}`),
    ],
    mayBePrivate: !known && !TECHNICAL.test(text) && isNameOfPerson(text),
    mayEndName:
      /^\p{Lu}\p{Ll}+$/u.test(text) &&
      isNameOfPerson(text) &&
      !ABOUT_ERROR.test(text),
  };
}

/** `Aa`, `a.a`, `Aa0`: classes of characters without their number. */
function getShape(word: string): string {
  let shape = '';

  for (const char of word) {
    const unit = getCharClass(char);
    if (!shape.endsWith(unit)) shape += unit;
    if (shape.length === MAX_SHAPE_CHARS) break;
  }

  return shape;
}

function getCharClass(char: string): string {
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return 'A';
  if (/[\p{Ll}\p{M}’']/u.test(char)) return 'a';
  if (/\p{N}/u.test(char)) return '0';
  return /\p{L}/u.test(char) ? 'o' : char;
}

const createMask = (kind: string): Word => ({
  text: '',
  hash: hashWord(`[${kind}]`),
  shape: hashWord(`[${kind}]`),
  parts: [],
  mayBePrivate: false,
  mayEndName: false,
});

const MASKS = new Map<string, Word>();
const LONG_WORD = createMask('long');

function readTokens(
  { text, found, kept }: TaggerContext,
  readWord: (text: string) => Word,
): TaggerToken[] {
  const tokens: TaggerToken[] = [];
  const nextFound = followSpans(found);
  const nextKept = followSpans(kept);
  let end = 0;

  const add = (span: Span, word: Word, isOpen: boolean) => {
    const gap = text.slice(end, span.start);

    tokens.push({
      start: span.start,
      end: span.end,
      word,
      gap: hashGap(gap),
      isFirst: end === 0 || /[\n\t|.!?]/.test(gap),
      isOpen,
    });

    end = span.end;
  };

  for (const span of findWords(text)) {
    if (span.start < end) continue;

    const mask = nextFound(span);

    if (mask) {
      const { masked } = mask;
      add(
        mask,
        getOrInsert(MASKS, masked, () => createMask(masked)),
        false,
      );
    } else {
      const word = readWord(text.slice(span.start, span.end));
      const isKept = nextKept(span) !== undefined;
      add(span, word, !isKept && word.mayBePrivate && isApart(text, span));
    }
  }

  return tokens;
}

function* findWords(text: string): Generator<Span> {
  for (const { 0: run, index } of text.matchAll(TOKEN)) {
    if (run.length === 1 || !UNSPACED.test(run)) {
      yield { start: index, end: index + run.length };
      continue;
    }

    for (const { 0: part, index: at } of run.matchAll(HAN_IN_WORD))
      yield { start: index + at, end: index + at + part.length };
  }
}

/** Returns a function that finds the span that overlaps the next range. Ranges must ascend. */
function followSpans<T extends Span>(spans: readonly T[]) {
  let at = 0;

  return ({ start, end }: Span): T | undefined => {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const span = spans[at];
    return span && span.start < end ? span : undefined;
  };
}

/** A word of a path, a call, a tag, a decorator or a key is none of a sentence. */
const isApart = (text: string, { start, end }: Span): boolean =>
  !/^@\p{L}+\./u.test(text.slice(Math.max(0, start - 1), end)) &&
  !/[/\\$#<&=.]|::/.test(text.slice(Math.max(0, start - 1), start)) &&
  !/^(?:[(/\\\]={<>]|::|: ?[[{"]|\.\p{L})/u.test(text.slice(end, end + 3));

const hashGap = (gap: string): number =>
  hashWord(gap.replace(/[^\S\n]+/g, ' ').slice(-MAX_GAP_CHARS));

/** Adds the buckets of the features of a token. */
export function addFeatures(
  tokens: readonly TaggerToken[],
  at: number,
  hasFound: boolean,
  add: (bucket: number) => void,
): void {
  const token = tokens[at] as TaggerToken;
  const { word, gap } = token;
  const { hash, shape, parts } = word;
  const before = getNear(tokens, at, -1);
  const after = getNear(tokens, at, 1);
  const before2 = getNear(tokens, at, -2);
  const after2 = getNear(tokens, at, 2);
  const nextGap = tokens[at + 1]?.gap ?? BOUNDARY;
  const flags = shape + Number(hasFound) + 2 * Number(token.isFirst);

  const put = (salt: number, one: number, other = 0) =>
    add(getBucket(combineHashes(salt, one, other), TAGGER_BITS));

  put(1, hash);
  for (const part of parts) put(2, part);
  put(3, shape);
  put(4, flags);
  put(5, before.hash);
  put(6, after.hash);
  put(7, before2.hash);
  put(8, after2.hash);
  put(9, before.hash, shape);
  put(10, after.hash, shape);
  put(11, before.hash, before2.hash);
  put(12, after.hash, after2.hash);
  put(13, before.shape, shape);
  put(14, after.shape, shape);
  put(15, combineHashes(before.shape, shape, after.shape));
  put(16, gap, shape);
  put(17, nextGap, shape);
  put(18, gap, before.hash);
  put(19, nextGap, after.hash);
  put(20, before2.shape, combineHashes(before.shape, shape));
  put(21, findCue(tokens, at), shape);
}

const NO_WORD: Word = {
  text: '',
  hash: BOUNDARY,
  shape: BOUNDARY,
  parts: [],
  mayBePrivate: false,
  mayEndName: false,
};

/** Returns the word beside a token, in its line. */
function getNear(
  tokens: readonly TaggerToken[],
  at: number,
  step: number,
): Word {
  return tokens[at + step]?.word ?? NO_WORD;
}

const MAX_CUE_WORDS = 6;
const LABEL_GAPS = new Set([': ', ':', '= ', '=', ':"', ': "'].map(hashGap));

/** Returns the hash of the word before the nearest colon: `Caller` in `Caller: the wife of …`. */
function findCue(tokens: readonly TaggerToken[], at: number): number {
  for (let back = at; back > Math.max(0, at - MAX_CUE_WORDS); back--)
    if (LABEL_GAPS.has(tokens[back]?.gap ?? 0))
      return tokens[back - 1]?.word.hash ?? BOUNDARY;

  return 0;
}
