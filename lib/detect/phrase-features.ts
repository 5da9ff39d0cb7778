import { BREAK_TOKEN, type Tokens, WORD_TOKEN } from '../core/tokens.ts';
import { HASH_SEED, hashStep, hashWord } from '../core/word-hash.ts';
import {
  type AnalyzedCandidate,
  findLineTokens,
  isConsole,
  tokenizeText,
} from './analyzed-text.ts';
import { isRareOrSubcode } from './code-form.ts';
import { type FieldLabel, LABEL_KINDS } from './field-label.ts';
import { combineHashes } from './hashing.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** Groups of phrase features. The sum of each group is an input of the trees. */
export const PHRASE_PARTS = [
  'before',
  'behind',
  'around',
  'line',
  'text',
  'self',
  'name',
  'row',
  'class',
];
const [BEFORE, AFTER, AROUND, LINE, TEXT, SELF, NAME, ROW, CLASS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
] as const;
export const NAME_PART = NAME;

const FULL_STOP = hashWord('.');

/** Receives the group of a feature, its hash, and the index of its token or -1. */
export type VisitFeature = (
  part: number,
  feature: number,
  token: number,
) => void;

/** Tokens on each side whose position is a feature; further words count without their position. */
const PLACED_TOKENS = 4;
const MAX_NEAR_TOKENS = 12;
const MAX_NEAR_UNITS = 90;
const MAX_LINE_TOKENS = 60;
const MAX_ROW_TOKENS = 60;
/** Cause words occur in any sentence, so they only count in labels. */
const NAME_CLASSES = WORD_CLASSES.cause;

/** Returns a coarse class: the same words are different evidence for rare and for common numbers. */
export function getRarity({
  kind,
  form,
}: Pick<AnalyzedCandidate, 'kind' | 'form'>): number {
  if (kind === 'symbol') return 2;
  return isRareOrSubcode(form) || form === 'unknown-like' ? 0 : 1;
}

export function forEachFeature(
  one: AnalyzedCandidate,
  take: VisitFeature,
): void {
  forEachFeatureAround(one, take);

  for (const labelHash of one.labels)
    forEachNameFeature(labelHash, getRarity(one) + 1, (feature) =>
      take(NAME, feature, -1),
    );
}

/** What tells one kind of feature from the others before it is hashed. Changing one changes the model. */
const SEEDS = {
  own: 0x51,
  // Of a side, plus its part.
  placed: 0x11,
  nextTokens: 0x21,
  firstAndThird: 0x31,
  near: 0x41,
  nearAndRarity: 0x61,
  nearStem: 0x71,
  nearest: 0x81,
  // Of both sides.
  bothSides: 0x91,
  leftAndForm: 0x92,
  rightAndForm: 0x93,
  bothSidesAndRarity: 0x94,
  twoLeftAndRight: 0x95,
  lineWord: 0xa1,
  lineWordAndRarity: 0xa2,
  lineStart: 0xa3,
  lineStartPair: 0xa4,
  textWord: 0xb1,
  textStem: 0xb2,
  textStart: 0xb3,
  rowWord: 0xd1,
  rowStem: 0xd2,
  rowClass: 0xd3,
  class: 0xe0,
  classAndForm: 0xe1,
  classesBefore: 0xe2,
};

/** The hash of a token beyond the text. */
const NO_TOKEN = 7;
const STEM_MASK = 0x5555;
/** Tokens of a side whose order is a feature together with the kind of number. */
const PLACED_TOKENS_WITH_RARITY = 3;
const MAX_WORDS_WITH_RARITY = 6;
const MAX_STEMS = 5;
const MAX_LEADING_TOKENS = 12;
const MAX_CLASS_TOKENS = 8;

/** A candidate with what its features share, and what takes them. */
interface Surroundings {
  one: AnalyzedCandidate;
  rarity: number;
  formHash: number;
  /** Bits of the topics near it. */
  topic: number;
  /** The first token after it that is no sign. */
  after: number;
  lineFrom: number;
  lineTo: number;
  take: VisitFeature;
}

