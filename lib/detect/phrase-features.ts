import { BREAK_TOKEN, WORD_TOKEN } from '../core/tokens.ts';
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
export const PHRASE_PARTS =
  'before behind around line text self name row class'.split(' ');
const [BEFORE, BEHIND, AROUND, LINE, TEXT, SELF, NAME, ROW, CLASS] = [
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

/** Calls back for each feature around a candidate, without its labels, which recur in each row. */
export function forEachFeatureAround(
  one: AnalyzedCandidate,
  take: VisitFeature,
): void {
  const { source, first, last, start, end, form, code } = one;
  const { tokens, classes, topics } = source;
  const { kind, hash, stem, previous } = tokens;
  const rarity = getRarity(one) + 1;
  const formHash = hashWord(form);
  const topic = topics.hasNear(start);

  const about =
    ((topic & WORD_CLASSES.whatsapp) !== 0 ? 1 : 0) +
    (isConsole(source) ? 2 : 0) +
    ((topic & WORD_CLASSES.foreign) !== 0 ? 4 : 0);

  // The full stop of a sentence says nothing about the number before it.
  const isLastInLine =
    last + 2 >= tokens.count || kind[last + 2] === BREAK_TOKEN;

  const behind =
    hash[last + 1] === FULL_STOP && isLastInLine ? last + 2 : last + 1;

  const takeSelf = (a: number, b = 0) =>
    take(SELF, combineHashes(0x51, a, b), -1);

  takeSelf(formHash);

  // Rare codes are represented by their form, so that the model also works for future codes.
  const own = isRareOrSubcode(form) ? formHash : hashWord(code);

  takeSelf(own, 1);
  takeSelf(formHash, 16 + about);
  takeSelf(rarity, 32 + about);
  takeSelf(own, 64 + (about & 1));

  // Features of the nearest tokens, by position.
  const takeSide = (part: number, way: -1 | 1) => {
    const edge = way < 0 ? first : behind - 1;
    const at = (distance: number) => edge + way * distance;

    const own = (distance: number) =>
      hash[at(distance)] ?? (distance === 0 ? 0 : 7);

    const glued =
      (tokens.end[Math.min(edge, at(1))] ?? -1) ===
      (tokens.start[Math.max(edge, at(1))] ?? -2)
        ? 1
        : 0;

    for (let distance = 1; distance <= PLACED_TOKENS; distance++) {
      const seed = combineHashes(
        0x11 + part,
        distance * 2 + (distance === 1 ? glued : 0),
      );

      take(part, combineHashes(seed, own(distance)), at(distance));

      if (distance <= 3)
        take(
          part,
          combineHashes(seed, own(distance), 0x100 + rarity),
          at(distance),
        );

      if (stem[at(distance)] !== hash[at(distance)])
        take(
          part,
          combineHashes(seed, (stem[at(distance)] ?? 0) ^ 0x5555),
          at(distance),
        );
    }

    const two = combineHashes(0x21 + part, own(1), own(2));

    take(part, two, at(1));
    take(part, combineHashes(two, own(3)), at(1));
    take(part, combineHashes(two, own(3), own(4)), at(1));
    take(part, combineHashes(two, rarity), at(1));
    take(part, combineHashes(0x31 + part, own(1), own(3)), at(1));

    let words = 0;

    for (let distance = 1; distance <= MAX_NEAR_TOKENS; distance++) {
      const token = at(distance);
      if (token < 0 || token >= tokens.count) break;

      if (
        Math.abs((tokens.start[token] ?? 0) - (way < 0 ? start : end)) >
        MAX_NEAR_UNITS
      )
        break;

      if (kind[token] !== WORD_TOKEN) continue;
      words++;
      take(part, combineHashes(0x41 + part, own(distance)), token);

      if (words <= 6)
        take(part, combineHashes(0x61 + part, own(distance), rarity), token);

      if (words <= 5)
        take(part, combineHashes(0x71 + part, stem[token] ?? 0), token);

      // The nearest word, even behind signs.
      if (words === 1)
        take(part, combineHashes(0x81 + part, own(distance), rarity), token);
    }
  };

  takeSide(BEFORE, -1);
  takeSide(BEHIND, 1);

  const left = hash[first - 1] ?? 7;
  const right = hash[behind] ?? 7;

  take(AROUND, combineHashes(0x91, left, right), first - 1);
  take(AROUND, combineHashes(0x92, left, formHash), first - 1);
  take(AROUND, combineHashes(0x93, right, formHash), last + 1);
  take(AROUND, combineHashes(0x94, left, right, rarity), first - 1);

  take(
    AROUND,
    combineHashes(0x95, hash[first - 2] ?? 7, left, right),
    first - 1,
  );

  // Repeated words are counted once.
  const isNew = (at: number, from: number) =>
    kind[at] === WORD_TOKEN && (previous[at] ?? -1) < from;

  const [lineFrom, lineTo] = findLineTokens(tokens, first);

  for (let at = lineFrom; at < lineTo; at++) {
    if (!isNew(at, lineFrom) || (at >= first && at <= last)) continue;
    take(LINE, combineHashes(0xa1, hash[at] ?? 0), at);
    take(LINE, combineHashes(0xa2, hash[at] ?? 0, rarity), at);
  }

  take(
    LINE,
    combineHashes(0xa3, hash[lineFrom] ?? 0, lineFrom === first ? 1 : 0),
    lineFrom,
  );

  take(
    LINE,
    combineHashes(0xa4, hash[lineFrom] ?? 0, hash[lineFrom + 1] ?? 0),
    lineFrom,
  );

  const textFrom = Math.max(0, first - MAX_LINE_TOKENS);

  for (
    let at = textFrom;
    at < Math.min(tokens.count, last + MAX_LINE_TOKENS);
    at++
  ) {
    if (!isNew(at, textFrom) || (at >= lineFrom && at < lineTo)) continue;
    take(TEXT, combineHashes(0xb1, hash[at] ?? 0), at);
    take(TEXT, combineHashes(0xb2, stem[at] ?? 0, rarity), at);
  }

  for (
    let at = 0;
    at < Math.min(tokens.count, 12) && kind[at] !== BREAK_TOKEN;
    at++
  )
    if (kind[at] === WORD_TOKEN)
      take(TEXT, combineHashes(0xb3, hash[at] ?? 0, rarity), at);

  if (source.row) {
    const { tokens: row, classes: rowClasses } = source.row;
    let bits = 0;

    for (let at = 0; at < Math.min(row.count, MAX_ROW_TOKENS); at++) {
      if (row.kind[at] !== WORD_TOKEN) continue;
      bits |= rowClasses.from(at);
      if ((row.previous[at] ?? -1) >= 0) continue;
      take(ROW, combineHashes(0xd1, row.hash[at] ?? 0), -1);
      take(ROW, combineHashes(0xd2, row.stem[at] ?? 0, rarity), -1);
    }

    forEachBit(bits & ~NAME_CLASSES, (bit) =>
      take(ROW, combineHashes(0xd3, bit, rarity), -1),
    );
  }

  // Word classes, which work across languages.
  const takeClasses = (seed: number, bits: number, token: number) => {
    // Inlines `forEachBit`: a closure for each position would be slow.
    for (let rest = bits & ~NAME_CLASSES; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      take(CLASS, combineHashes(0xe0, seed, bit), token);
      take(CLASS, combineHashes(0xe1, seed, bit, formHash), token);
    }
  };

  let metBefore = 0;

  for (let distance = 1; distance <= 8; distance++) {
    const bits = classes.upTo(first - distance);

    if (distance <= 3) takeClasses(distance, bits, first - distance);
    // Each class at its nearest position only.
    takeClasses(16 + (distance >> 1), bits & ~metBefore, first - distance);
    metBefore |= bits;
  }

  let metBehind = 0;

  for (let distance = 1; distance <= 8; distance++) {
    const bits = classes.from(last + distance);
    if (distance <= 2) takeClasses(32 + distance, bits, last + distance);
    takeClasses(48 + (distance >> 1), bits & ~metBehind, last + distance);
    metBehind |= bits;
  }

  takeClasses(64, topic, -1);

  let inLine = 0;

  for (let at = lineFrom; at < lineTo; at++) inLine |= classes.from(at);
  takeClasses(65, inLine, -1);
  take(CLASS, combineHashes(0xe2, metBefore & ~NAME_CLASSES, rarity), -1);
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
      take(combineHashes(0x201, own));
      continue;
    }

    words++;
    whole = combineHashes(whole, own);
    lastWord = own;
    take(combineHashes(0x202, own));
    take(combineHashes(0x203, own, labelHash));
    take(combineHashes(0x204, own, rarity));
    take(combineHashes(0x205, stem[at] ?? 0));
    take(combineHashes(0x206, before, own));
    before = own;
    bits |= classes.from(at);

    forEachGram(text, start[at] ?? 0, end[at] ?? 0, (gram) =>
      take(combineHashes(0x207, gram)),
    );
  }

  take(combineHashes(0x208, whole));
  take(combineHashes(0x209, whole, labelHash));
  take(combineHashes(0x20a, whole, rarity));
  take(combineHashes(0x20b, lastWord, labelHash));
  take(combineHashes(0x20c, lastWord, rarity));
  take(combineHashes(0x20d, Math.min(words, 5), labelHash));
  take(combineHashes(0x20e, bits, labelHash));
  take(combineHashes(0x212, bits & ERROR_CLASSES));
  take(combineHashes(0x213, bits & ERROR_CLASSES, Math.min(words, 3)));

  forEachBit(bits, (bit) => {
    take(combineHashes(0x20f, bit, labelHash));
    take(combineHashes(0x210, bit, rarity));
  });

  forEachBit(classes.upTo(count - 1), (bit) =>
    take(combineHashes(0x211, bit, labelHash)),
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
