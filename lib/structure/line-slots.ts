import { getOrInsert, memoize } from '../core/get-or-insert.ts';
import { isDigit, isLetter } from '../core/letters.ts';
import {
  BREAK_TOKEN,
  NUMBER_TOKEN,
  SIGN_TOKEN,
  type Tokens,
  WORD_TOKEN,
} from '../core/tokens.ts';
import { HASH_SEED, hashStep } from '../core/word-hash.ts';

/** The numbers in one slot of lines of one shape: what a log varies in one position. */
export class Slot {
  lines = 0;
  /** The distinct numbers, at most `MAX_SLOT_VALUES`. */
  values = new Set<string>();
  /** Number of lines whose number is above, and below, that of the line before, and that differ from it by one. */
  rises = 0;
  falls = 0;
  steps = 0;
  lowest = Number.POSITIVE_INFINITY;
  highest = 0;
  /** True if every line has the same word before the number: it names the slot, and is no value of its own. */
  hasSameWordBefore = true;
  /** The number of the line before, and the hash of the first line's word before the number. */
  last = Number.NaN;
  word = 0;
}

const createSlot = () => new Slot();
export const MAX_SLOT_VALUES = 64;
const PLUS = 0x2b;
/** Longer numbers are ids and phone numbers. */
const MAX_DIGITS = 7;
/** Elements of a line that make its shape. What follows is not compared. */
const MAX_ELEMENTS = 60;
/** Distance of a slot from the start or the end of its line, in elements. */
const MAX_EDGE_DISTANCE = 4;

/** Kinds of elements. Signs have their UTF-16 unit. */
const WORD = 1;
const NUMBER = 2;
/** A date, a time, a phone number, an amount, an id: digits joined with others or with letters. */
const COMPOUND = 3;
const EDGE = 4;
const OTHER_SIGN = 5;

/**
 * Finds the slots of a text: two numbers are in one slot if the elements around them are alike. A run of words counts
 * as one element, since names and statuses differ from line to line.
 *
 * @param tokens With ASCII digits. Time is linear in their number.
 * @param around The text and the lines next to it that have the same slots, such as the blocks above and below on a page.
 */
export function findLineSlots(tokens: Tokens, around: Tokens | null) {
  const own = readSlots(tokens);
  const all = around ? readSlotsAround(around) : own;
  const { keys, keysAt } = own;

  return {
    /** Returns the slots of the number at a token, by several readings of its line. Empty for parts of dates, phone numbers and ids. */
    slotsOf(token: number): readonly Slot[] {
      const at = keysAt[token] ?? 0;
      const found = at === 0 ? [] : keys.slice(at + 1, keys[at]);

      return found.flatMap(
        (key) => all.slots.get(key) ?? own.slots.get(key) ?? [],
      );
    },
    /** Returns how many other numbers its line has that no key names, and that are no part of a date, a phone number or an id. */
    countLoneNumbersBeside: (token: number) =>
      keysAt[token] ? (keys[(keysAt[token] as number) - 1] as number) : 0,
    /** Number of lines with a word or a number, and their share of all lines. */
    lines: all.lines,
    filledShare: all.filledShare,
  };
}

/** Lines recur with each of them. */
const readSlotsAround = memoize(readSlots);

function readSlots(tokens: Tokens) {
  const slots = new Map<number, Slot>();
  /** For each token, the position of its keys in `keys` + 1, or 0. */
  const keysAt = new Int32Array(tokens.count);
  /** For each number: the count of lone numbers beside it, the end of its keys, its keys. */
  const keys: number[] = [];
  const line = new Line();
  let lines = 0;

  for (let from = 0; from < tokens.count; ) {
    from = readLine(tokens, from, line);
    lines += Number(line.isFilled);

    for (let at = 0; at < line.count; at++) {
      if (line.kind[at] !== NUMBER) continue;

      const token = line.token[at] as number;

      keysAt[token] = keys.length + 1;

      const first = keys.push(line.loneNumbers - Number(!isKeyed(line, at)), 0);

      writeSlotKeys(line, at, keys);
      keys[first - 1] = keys.length;

      const value = tokens.text.slice(tokens.start[token], tokens.end[token]);

      for (let key = first; key < keys.length; key++)
        addToSlot(
          getOrInsert(slots, keys[key] as number, createSlot),
          value,
          line.hash[at - 1] ?? 0,
        );
    }
  }

  return {
    slots,
    lines,
    filledShare: lines / tokens.text.split('\n').length,
    keysAt,
    keys,
  };
}

function addToSlot(slot: Slot, value: string, word: number): void {
  slot.lines++;
  if (slot.values.size < MAX_SLOT_VALUES) slot.values.add(value);

  const number = Number(value);

  if (number > slot.last) slot.rises++;
  else if (number < slot.last) slot.falls++;

  if (Math.abs(number - slot.last) === 1) slot.steps++;
  slot.last = number;
  slot.lowest = Math.min(slot.lowest, number);
  slot.highest = Math.max(slot.highest, number);

  if (slot.lines === 1) slot.word = word;
  else if (slot.word !== word) slot.hasSameWordBefore = false;
}