/** Calls back for each feature around a candidate, without its labels, which recur in each row. */
export function forEachFeatureAround(
  one: AnalyzedCandidate,
  take: VisitFeature,
): void {
  const { source, first, start, form } = one;
  const [lineFrom, lineTo] = findLineTokens(source.tokens, first);

  const around: Surroundings = {
    one,
    rarity: getRarity(one) + 1,
    formHash: hashWord(form),
    topic: source.topics.hasNear(start),
    after: findTokenAfter(one),
    lineFrom,
    lineTo,
    take,
  };

  takeOwn(around);
  takeSide(around, BEFORE, -1);
  takeSide(around, AFTER, 1);
  takeBothSides(around);
  takeLine(around);
  takeText(around);
  takeRow(around);
  takeClasses(around);
}

/** The full stop of a sentence says nothing about the number before it. */
function findTokenAfter({ source: { tokens }, last }: AnalyzedCandidate) {
  const isLastInLine =
    last + 2 >= tokens.count || tokens.kind[last + 2] === BREAK_TOKEN;

  return tokens.hash[last + 1] === FULL_STOP && isLastInLine
    ? last + 2
    : last + 1;
}

function takeOwn({ one, rarity, formHash, topic, take }: Surroundings): void {
  const isWhatsApp = (topic & WORD_CLASSES.whatsapp) !== 0 ? 1 : 0;

  const about =
    isWhatsApp +
    (isConsole(one.source) ? 2 : 0) +
    ((topic & WORD_CLASSES.foreign) !== 0 ? 4 : 0);

  const takeSelf = (a: number, b = 0) =>
    take(SELF, combineHashes(SEEDS.own, a, b), -1);

  takeSelf(formHash);

  // Rare codes are represented by their form, so that the model also works for future codes.
  const own = isRareOrSubcode(one.form) ? formHash : hashWord(one.code);

  takeSelf(own, 1);
  takeSelf(formHash, 16 + about);
  takeSelf(rarity, 32 + about);
  takeSelf(own, 64 + isWhatsApp);
}

/** Features of the tokens on one side, the nearest by their position. */
function takeSide(
  around: Surroundings,
  part: typeof BEFORE | typeof AFTER,
  way: -1 | 1,
): void {
  const edge = way < 0 ? around.one.first : around.after - 1;

  takePlaced(around, part, edge, way);
  takeOrder(around, part, edge, way);
  takeNear(around, part, edge, way);
}

function takePlaced(
  { one, rarity, take }: Surroundings,
  part: number,
  edge: number,
  way: -1 | 1,
): void {
  const { start, end, hash, stem } = one.source.tokens;
  const next = edge + way;

  const isGlued =
    (end[Math.min(edge, next)] ?? -1) === (start[Math.max(edge, next)] ?? -2);

  for (let distance = 1; distance <= PLACED_TOKENS; distance++) {
    const token = edge + way * distance;
    const own = hash[token] ?? NO_TOKEN;

    const seed = combineHashes(
      SEEDS.placed + part,
      distance * 2 + (distance === 1 ? Number(isGlued) : 0),
    );

    take(part, combineHashes(seed, own), token);

    if (distance <= PLACED_TOKENS_WITH_RARITY)
      take(part, combineHashes(seed, own, 0x100 + rarity), token);

    if (stem[token] !== hash[token])
      take(part, combineHashes(seed, (stem[token] ?? 0) ^ STEM_MASK), token);
  }
}

function takeOrder(
  { one, rarity, take }: Surroundings,
  part: number,
  edge: number,
  way: -1 | 1,
): void {
  const { hash } = one.source.tokens;
  const token = edge + way;
  const own = (distance: number) => hash[edge + way * distance] ?? NO_TOKEN;
  const two = combineHashes(SEEDS.nextTokens + part, own(1), own(2));

  take(part, two, token);
  take(part, combineHashes(two, own(3)), token);
  take(part, combineHashes(two, own(3), own(4)), token);
  take(part, combineHashes(two, rarity), token);
  take(part, combineHashes(SEEDS.firstAndThird + part, own(1), own(3)), token);
}

