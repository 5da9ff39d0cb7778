import { isRareOrSubcode } from './form.ts';
import { joined } from './hashing.ts';
import { isConsole, lineOf, type Read, type ReadCandidate, readText } from './reading.ts';
import type { Slot } from './slot.ts';
import { SLOT_KINDS } from './slot.ts';
import { BREAK, WORD } from './tokens.ts';
import { hashOf, mixed, SEED } from './word-hash.ts';
import { CLASSES } from './words.ts';

/** The parts that the features of a phrase fall into; the sum of each is a number for the model. */
const PART = { before: 0, behind: 1, around: 2, line: 3, text: 4, self: 5, name: 6, row: 7, class: 8 };
export const PHRASE_PARTS = Object.keys(PART);
export const NAME_PART = PART.name;

/** Takes a feature: its part, its hash, and the token of the text that it is about, or -1. */
export type Take = (part: number, feature: number, token: number) => void;

/** Tokens on each side whose position counts, and words on each side whose position does not. */
const PLACES = 4;
const NEAR = 12;
const NEAR_UNITS = 90;
const FAR = 60;
const MOST_IN_ROW = 60;
/** Words for a cause stand everywhere in a sentence. */
const OF_NAMES = CLASSES.cause;

/** What a candidate is, coarsely: words count otherwise before a rare number than before a small one. */
export function rarityOf({ kind, form }: Pick<ReadCandidate, 'kind' | 'form'>): number {
  if (kind === 'symbol') return 2;
  return isRareOrSubcode(form) || form === 'unknown-like' ? 0 : 1;
}

/** What stands around a candidate, and what names it, a feature at a time. */
export function eachFeature(one: ReadCandidate, take: Take): void {
  eachFeatureAround(one, take);
  for (const slot of one.slots)
    eachNameFeature(slot, rarityOf(one) + 1, (feature) => take(PART.name, feature, -1));
}