/** The elements of one line. Reused for each line, to avoid allocations. */
class Line {
  count = 0;
  /** True if one of them is no sign. */
  isFilled = false;
  /** How many of them are numbers that no key names. */
  loneNumbers = 0;
  kind = new Uint16Array(MAX_ELEMENTS);
  /** Hash of the last word of a run of words, 0 for other elements. */
  hash = new Int32Array(MAX_ELEMENTS);
  token = new Int32Array(MAX_ELEMENTS);
}

/** Reads the elements of the line that begins at a token. Returns the first token after the line. */
function readLine(tokens: Tokens, from: number, line: Line): number {
  line.count = 0;
  line.isFilled = false;
  line.loneNumbers = 0;

  let at = from;

  while (at < tokens.count && tokens.kind[at] !== BREAK_TOKEN) {
    if (line.count === MAX_ELEMENTS) at++;
    else at = readElement(tokens, at, line);
  }

  return at + 1;
}

/** Signs between two numbers, two words, and a number and a word, that make them one element. */
const JOINTS = { numbers: '-:./_', words: "-._/'’&@", mixed: '-_.@' };
/** A longer number before a colon or a slash is no part of a time or a date. */
const MAX_TIME_DIGITS = 4;

/** Returns the token that is joined to a word or number, or -1: `28` in `11-28`, `update` in `order_update`. */
function findJoined(tokens: Tokens, last: number): number {
  const { start, end, kind, count } = tokens;
  const next = last + 1;
  if (next >= count || start[next] !== end[last]) return -1;

  if (isWordOrNumber(kind[next])) return next;
  if (kind[next] !== SIGN_TOKEN) return -1;

  const following = next + 1;
  const isTouched = following < count && start[following] === end[next];

  return isTouched && isWordOrNumber(kind[following]) && isJoint(tokens, next)
    ? following
    : -1;
}

const isWordOrNumber = (kind: number | undefined): boolean =>
  kind === WORD_TOKEN || kind === NUMBER_TOKEN;

/** Returns true for a sign that makes the tokens on both sides one element. */
function isJoint({ text, start, end, kind }: Tokens, at: number): boolean {
  const sign = text.charAt(start[at] as number);
  const from = start[at - 1] as number;
  const isNumberBefore = kind[at - 1] === NUMBER_TOKEN;
  const isNumberAfter = kind[at + 1] === NUMBER_TOKEN;

  // `10:15:32,123`
  if (sign === ',' && isNumberAfter && text.charAt(from - 1) === ':')
    return true;

  if (isNumberBefore !== isNumberAfter) return JOINTS.mixed.includes(sign);
  if (!isNumberBefore) return JOINTS.words.includes(sign);

  const isTime = sign === ':' || sign === '/';
  const isLong = (end[at - 1] as number) - from > MAX_TIME_DIGITS;

  return JOINTS.numbers.includes(sign) && !(isTime && isLong);
}

function readElement(tokens: Tokens, at: number, line: Line): number {
  const { text, start, kind } = tokens;
  const unit = text.charCodeAt(start[at] as number);
  const isPhone = unit === PLUS && kind[at + 1] === NUMBER_TOKEN;

  if (isPhone || isWordOrNumber(kind[at]))
    return readJoined(tokens, at, isPhone, line);

  if (kind[at] === SIGN_TOKEN)
    addSign(line, unit < 0x80 ? unit : OTHER_SIGN, at);

  return at + 1;
}

/** Adds joined tokens as one element: `2026-11-28`, `order_update_2`, `wamid.HBg`. Returns the first token after it. */
function readJoined(
  tokens: Tokens,
  at: number,
  isPhone: boolean,
  line: Line,
): number {
  const { kind, hash } = tokens;
  let last = isPhone ? at + 1 : at;
  let hasNumber = isPhone || kind[at] === NUMBER_TOKEN;

  for (
    let next = findJoined(tokens, last);
    next > 0;
    next = findJoined(tokens, last)
  ) {
    hasNumber ||= kind[next] === NUMBER_TOKEN;
    last = next;
  }

  if (isPhone) last = readPhoneNumber(tokens, last);

  if (last === at && isShortNumber(tokens, at)) add(line, NUMBER, 0, at);
  else if (hasNumber) add(line, COMPOUND, 0, at);
  else addWord(line, hash[last] as number, at);

  return last + 1;
}

function isShortNumber({ text, start, end, kind }: Tokens, at: number) {
  const from = start[at] as number;

  return (
    kind[at] === NUMBER_TOKEN &&
    (end[at] as number) - from <= MAX_DIGITS &&
    !isAmount(text, from)
  );
}