/** The words further away, without their position. */
function takeNear(
  { one, rarity, take }: Surroundings,
  part: number,
  edge: number,
  way: -1 | 1,
): void {
  const { hash, stem } = one.source.tokens;

  findNearWords(one, edge, way).forEach((token, before) => {
    const own = hash[token] ?? NO_TOKEN;

    take(part, combineHashes(SEEDS.near + part, own), token);

    if (before < MAX_WORDS_WITH_RARITY)
      take(part, combineHashes(SEEDS.nearAndRarity + part, own, rarity), token);

    if (before < MAX_STEMS)
      take(part, combineHashes(SEEDS.nearStem + part, stem[token] ?? 0), token);

    // The nearest word, even after signs.
    if (before === 0)
      take(part, combineHashes(SEEDS.nearest + part, own, rarity), token);
  });
}

function findNearWords(
  { source: { tokens }, start, end }: AnalyzedCandidate,
  edge: number,
  way: -1 | 1,
): number[] {
  const origin = way < 0 ? start : end;
  const words: number[] = [];

  for (let distance = 1; distance <= MAX_NEAR_TOKENS; distance++) {
    const token = edge + way * distance;
    const from = tokens.start[token];
    const isNear =
      token < tokens.count &&
      from !== undefined &&
      Math.abs(from - origin) <= MAX_NEAR_UNITS;

    if (!isNear) break;
    if (tokens.kind[token] === WORD_TOKEN) words.push(token);
  }

  return words;
}

function takeBothSides({
  one: { source, first, last },
  rarity,
  formHash,
  after,
  take,
}: Surroundings): void {
  const { hash } = source.tokens;
  const left = hash[first - 1] ?? NO_TOKEN;
  const further = hash[first - 2] ?? NO_TOKEN;
  const right = hash[after] ?? NO_TOKEN;

  take(AROUND, combineHashes(SEEDS.bothSides, left, right), first - 1);
  take(AROUND, combineHashes(SEEDS.leftAndForm, left, formHash), first - 1);
  take(AROUND, combineHashes(SEEDS.rightAndForm, right, formHash), last + 1);

  take(
    AROUND,
    combineHashes(SEEDS.bothSidesAndRarity, left, right, rarity),
    first - 1,
  );

  take(
    AROUND,
    combineHashes(SEEDS.twoLeftAndRight, further, left, right),
    first - 1,
  );
}

/** Returns true for a word that the tokens from `from` on have not had before. Repeated words are counted once. */
const isNewWord = ({ kind, previous }: Tokens, at: number, from: number) =>
  kind[at] === WORD_TOKEN && (previous[at] ?? -1) < from;

function takeLine({
  one: { source, first, last },
  rarity,
  lineFrom,
  lineTo,
  take,
}: Surroundings): void {
  const { tokens } = source;
  const { hash } = tokens;

  for (let at = lineFrom; at < lineTo; at++) {
    if (!isNewWord(tokens, at, lineFrom) || (at >= first && at <= last))
      continue;

    take(LINE, combineHashes(SEEDS.lineWord, hash[at] ?? 0), at);
    take(
      LINE,
      combineHashes(SEEDS.lineWordAndRarity, hash[at] ?? 0, rarity),
      at,
    );
  }

  const start = hash[lineFrom] ?? 0;
  const isOwn = lineFrom === first ? 1 : 0;

  take(LINE, combineHashes(SEEDS.lineStart, start, isOwn), lineFrom);

  take(
    LINE,
    combineHashes(SEEDS.lineStartPair, start, hash[lineFrom + 1] ?? 0),
    lineFrom,
  );
}

/** The words of the lines around, and those with which the text begins. */
function takeText({
  one: { source, first, last },
  rarity,
  lineFrom,
  lineTo,
  take,
}: Surroundings): void {
  const { tokens } = source;
  const { kind, hash, stem, count } = tokens;
  const from = Math.max(0, first - MAX_LINE_TOKENS);
  const to = Math.min(count, last + MAX_LINE_TOKENS);

  for (let at = from; at < to; at++) {
    if (!isNewWord(tokens, at, from) || (at >= lineFrom && at < lineTo))
      continue;

    take(TEXT, combineHashes(SEEDS.textWord, hash[at] ?? 0), at);
    take(TEXT, combineHashes(SEEDS.textStem, stem[at] ?? 0, rarity), at);
  }

  const leading = Math.min(count, MAX_LEADING_TOKENS);

  for (let at = 0; at < leading && kind[at] !== BREAK_TOKEN; at++)
    if (kind[at] === WORD_TOKEN)
      take(TEXT, combineHashes(SEEDS.textStart, hash[at] ?? 0, rarity), at);
}