/** The same without its names, which come again with each row of a table. */
export function eachFeatureAround(one: ReadCandidate, take: Take): void {
  const { reading, first, last, start, end, form, code } = one;
  const { tokens, classes, topics } = reading;
  const { kind, hash, stem, previous } = tokens;
  const rarity = rarityOf(one) + 1;
  const formHash = hashOf(form);
  const topic = topics.near(start);
  const about =
    ((topic & CLASSES.whatsapp) !== 0 ? 1 : 0) +
    (isConsole(reading) ? 2 : 0) +
    ((topic & CLASSES.foreign) !== 0 ? 4 : 0);

  const self = (a: number, b = 0) => take(PART.self, joined(joined(0x51, a), b), -1);
  self(formHash);
  // A code that is hardly another number is known by its form: what is learnt holds for codes that come later.
  const own = isRareOrSubcode(form) ? formHash : hashOf(code);
  self(own, 1);
  self(formHash, 16 + about);
  self(rarity, 32 + about);
  self(own, 64 + (about & 1));

  // The nearest, by their places.
  const side = (part: number, way: -1 | 1) => {
    const edge = way < 0 ? first : last;
    const at = (place: number) => edge + way * place;
    const own = (place: number) => hash[at(place)] ?? (place === 0 ? 0 : 7);
    const glued =
      (tokens.end[Math.min(edge, at(1))] ?? -1) === (tokens.start[Math.max(edge, at(1))] ?? -2) ? 1 : 0;
    for (let place = 1; place <= PLACES; place++) {
      const seed = joined(0x11 + part, place * 2 + (place === 1 ? glued : 0));
      take(part, joined(seed, own(place)), at(place));
      if (place <= 3) take(part, joined(joined(seed, own(place)), 0x100 + rarity), at(place));
      if (stem[at(place)] !== hash[at(place)])
        take(part, joined(seed, (stem[at(place)] ?? 0) ^ 0x5555), at(place));
    }
    const two = joined(joined(0x21 + part, own(1)), own(2));
    take(part, two, at(1));
    take(part, joined(two, own(3)), at(1));
    take(part, joined(joined(two, own(3)), own(4)), at(1));
    take(part, joined(two, rarity), at(1));
    take(part, joined(joined(0x31 + part, own(1)), own(3)), at(1));
    let words = 0;
    for (let place = 1; place <= NEAR; place++) {
      const token = at(place);
      if (token < 0 || token >= tokens.count) break;
      if (Math.abs((tokens.start[token] ?? 0) - (way < 0 ? start : end)) > NEAR_UNITS) break;
      if (kind[token] !== WORD) continue;
      words++;
      take(part, joined(0x41 + part, own(place)), token);
      if (words <= 6) take(part, joined(joined(0x61 + part, own(place)), rarity), token);
      if (words <= 5) take(part, joined(0x71 + part, stem[token] ?? 0), token);
      // The nearest word, whatever signs stand between.
      if (words === 1) take(part, joined(joined(0x81 + part, own(place)), rarity), token);
    }
  };
  side(PART.before, -1);
  side(PART.behind, 1);
  const left = hash[first - 1] ?? 7;
  const right = hash[last + 1] ?? 7;
  take(PART.around, joined(joined(0x91, left), right), first - 1);
  take(PART.around, joined(joined(0x92, left), formHash), first - 1);
  take(PART.around, joined(joined(0x93, right), formHash), last + 1);
  take(PART.around, joined(joined(joined(0x94, left), right), rarity), first - 1);
  take(PART.around, joined(joined(joined(0x95, hash[first - 2] ?? 7), left), right), first - 1);

  // A word that comes again says nothing new.
  const isNew = (at: number, from: number) => kind[at] === WORD && (previous[at] ?? -1) < from;
  const [lineFrom, lineTo] = lineOf(tokens, first);
  for (let at = lineFrom; at < lineTo; at++) {
    if (!isNew(at, lineFrom) || (at >= first && at <= last)) continue;
    take(PART.line, joined(0xa1, hash[at] ?? 0), at);
    take(PART.line, joined(joined(0xa2, hash[at] ?? 0), rarity), at);
  }
  take(PART.line, joined(joined(0xa3, hash[lineFrom] ?? 0), lineFrom === first ? 1 : 0), lineFrom);
  take(PART.line, joined(joined(0xa4, hash[lineFrom] ?? 0), hash[lineFrom + 1] ?? 0), lineFrom);
  const textFrom = Math.max(0, first - FAR);
  for (let at = textFrom; at < Math.min(tokens.count, last + FAR); at++) {
    if (!isNew(at, textFrom) || (at >= lineFrom && at < lineTo)) continue;
    take(PART.text, joined(0xb1, hash[at] ?? 0), at);
    take(PART.text, joined(joined(0xb2, stem[at] ?? 0), rarity), at);
  }
  for (let at = 0; at < Math.min(tokens.count, 12) && kind[at] !== BREAK; at++)
    if (kind[at] === WORD) take(PART.text, joined(joined(0xb3, hash[at] ?? 0), rarity), at);

  if (reading.row) {
    const { tokens: row, classes: rowClasses } = reading.row;
    let bits = 0;
    for (let at = 0; at < Math.min(row.count, MOST_IN_ROW); at++) {
      if (row.kind[at] !== WORD) continue;
      bits |= rowClasses.from(at);
      if ((row.previous[at] ?? -1) >= 0) continue;
      take(PART.row, joined(0xd1, row.hash[at] ?? 0), -1);
      take(PART.row, joined(joined(0xd2, row.stem[at] ?? 0), rarity), -1);
    }
    eachBit(bits & ~OF_NAMES, (bit) => take(PART.row, joined(joined(0xd3, bit), rarity), -1));
  }

  // Words of other languages by what they stand for.
  const classed = (seed: number, bits: number, token: number) => {
    // As `eachBit`, without a function for each of the many places.
    for (let rest = bits & ~OF_NAMES; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      take(PART.class, joined(joined(0xe0, seed), bit), token);
      take(PART.class, joined(joined(joined(0xe1, seed), bit), formHash), token);
    }
  };
  let metBefore = 0;
  for (let place = 1; place <= 8; place++) {
    const bits = classes.upTo(first - place);
    if (place <= 3) classed(place, bits, first - place);
    // The nearest of each class.
    classed(16 + (place >> 1), bits & ~metBefore, first - place);
    metBefore |= bits;
  }
  let metBehind = 0;
  for (let place = 1; place <= 8; place++) {
    const bits = classes.from(last + place);
    if (place <= 2) classed(32 + place, bits, last + place);
    classed(48 + (place >> 1), bits & ~metBehind, last + place);
    metBehind |= bits;
  }
  classed(64, topic, -1);
  let inLine = 0;
  for (let at = lineFrom; at < lineTo; at++) inLine |= classes.from(at);
  classed(65, inLine, -1);
  take(PART.class, joined(joined(0xe2, metBefore & ~OF_NAMES), rarity), -1);
}

