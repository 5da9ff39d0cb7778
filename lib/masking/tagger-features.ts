import { combineHashes } from '../detect/hashing.ts';
import {
  createPlaceholder,
  hashGap,
  LINE_END,
  type TaggerToken,
  toBucket,
  type Word,
} from './tagger-tokens.ts';

const NO_WORD = createPlaceholder(LINE_END);
/** How far a part that the rules masked is a neighbour. */
const MAX_MASK_DISTANCE = 4;
const MAX_CUE_WORDS = 6;
const LABEL_GAPS = new Set([': ', ':', '= ', '=', ':"', ': "'].map(hashGap));

/** Adds the buckets of the features of a word and of what is around it, but for those that are the word's own. */
export function addFeatures(
  tokens: readonly TaggerToken[],
  at: number,
  hasFound: boolean,
  add: (bucket: number) => void,
): void {
  const token = tokens[at] as TaggerToken;
  const { word, gap } = token;
  const { hash, shape } = word;
  const before = getWord(tokens, at - 1);
  const after = getWord(tokens, at + 1);
  const before2 = getWord(tokens, at - 2);
  const after2 = getWord(tokens, at + 2);
  const nextGap = tokens[at + 1]?.gap ?? LINE_END;
  const flags = shape + Number(hasFound) + 2 * Number(token.isFirst);
  const cue = findCue(tokens, at);

  const put = (salt: number, one: number, other = 0) =>
    add(toBucket(salt, one, other));

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
  put(21, cue, shape);
  put(22, gap, combineHashes(nextGap, shape));
  put(23, before.hash, hash);
  put(24, getWord(tokens, at - 3).hash, shape);
  put(25, findMask(tokens, at, -1), shape);
  put(26, findMask(tokens, at, 1), shape);
  put(27, word.role);
  put(28, before.role, shape);
  put(29, after.role, shape);
  put(30, before2.role, combineHashes(before.shape, shape));
  put(31, findRole(tokens, at), shape);
  put(32, before.role, combineHashes(gap, shape));

  const { kind } = word;

  put(33, before.role, combineHashes(gap, kind));
  put(34, combineHashes(before.kind, kind, after.kind));
  put(35, findRole(tokens, at), kind);
  put(36, findMask(tokens, at, -1), kind);
  put(37, combineHashes(gap, kind, nextGap), Number(hasFound));

  for (const role of findRoles(tokens, at - MAX_ROLE_DISTANCE, at))
    put(38, role, kind);

  for (const role of findRoles(tokens, at + 1, at + 1 + MAX_ROLES_AFTER))
    put(39, role, kind);
}

const MAX_WORDS_OF_SPEECH = 12;
const BAG_WORDS = 8;

/** Adds the buckets of the features of a word with which the words of a person may begin. */
export function addSpeechFeatures(
  tokens: readonly TaggerToken[],
  at: number,
  hasFound: boolean,
  add: (bucket: number) => void,
): void {
  const { word, gap } = tokens[at] as TaggerToken;
  const before = getWord(tokens, at - 1);
  const after = getWord(tokens, at + 1);
  const after2 = getWord(tokens, at + 2);
  const before2 = getWord(tokens, at - 2);
  const mask = findMask(tokens, at, -1);

  const put = (salt: number, one: number, other = 0) =>
    add(toBucket(salt, one, other));

  put(40, Number(hasFound));
  put(41, word.hash);
  put(42, before.hash);
  put(43, gap);
  put(44, gap, before.hash);
  put(45, after.hash);
  put(46, findCue(tokens, at));
  put(47, word.shape, combineHashes(after.shape, after2.shape));
  put(48, mask);
  put(49, mask, gap);
  put(50, before2.hash);
  put(51, before.hash, before2.hash);
  put(53, word.hash, after.hash);
  put(56, findRole(tokens, at), gap);

  for (const role of findRoles(tokens, at - MAX_ROLE_DISTANCE, at))
    put(59, role, gap);
  put(57, before.role, gap);

  const { words, known, codes } = readPart(tokens, at);

  put(52, words.length);
  const level = Math.round((KNOWN_LEVELS * known) / words.length);

  put(55, level, codes);
  put(58, combineHashes(level, codes, words.length), gap);
  for (const own of words.slice(0, BAG_WORDS)) put(54, own.hash);
}

const KNOWN_LEVELS = 4;

/** Returns the words up to the end of the line, of a quotation or of a cell, how many the catalogue uses, and whether a code is there. */
function readPart(tokens: readonly TaggerToken[], at: number) {
  let next = at + 1;

  while (next < at + MAX_WORDS_OF_SPEECH && !(tokens[next]?.endsPart ?? true))
    next++;

  const words = tokens.slice(at, next).map(({ word }) => word);
  const known = words.filter(({ isKnown }) => isKnown).length;
  const codes = Number(words.some(({ isCode }) => isCode));

  return { words, known, codes };
}

const getWord = (tokens: readonly TaggerToken[], at: number): Word =>
  tokens[at]?.word ?? NO_WORD;

/** Returns a hash of the nearest masked part before or after a token and of how far it is, or 0. */
function findMask(
  tokens: readonly TaggerToken[],
  at: number,
  step: number,
): number {
  for (let distance = 1; distance <= MAX_MASK_DISTANCE; distance++) {
    const other = tokens[at + step * distance];
    if (other?.isMask) return combineHashes(other.word.hash, distance);
  }

  return 0;
}

const MAX_ROLE_DISTANCE = 5;
const MAX_ROLES_AFTER = 3;

/** Returns what the words of a range say of those beside them. */
function findRoles(
  tokens: readonly TaggerToken[],
  from: number,
  to: number,
): ReadonlySet<number> {
  const roles = new Set<number>();

  for (const { isMask, word } of tokens.slice(Math.max(0, from), to)) {
    if (isMask) roles.add(MASK_ROLE);
    if (word.role !== 0) roles.add(word.role);
  }

  return roles;
}

const MASK_ROLE = 1;

/** Returns what the nearest word with a role before a token says, and how far it is, or 0. */
function findRole(tokens: readonly TaggerToken[], at: number): number {
  for (let distance = 1; distance <= MAX_ROLE_DISTANCE; distance++) {
    const role = tokens[at - distance]?.word.role;
    if (role) return combineHashes(role, distance);
  }

  return 0;
}

/** Returns the hash of the word before the nearest colon: `Caller` in `Caller: the wife of …`. */
function findCue(tokens: readonly TaggerToken[], at: number): number {
  for (let back = at; back > Math.max(0, at - MAX_CUE_WORDS); back--)
    if (LABEL_GAPS.has(tokens[back]?.gap ?? 0))
      return tokens[back - 1]?.word.hash ?? LINE_END;

  return 0;
}