/** The other cells of the row on a page. */
function takeRow({ one: { source }, rarity, take }: Surroundings): void {
  if (!source.row) return;

  const { tokens, classes } = source.row;
  const { kind, hash, stem, count } = tokens;
  let bits = 0;

  for (let at = 0; at < Math.min(count, MAX_ROW_TOKENS); at++) {
    if (kind[at] !== WORD_TOKEN) continue;

    bits |= classes.from(at);
    if (!isNewWord(tokens, at, 0)) continue;

    take(ROW, combineHashes(SEEDS.rowWord, hash[at] ?? 0), -1);
    take(ROW, combineHashes(SEEDS.rowStem, stem[at] ?? 0, rarity), -1);
  }

  forEachBit(bits & ~NAME_CLASSES, (bit) =>
    take(ROW, combineHashes(SEEDS.rowClass, bit, rarity), -1),
  );
}

/** Where word classes are: seeds of their features, plus a distance. */
const CLASS_PLACES = {
  before: 0,
  nearestBefore: 16,
  after: 32,
  nearestAfter: 48,
  topic: 64,
  line: 65,
};

/** Word classes, which work across languages. */
function takeClasses(around: Surroundings): void {
  const { one, rarity, topic, lineFrom, lineTo, take } = around;
  const { source, first, last } = one;
  const { classes } = source;
  let metBefore = 0;

  for (let distance = 1; distance <= MAX_CLASS_TOKENS; distance++) {
    const token = first - distance;
    const bits = classes.upTo(token);
    const isNear = distance <= 3;

    if (isNear) takeBits(around, CLASS_PLACES.before + distance, bits, token);

    // Each class at its nearest position only.
    const nearest = CLASS_PLACES.nearestBefore + (distance >> 1);
    takeBits(around, nearest, bits & ~metBefore, token);
    metBefore |= bits;
  }

  let metAfter = 0;

  for (let distance = 1; distance <= MAX_CLASS_TOKENS; distance++) {
    const token = last + distance;
    const bits = classes.from(token);
    const isNear = distance <= 2;

    if (isNear) takeBits(around, CLASS_PLACES.after + distance, bits, token);

    const nearest = CLASS_PLACES.nearestAfter + (distance >> 1);
    takeBits(around, nearest, bits & ~metAfter, token);
    metAfter |= bits;
  }

  takeBits(around, CLASS_PLACES.topic, topic, -1);

  let inLine = 0;

  for (let at = lineFrom; at < lineTo; at++) inLine |= classes.from(at);
  takeBits(around, CLASS_PLACES.line, inLine, -1);

  take(
    CLASS,
    combineHashes(SEEDS.classesBefore, metBefore & ~NAME_CLASSES, rarity),
    -1,
  );
}

function takeBits(
  { formHash, take }: Surroundings,
  place: number,
  bits: number,
  token: number,
): void {
  // Inlines `forEachBit`: a closure for each position would be slow.
  for (let rest = bits & ~NAME_CLASSES; rest !== 0; rest &= rest - 1) {
    const bit = rest & -rest;
    take(CLASS, combineHashes(SEEDS.class, place, bit), token);
    take(CLASS, combineHashes(SEEDS.classAndForm, place, bit, formHash), token);
  }
}

/** In any language, these classes distinguish error codes from error counts and from other codes. */
const ERROR_CLASSES =
  WORD_CLASSES.error |
  WORD_CLASSES.errorCode |
  WORD_CLASSES.code |
  WORD_CLASSES.failed |
  WORD_CLASSES.otherCode |
  WORD_CLASSES.cause |
  WORD_CLASSES.countName |
  WORD_CLASSES.codeOwner;