/** Adds a word. A run of words is one element, with the hash of its last one. */
function addWord(line: Line, hash: number, at: number): void {
  if (line.count > 0 && line.kind[line.count - 1] === WORD)
    line.hash[line.count - 1] = hash;
  else add(line, WORD, hash, at);
}

/** Adds a sign. Equal signs in a row are one element. */
function addSign(line: Line, sign: number, at: number): void {
  if (line.count === 0 || line.kind[line.count - 1] !== sign)
    add(line, sign, 0, at);
}

function add(line: Line, kind: number, hash: number, token: number): void {
  line.isFilled ||= kind <= COMPOUND;
  if (kind === NUMBER && !isKeyed(line, line.count)) line.loneNumbers++;
  line.kind[line.count] = kind;
  line.hash[line.count] = hash;
  line.token[line.count++] = token;
}

const CONNECTORS = new Set([...':=>'].map((sign) => sign.charCodeAt(0)));
const QUOTES = new Set([...'"\''].map((sign) => sign.charCodeAt(0)));

/** Returns true if a key precedes: `attempt=3`, `"attempt": "3"`. */
function isKeyed({ kind }: Line, at: number): boolean {
  const before = QUOTES.has(kind[at - 1] as number) ? at - 2 : at - 1;
  return before > 0 && CONNECTORS.has(kind[before] as number);
}

/** Returns true after a currency sign: `R$ 470`. */
export const isAmount = (text: string, start: number): boolean =>
  /\p{Sc} ?$/u.test(text.slice(Math.max(0, start - 2), start));

/** Digits of the shortest complete phone number with its country code, in most countries. */
const MIN_PHONE_DIGITS = 11;
const MAX_PHONE_DIGITS = 15;

/** Returns the last token of a phone number in groups: `+55 11 98765-0000`. */
function readPhoneNumber(tokens: Tokens, first: number): number {
  const { text, start, end, kind, count } = tokens;
  let last = first;
  let digits = 0;

  for (let at = first; at < count; at++) {
    if (kind[at] !== NUMBER_TOKEN) {
      if (isPhoneSign(tokens, at)) continue;
      break;
    }

    digits += (end[at] as number) - (start[at] as number);
    if (digits > MAX_PHONE_DIGITS) break;

    last = at;
    if (digits >= MIN_PHONE_DIGITS && endsNumber(text, end[at] as number))
      break;
  }

  return last;
}

/** Returns true for a sign between the groups of a phone number. */
const isPhoneSign = ({ text, start, kind }: Tokens, at: number): boolean =>
  kind[at] === SIGN_TOKEN &&
  '-().'.includes(text.charAt(start[at] as number)) &&
  !isLetter(text.charCodeAt((start[at] as number) + 1));

/** Returns true before a space, and before a sign with no digit after it. */
const endsNumber = (text: string, end: number): boolean =>
  text[end] === ' ' || !isDigit(text.charCodeAt(end + 1));

/**
 * Appends the keys of a number's slots: by its whole line, its neighbours, the signs around it, its list, and its
 * distance from either edge.
 */
function writeSlotKeys(line: Line, at: number, keys: number[]): void {
  const { count, kind } = line;

  const kindAt = (index: number) =>
    index < 0 || index >= count ? EDGE : (kind[index] as number);

  let shape = HASH_SEED;

  for (let index = 0; index < count; index++)
    shape = hashStep(shape, kind[index] as number);

  const left = hashStep(hashStep(kindAt(at - 1), kindAt(at - 2)), 0x11);
  const edges = hashStep(left, hashStep(kindAt(at + 1), 0x13));
  let near = hashStep(edges, 2);

  for (let index = at - 1; index >= Math.max(0, at - 3); index--)
    if (kind[index] === WORD) near = hashStep(near, line.hash[index] as number);

  keys.push(hashStep(hashStep(shape, at), 1), near, hashStep(edges, 6));

  const separator = getListSeparator(kind, at, count);
  if (separator !== 0) keys.push(hashStep(hashStep(HASH_SEED, separator), 5));

  if (count - at <= MAX_EDGE_DISTANCE)
    keys.push(hashStep(hashStep(edges, count - at), 3));

  if (at < MAX_EDGE_DISTANCE) keys.push(hashStep(hashStep(edges, at), 4));
}

const LIST_SIGNS = new Set([
  OTHER_SIGN,
  ...[...',;/+&'].map((sign) => sign.charCodeAt(0)),
]);

/** Returns the sign between a number and the next or the previous one: `131026, 131047`. 0 if there is none. */
function getListSeparator(
  kind: Uint16Array,
  at: number,
  count: number,
): number {
  for (const step of [1, -1]) {
    const other = at + 2 * step;
    const sign = kind[at + step] as number;

    if (
      other >= 0 &&
      other < count &&
      kind[other] === NUMBER &&
      LIST_SIGNS.has(sign)
    )
      return sign;
  }

  return 0;
}