/** Together these tell a code of errors from a count of errors and from the code of something else, in whatever language. */
const SAID_OF_ERRORS =
  CLASSES.error |
  CLASSES.errorCode |
  CLASSES.code |
  CLASSES.failed |
  CLASSES.otherCode |
  CLASSES.cause |
  CLASSES.countName |
  CLASSES.codeOwner;

const slotHash = new Map<string, number>();
for (const kind of SLOT_KINDS) slotHash.set(kind, hashOf(kind));

/** The features of a name: its words, their stems and beginnings, runs of letters, classes, alone and with what kind of slot it is. */
export function eachNameFeature(
  { kind: how, name }: Slot,
  rarity: number,
  take: (feature: number) => void,
): void {
  const { tokens, classes }: Read = readText(name);
  const { kind, hash, stem, count, start, end, text } = tokens;
  const slot = slotHash.get(how) ?? 0;
  let whole = 0;
  let before = 3;
  let lastWord = 0;
  let bits = 0;
  let words = 0;
  for (let at = 0; at < count; at++) {
    const own = hash[at] ?? 0;
    if (kind[at] !== WORD) {
      take(joined(0x201, own));
      continue;
    }
    words++;
    whole = joined(whole, own);
    lastWord = own;
    take(joined(0x202, own));
    take(joined(joined(0x203, own), slot));
    take(joined(joined(0x204, own), rarity));
    take(joined(0x205, stem[at] ?? 0));
    take(joined(joined(0x206, before), own));
    before = own;
    bits |= classes.from(at);
    eachGram(text, start[at] ?? 0, end[at] ?? 0, (gram) => take(joined(0x207, gram)));
  }
  take(joined(0x208, whole));
  take(joined(joined(0x209, whole), slot));
  take(joined(joined(0x20a, whole), rarity));
  take(joined(joined(0x20b, lastWord), slot));
  take(joined(joined(0x20c, lastWord), rarity));
  take(joined(joined(0x20d, Math.min(words, 5)), slot));
  take(joined(joined(0x20e, bits), slot));
  take(joined(0x212, bits & SAID_OF_ERRORS));
  take(joined(joined(0x213, bits & SAID_OF_ERRORS), Math.min(words, 3)));
  eachBit(bits, (bit) => {
    take(joined(joined(0x20f, bit), slot));
    take(joined(joined(0x210, bit), rarity));
  });
  eachBit(classes.upTo(count - 1), (bit) => take(joined(joined(0x211, bit), slot)));
  take(joined(slot, rarity));
}

/** Runs of three to six letters of a word, its ends marked: `Fehler` in `Sendefehler`. */
function eachGram(text: string, from: number, to: number, take: (gram: number) => void): void {
  const word = ` ${text.slice(from, to).toLowerCase()} `;
  for (let start = 0; start + 3 <= word.length; start++) {
    let gram = SEED;
    for (let at = start; at < Math.min(start + 6, word.length); at++) {
      gram = mixed(gram, word.charCodeAt(at));
      if (at >= start + 2) take(gram);
    }
  }
}

/** The lowest bit first. */
function eachBit(bits: number, call: (bit: number) => void): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) call(rest & -rest);
}