/** Seeds of the features of a label. */
const NAME_SEEDS = {
  sign: 0x201,
  word: 0x202,
  wordAndKind: 0x203,
  wordAndRarity: 0x204,
  stem: 0x205,
  pair: 0x206,
  gram: 0x207,
  whole: 0x208,
  wholeAndKind: 0x209,
  wholeAndRarity: 0x20a,
  lastAndKind: 0x20b,
  lastAndRarity: 0x20c,
  length: 0x20d,
  classes: 0x20e,
  classAndKind: 0x20f,
  classAndRarity: 0x210,
  lastClass: 0x211,
  errorClasses: 0x212,
  errorClassesAndLength: 0x213,
};

const labelHashes = new Map(LABEL_KINDS.map((kind) => [kind, hashWord(kind)]));

/** Calls back for each feature of a label: words, stems, letter n-grams and classes, and its kind. */
export function forEachNameFeature(
  { kind: how, name }: FieldLabel,
  rarity: number,
  take: (feature: number) => void,
): void {
  const { tokens, classes } = tokenizeText(name);
  const { kind, hash, stem, count, start, end, text } = tokens;
  const labelHash = labelHashes.get(how) ?? 0;
  let whole = 0;
  let before = 3;
  let lastWord = 0;
  let bits = 0;
  let words = 0;

  for (let at = 0; at < count; at++) {
    const own = hash[at] ?? 0;

    if (kind[at] !== WORD_TOKEN) {
      take(combineHashes(NAME_SEEDS.sign, own));
      continue;
    }

    words++;
    whole = combineHashes(whole, own);
    lastWord = own;
    take(combineHashes(NAME_SEEDS.word, own));
    take(combineHashes(NAME_SEEDS.wordAndKind, own, labelHash));
    take(combineHashes(NAME_SEEDS.wordAndRarity, own, rarity));
    take(combineHashes(NAME_SEEDS.stem, stem[at] ?? 0));
    take(combineHashes(NAME_SEEDS.pair, before, own));
    before = own;
    bits |= classes.from(at);

    forEachGram(text, start[at] ?? 0, end[at] ?? 0, (gram) =>
      take(combineHashes(NAME_SEEDS.gram, gram)),
    );
  }

  take(combineHashes(NAME_SEEDS.whole, whole));
  take(combineHashes(NAME_SEEDS.wholeAndKind, whole, labelHash));
  take(combineHashes(NAME_SEEDS.wholeAndRarity, whole, rarity));
  take(combineHashes(NAME_SEEDS.lastAndKind, lastWord, labelHash));
  take(combineHashes(NAME_SEEDS.lastAndRarity, lastWord, rarity));
  take(combineHashes(NAME_SEEDS.length, Math.min(words, 5), labelHash));
  take(combineHashes(NAME_SEEDS.classes, bits, labelHash));
  take(combineHashes(NAME_SEEDS.errorClasses, bits & ERROR_CLASSES));
  take(
    combineHashes(
      NAME_SEEDS.errorClassesAndLength,
      bits & ERROR_CLASSES,
      Math.min(words, 3),
    ),
  );

  forEachBit(bits, (bit) => {
    take(combineHashes(NAME_SEEDS.classAndKind, bit, labelHash));
    take(combineHashes(NAME_SEEDS.classAndRarity, bit, rarity));
  });

  forEachBit(classes.upTo(count - 1), (bit) =>
    take(combineHashes(NAME_SEEDS.lastClass, bit, labelHash)),
  );

  take(combineHashes(labelHash, rarity));
}

/** Calls back for each n-gram of three to six letters, with the word's ends marked: `Fehler` in `Sendefehler`. */
function forEachGram(
  text: string,
  from: number,
  to: number,
  take: (gram: number) => void,
): void {
  const word = ` ${text.slice(from, to).toLowerCase()} `;

  for (let start = 0; start + 3 <= word.length; start++) {
    let gram = HASH_SEED;

    for (let at = start; at < Math.min(start + 6, word.length); at++) {
      gram = hashStep(gram, word.charCodeAt(at));
      if (at >= start + 2) take(gram);
    }
  }
}

function forEachBit(bits: number, call: (bit: number) => void): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) call(rest & -rest);
}
