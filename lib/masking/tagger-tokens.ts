import { getOrInsert } from '../core/get-or-insert.ts';
import { anyOf } from '../core/pattern-parts.ts';
import type { Span } from '../core/spans.ts';
import { hashWord } from '../core/word-hash.ts';
import { combineHashes, getBucket } from '../detect/hashing.ts';
import { ABOUT_ERROR } from './field-traits.ts';
import { isNameOfPerson } from './key-vocabulary.ts';
import type { Known } from './known.ts';
import type { MaskedSpan } from './mask-text.ts';
import { getRoleBefore, getWordRole } from './word-roles.ts';

/** The number of weights, as a power of two. Features are hashed, so some share a weight. */
export const TAGGER_BITS = 17;

/** What the features take of a word, the same wherever it stands. */
export interface Word {
  text: string;
  hash: number;
  /** Letters and signs without their number, digits with it, and whether the catalogue uses the word. */
  shape: number;
  /** The shape without the order of its characters. */
  kind: number;
  /** What the word says of those beside it: see `getWordRole`. */
  role: number;
  /** Buckets of the features that are the word's own: its hash, its shape, its letters. */
  buckets: readonly number[];
  /** True for a word of the catalogue. */
  isKnown: boolean;
  /** True for a word that people are called by. */
  isListed: boolean;
  isLowerCase: boolean;
  /** True for a script without capitals that has words. */
  isCaseless: boolean;
  /** True for digits, also with letters in capitals. */
  isNumber: boolean;
  /** True for a number that alone is none of a person: `11`. */
  isShortNumber: boolean;
  /** True for a number that is a code of the catalogue. */
  isCode: boolean;
  /** False for a code, a constant, a word of the catalogue or of the platform. */
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
  /** True if a quotation, a line or a cell ends before it. */
  endsPart: boolean;
  /** True after a sign that introduces what somebody says: a colon, a quote, a dash. */
  isIntroduced: boolean;
  /** True for a part that the rules masked. */
  isMask: boolean;
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
/** How far a letter may be from the `_` that a word begins with: a line of such signs is read once. */
const MAX_LEADING_SIGNS = 60;
/** A Han character is a token of its own, because no space shows where a name ends. */
const TOKEN = new RegExp(
  [
    '\\p{Script=Han}',
    // A date, and a code or number in groups.
    '\\p{N}+(?:[/:.-]\\p{N}+)+(?![\\p{L}\\p{N}_])',
    '\\p{N}{1,4}(?:[ -]\\p{N}{1,4}){1,7}(?![\\p{L}\\p{N}_:])',
    '[\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]+',
    '[\\p{Script=Hiragana}]+',
    '[\\p{Script=Katakana}ー]+',
    `(?:[\\p{L}\\p{N}]|_(?=[${SIGNS_OF_WORD}]{0,${MAX_LEADING_SIGNS}}[\\p{L}\\p{M}\\p{N}]))[\\p{M}\\p{N}\\p{L}${SIGNS_OF_WORD}]*[\\p{L}\\p{M}\\p{N}]`,
    '\\p{L}',
    '\\p{N}',
  ].join('|'),
  'gu',
);
const HAN_IN_WORD = anyOf(
  [
    /\p{Script=Han}/u,
    /[\p{Script=Hiragana}]+/u,
    /[\p{Script=Katakana}ー]+/u,
    /[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u,
  ],
  'gu',
);
const UNSPACED_WORDS =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const MAX_SHAPE_CHARS = 12;
const MAX_GAP_CHARS = 3;
const INTRODUCTION = /[:："'“„«「『>～~–—-]\s?$/;
/** Stands for what is beyond the text. */
export const LINE_END = hashWord('\n');

/** Constants, versions, files and identifiers of programs. */
const TECHNICAL = [
  /^(?!\p{Script=Han})\p{L}$/u,
  /^[A-Z]+(?:[_-][A-Z\d]+)+$/,
  /^v\d[\w.-]*$/,
  /\.(?:log|csv|[jt]sx?|mjs|py|json|ya?ml|txt|php|rb|go|java|sh)$/,
  /\.(?:sql|html?|css|xml|md|conf|ini)$/,
  /\.(?:com|net|org|io|dev|app|cloud|local|internal|localhost)$/,
  /[a-z]{2}[A-Z][a-z].*[a-z][A-Z]/,
];

const isTechnical = (word: string): boolean =>
  TECHNICAL.some((form) => form.test(word));

/**
 * Reads the tokens of a text. Remembers words, because logs repeat them.
 *
 * @param isName Returns true for a word in lower case that people are called by.
 */
export function createTokenReader(
  known: Known,
  isName: (word: string) => boolean,
) {
  const words = new Map<string, Word>();

  const readWord: ReadWord = (text, role = 0) => {
    if (text.length > MAX_WORD_CHARS) return OVERLONG_WORD;
    if (words.size > MAX_WORDS) words.clear();
    const key = role === 0 ? text : `${text} ${role}`;

    return getOrInsert(words, key, () => {
      const word = createWord(text, known, isName);
      return role === 0 ? word : { ...word, role };
    });
  };

  return (context: TaggerContext) => readTokens(context, readWord);
}

/** @param role What a word of several tokens says, which ends with this one. */
type ReadWord = (text: string, role?: number) => Word;

const MAX_WORDS = 20_000;
const MAX_WORD_CHARS = 60;

function createWord(
  text: string,
  { isCode, isKnown }: Known,
  isName: (word: string) => boolean,
): Word {
  const lower = text.toLowerCase();
  const isNumber = NUMBER.test(text);
  const shown = getShape(text);
  const known = isNumber ? isCode(text.replace(/[ -]/g, '')) : isKnown(text);
  const hash = hashWord(isNumber ? shown : lower);
  const listed = isNumber ? '' : getListing(lower, isName);
  const shape = hashWord(`${shown}${known ? '+' : ''}${listed}`);

  const isOpen = isNumber
    ? !known || text.length < MIN_SURE_CODE_DIGITS
    : !known && !isTechnical(text) && mayBeName(text);

  return {
    text,
    hash,
    shape,
    kind: hashWord(getKindOfShape(shown, text.length) + listed),
    role: isNumber ? 0 : getWordRole(text),
    buckets: [
      toBucket(1, hash),
      toBucket(3, shape),
      ...getParts(text, isNumber).map((part) => toBucket(2, hashWord(part))),
    ],
    isKnown: known && !isNumber,
    isListed: listed === 'N',
    isLowerCase: /^\p{Ll}/u.test(text),
    isCaseless: /^\p{Lo}/u.test(text) && !UNSPACED.test(text),
    isNumber,
    isShortNumber: isNumber && text.length < MIN_NUMBER_CHARS,
    isCode: known && isNumber,
    mayBePrivate: isOpen,
    mayEndName:
      WORD_OF_NAME.test(text) &&
      isNameOfPerson(text) &&
      !ABOUT_ERROR.test(text),
  };
}

const MIN_LISTED_CHARS = 4;

/** Returns `N` for a word that people are called by, and `n` for a user name of one: `jschmidt`, `ana.souza`, `ana84`. */
function getListing(lower: string, isName: (word: string) => boolean): string {
  if (isName(lower)) return 'N';
  if (!/^[a-z]/.test(lower)) return '';

  const parts = [lower.slice(1), ...lower.split(/[._]|\d{1,9}$/)];

  return parts.some(
    (part) => part.length >= MIN_LISTED_CHARS && part !== lower && isName(part),
  )
    ? 'n'
    : '';
}

/** Returns false if all parts of a word are known non-names: `rate_limit`. */
const mayBeName = (text: string): boolean =>
  text.split('_').some((part) => part !== '' && isNameOfPerson(part));

/** `Ana`, `McAteer`, `O’Shea`, `Oosterhuis-van` */
const WORD_OF_NAME = /^(?:\p{Lu}['’]|Ma?c)?\p{Lu}\p{Ll}+(?:-\p{L}\p{Ll}*)*$/u;
/** Digits, signs and capitals: a number, a postcode, the number of a passport. */
const NUMBER = /^(?=.*\p{N})[A-Z\p{N}./: -]+$/u;
const LETTERS = 3;
const MIN_NUMBER_CHARS = 3;
/** Shorter codes of errors are also ages, houses and parts of one-time codes. */
const MIN_SURE_CODE_DIGITS = 5;

const getParts = (text: string, isNumber: boolean): string[] =>
  isNumber ? getYears(text) : getLetters(text.toLowerCase());

/** Returns how a number begins, and the decade of a year in it: a birthday is long ago. */
const getYears = (number: string): string[] => [
  `#${number.slice(0, 2)}`,
  `##${/(?<!\p{N})(?:19|20)\p{N}(?=\p{N}(?!\p{N}))/u.exec(number)?.[0] ?? ''}`,
];

const USUAL_ONSETS = [
  /[bcdfghkptvw][lrnw]/,
  /s[chjklmnpqrtvwz]/,
  /[cdgkprstwz]h/,
  /[dfhjklmnpstv]j/,
  /[gkmpwz]n|[cdrst]z|[pt]s|n[dgy]|mb|qu/,
];
/** Two consonants with which few words of any language begin: an initial and a last name. */
const ODD_ONSET = new RegExp(
  `^(?!${anyOf(USUAL_ONSETS).source})[b-df-hj-np-tv-xz]{2}`,
);

/** Returns the beginning and the end of a word, and all that is three letters long within it. */
function getLetters(lower: string): string[] {
  const framed = `^${lower}$`;

  const within = Array.from(
    { length: Math.max(0, framed.length - LETTERS + 1) },
    (_, at) => framed.slice(at, at + LETTERS),
  );

  return [
    `2${lower.slice(0, 2)}`,
    `3${lower.slice(0, 3)}`,
    `-2${lower.slice(-2)}`,
    `-3${lower.slice(-3)}`,
    ...(ODD_ONSET.test(lower) ? ['!'] : []),
    ...within,
  ];
}

/** Returns the index of the weight of a feature. */
export const toBucket = (salt: number, one: number, other = 0): number =>
  getBucket(combineHashes(salt, one, other), TAGGER_BITS);

/** `Aa`, `a.a`, `Aa00`: classes of characters without their number, but for digits. */
function getShape(word: string): string {
  let shape = '';

  for (const char of word) {
    const unit = getCharClass(char);
    if (unit === '0' || !shape.endsWith(unit)) shape += unit;
    if (shape.length === MAX_SHAPE_CHARS) break;
  }

  return shape;
}

/** Returns which classes of characters are in a shape, and about how many characters a number has. */
function getKindOfShape(shape: string, length: number): string {
  const classes = [...'Aao0'].filter((own) => shape.includes(own)).join('');
  const sign = /[^Aao0]/.test(shape) ? '-' : '';
  const begins = /^A/.test(shape) ? '^' : '';
  const size = classes === '0' ? Math.ceil(Math.min(length, 12) / 2) : '';

  return classes + sign + begins + size;
}

function getCharClass(char: string): string {
  if (/[\p{Lu}\p{Lt}]/u.test(char)) return 'A';
  if (/[\p{Ll}\p{M}’']/u.test(char)) return 'a';
  if (/\p{N}/u.test(char)) return '0';
  return /\p{L}/u.test(char) ? 'o' : char;
}

/** Creates what stands for a word that is not read. */
export const createPlaceholder = (hash: number): Word => ({
  text: '',
  hash,
  shape: hash,
  kind: hash,
  role: 0,
  buckets: [],
  isKnown: false,
  isListed: false,
  isLowerCase: false,
  isCaseless: false,
  isNumber: false,
  isShortNumber: false,
  isCode: false,
  mayBePrivate: false,
  mayEndName: false,
});

const MASKS = new Map<string, Word>();

/** Returns the word that stands for a masked part. */
export const getMaskWord = (kind: string): Word =>
  getOrInsert(MASKS, kind, () => createPlaceholder(hashWord(`[${kind}]`)));

/** For a word that is too long for a name. */
const OVERLONG_WORD = createPlaceholder(hashWord('[long]'));

function readTokens(
  { text, found, kept }: TaggerContext,
  readWord: ReadWord,
): TaggerToken[] {
  const tokens: TaggerToken[] = [];
  const nextFound = followSpans(found);
  const nextKept = followSpans(kept);
  let end = 0;
  let runStart = 0;

  const add = (span: Span, word: Word, isMask: boolean, isOpen: boolean) => {
    const gap = text.slice(end, span.start);

    tokens.push({
      start: span.start,
      end: span.end,
      word,
      gap: hashGap(gap),
      isFirst: end === 0 || /[\n\t|.!?]/.test(gap),
      endsPart: /[\n\t|;()[\]"'“”«»„「」/]/.test(gap),
      isIntroduced: INTRODUCTION.test(gap.slice(-MAX_GAP_CHARS)),
      isMask,
      isOpen,
    });

    end = span.end;
  };

  for (const span of findWords(text)) {
    if (span.start < end) continue;

    const mask = nextFound(span);

    if (mask) {
      const { masked } = mask;
      add(mask, getMaskWord(masked), true, false);
    } else {
      if (span.start > end) runStart = span.start;

      const own = text.slice(span.start, span.end);
      const role = UNSPACED.test(own)
        ? getRoleBefore(text, runStart, span.end)
        : 0;
      const word = readWord(own, role);
      const isKept = nextKept(span) !== undefined;
      const isOpen = !isKept && word.mayBePrivate && isApart(text, span);
      add(span, word, false, isOpen);
    }
  }

  return tokens;
}

let segmenter: Intl.Segmenter | undefined;

/** Finds the words of a script that has no spaces between them. */
function segmentWords(run: string) {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return segmenter.segment(run);
}

function* findWords(text: string): Generator<Span> {
  for (const { 0: run, index } of text.matchAll(TOKEN)) {
    if (UNSPACED_WORDS.test(run)) {
      for (const { segment, index: at } of segmentWords(run))
        yield { start: index + at, end: index + at + segment.length };

      continue;
    }

    if (run.length === 1 || !UNSPACED.test(run)) {
      yield { start: index, end: index + run.length };
      continue;
    }

    for (const { 0: part, index: at } of run.matchAll(HAN_IN_WORD))
      yield { start: index + at, end: index + at + part.length };
  }
}

/** Returns a function that finds the span that overlaps the next range. Ranges must ascend. */
export function followSpans<T extends Span>(spans: readonly T[]) {
  let at = 0;

  return ({ start, end }: Span): T | undefined => {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const span = spans[at];
    return span && span.start < end ? span : undefined;
  };
}

/** `Kwabena/233245550119` is no path: a slash, a plus and seven digits. */
const MAX_NUMBER_LEAD = 9;

/** A word of a path, a call, a tag, a decorator or a key is none of a sentence. */
const isApart = (text: string, { start, end }: Span): boolean =>
  !/^@\p{L}+\./u.test(text.slice(Math.max(0, start - 1), end)) &&
  !/[/\\$#№&.]|::/.test(text.slice(Math.max(0, start - 1), start)) &&
  !/^(?:[(\\={]|\/(?!\+?\d{7})|<(?!\/)|::|: ?[[{"]|\.\p{L})/u.test(
    text.slice(end, end + MAX_NUMBER_LEAD),
  ) &&
  (text.charAt(end) !== '>' || text.charAt(start - 1) === '<');

export const hashGap = (gap: string): number =>
  hashWord(gap.replace(/[^\S\n]+/g, ' ').slice(-MAX_GAP_CHARS));
