import type { KeyPair } from './key-pairs.ts';
import { findLineEnd, findLineStart, getLineBefore } from './lines.ts';
import { NOTATIONS } from './notations.ts';

export const MAX_BEFORE_CHARS = 80;
export const MAX_FORM_CHARS = 400;

/** Returns the key of a pair with the words of its label before it, or an empty string if it names nothing. */
export const getName = (text: string, pair: KeyPair): string =>
  isName(pair, text) ? getWordsBefore(text, pair) + pair.key.text : '';

/** Returns true for a key between two marks of one kind. */
const isClosed = (text: string, start: number, index: number): boolean =>
  /["'`]/.test(text.charAt(start - 1)) &&
  text
    .slice(Math.max(start, index - 10), index)
    .includes(text.charAt(start - 1));

/** Excludes times, namespaces of source code and assignments: `10:12`, `self::assert`, `srv := `. */
function isName({ key, separator, index }: KeyPair, text: string): boolean {
  const beginsLikeName = /^[\p{L}_$@#[*]/u.test(key.text);
  if (!beginsLikeName && !isClosed(text, key.start, index)) return false;

  const isAssignment = /^(?::=|->)$/.test(separator);
  const isIndexed = separator === ':' && key.text.includes('[');
  const isNamespace = /^::|^:\/\//.test(text.slice(index, index + 3));
  if (isAssignment || isIndexed || isNamespace) return false;

  const before = text.charAt(key.start - 1);
  const canFollowColon = /^(?:=>| )$/.test(separator);
  const isPart = /[</]/.test(before) || (before === ':' && !canFollowColon);

  return !isPart && !/[:<]/.test(text.charAt(index - 1));
}

/** `name | value` and `name⇥value`, as some databases print one record, `:name "value"`, and a label above its text. */
export const isRowOfTwo = (
  text: string,
  { key, separator, start }: KeyPair,
): boolean =>
  (/^["'], ?$/.test(separator) && !/\s/.test(key.text)) ||
  /^:\r?\n$/.test(separator) ||
  (separator === ' ' && /[:(]/.test(text.charAt(key.start - 1))) ||
  (separator === '|' &&
    NOTATIONS.lineLead.test(getLineBefore(text, key.start, MAX_BEFORE_CHARS)) &&
    !readLine(text, start).includes('|') &&
    !isLinePrefix(text, key.start, start));

/** Returns true for what the line above or below begins with too: the name of a process that a supervisor writes. */
function isLinePrefix(text: string, from: number, to: number): boolean {
  const start = findLineStart(text, from);
  const prefix = text.slice(start, to).trimEnd();
  const above = findLineStart(text, start - 1);
  const below = findLineEnd(text, to) + 1;
  const hasAbove = start > 0 && text.startsWith(prefix, above);

  return hasAbove || text.startsWith(prefix, below);
}

/** Returns the words of a label before its last one: `Comment of the ` in `Comment of the agent: …`. */
export const getWordsBefore = (
  text: string,
  { key, separator }: KeyPair,
): string =>
  separator === ':' &&
  NOTATIONS.lineLead.test(
    getLineBefore(text, key.start - key.before.length, MAX_BEFORE_CHARS),
  )
    ? key.before
    : '';

/** Returns true for the only pair of its line. */
export const isAlone = (text: string, { start }: KeyPair): boolean =>
  !NOTATIONS.anotherPair.test(readLine(text, start));

export const readLine = (text: string, at: number) =>
  text.slice(at, Math.min(findLineEnd(text, at), at + MAX_FORM_CHARS));
