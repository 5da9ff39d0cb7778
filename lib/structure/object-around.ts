import { findFirstFrom } from '../core/find-first-from.ts';
import type { Span } from '../core/spans.ts';
import { getLineAfter, getLineBefore } from './lines.ts';

/**
 * Finds the innermost object around a range by counting brackets. The text can be JSON, a dict, a log or malformed.
 *
 * @param limits Returns the limits of the search. An object that ends outside is cut there.
 * @param brackets `{}[]` treats a list as an object. `{}` treats it as text of the object around it.
 * @returns Its range, and its own text on both sides, without the contents of its other members. Null if no object
 *   begins within the limits.
 */
export function findObjectAround(
  text: string,
  inner: Span,
  limits: Span,
  brackets: '{}' | '{}[]',
) {
  const opening = readOutwards(
    text,
    inner.start,
    Math.max(0, limits.start),
    -1,
    brackets,
  );

  if (opening.bracket < 0) return null;

  const last = Math.min(text.length, limits.end);
  const closing = readOutwards(text, inner.end, last, 1, brackets);
  const end = closing.bracket < 0 ? last : closing.bracket + 1;
  const before = opening.parts.reverse().join(' ');

  return {
    start: opening.bracket,
    end,
    before,
    after: closing.parts.join(' '),
  };
}

/** Returns the enclosing bracket in one direction, or -1, and the texts up to it that are outside other brackets. */
function readOutwards(
  text: string,
  from: number,
  limit: number,
  step: 1 | -1,
  brackets: '{}' | '{}[]',
) {
  const isBackward = step < 0;
  const parts: string[] = [];
  let depth = 0;
  let kept = from;

  const keepUpTo = (offset: number) =>
    parts.push(
      isBackward ? text.slice(offset + 1, kept) : text.slice(kept, offset),
    );

  for (const { offset, change } of readBrackets(
    text,
    from,
    limit,
    step,
    brackets,
  )) {
    depth += change;
    if (depth < 0 || (change > 0 && depth === 1)) keepUpTo(offset);
    if (depth < 0) return { bracket: offset, parts };
    if (depth === 0) kept = isBackward ? offset : offset + 1;
  }

  if (depth === 0) keepUpTo(limit);

  return { bracket: -1, parts };
}

/**
 * Yields the objects around a range, innermost first.
 *
 * @param limits Returns the limits of the search from the previous object.
 */
export function* findObjectsAround(
  text: string,
  part: Span,
  limits: (inner: Span) => Span,
  brackets: '{}' | '{}[]',
  maxLevels: number,
) {
  let inner = part;

  for (let level = 0; level < maxLevels; level++) {
    const object = findObjectAround(text, inner, limits(inner), brackets);
    if (!object) return;
    yield object;
    inner = object;
  }
}

/** Payloads nest about ten levels deep. */
const MAX_NESTING = 16;

/** Returns the payload around a range: the outermost object or list within the limit, or the range itself. */
export function findPayloadAround(
  text: string,
  part: Span,
  maxUnits: number,
): Span {
  const limits = { start: part.start - maxUnits, end: part.end + maxUnits };
  let payload = part;

  for (const object of findObjectsAround(
    text,
    part,
    () => limits,
    '{}[]',
    MAX_NESTING,
  ))
    payload = object;

  return payload;
}

/**
 * Returns the line around a payload or a code outside any, without it: its other members are not about this code.
 *
 * @param own Limits of the line: the adjacent failures.
 * @returns The text, and the range of the line.
 */
export function getPayloadLine(
  text: string,
  part: Span,
  own: Span,
  maxUnits: number,
) {
  const { start, end } = findPayloadAround(text, part, maxUnits);
  const from = start - getLineBefore(text, start, maxUnits).length;
  const to = end + getLineAfter(text, end, maxUnits).length;
  const line = `${text.slice(Math.max(from, own.start), start)} ${text.slice(end, Math.min(to, own.end))}`;

  return { text: line, start: from, end: to };
}

/** Kinds of brackets. Closing ones are odd. */
const OPENS = 0;
const CLOSES = 1;
const OPENS_LIST = 2;
const CLOSES_LIST = 3;

const BRACKET_KINDS: Readonly<Record<string, number>> = {
  '{': OPENS,
  '}': CLOSES,
  '[': OPENS_LIST,
  ']': CLOSES_LIST,
};

interface Brackets {
  at: number[];
  kinds: number[];
}

/** The brackets of a text are found in parts of this number of UTF-16 code units, and only where a search reads them. */
const PART_UNITS = 4_096;
const NO_BRACKETS = { text: '', parts: [] as Brackets[] };
/** Of the last short text, such as the block around a code, and the last long one, because callers ask about many places. */
const cachedBrackets = { short: NO_BRACKETS, long: NO_BRACKETS };
const MIN_LONG_LENGTH = 4_000;

/** Yields the brackets from an offset to a limit, in either direction: 1 where one is entered, -1 where one is left. */
function* readBrackets(
  text: string,
  from: number,
  limit: number,
  step: 1 | -1,
  brackets: '{}' | '{}[]',
) {
  const highest = brackets === '{}[]' ? CLOSES_LIST : CLOSES;
  const entering = step < 0 ? CLOSES : OPENS;

  for (const { at, kinds } of readParts(text, from, limit, step)) {
    const [first, end] = getIndexes(at, from, limit, step);

    for (let i = first; (end - i) * step > 0; i += step) {
      const kind = kinds[i] ?? 0;
      const change = kind % 2 === entering ? 1 : -1;

      if (kind <= highest) yield { offset: at[i] ?? 0, change };
    }
  }
}

/** Returns the indexes of the first offset on the way to a limit, and of the first one beyond it. */
function getIndexes(
  offsets: readonly number[],
  from: number,
  limit: number,
  step: 1 | -1,
): [number, number] {
  const first = findFirstFrom(offsets, from);
  const end = findFirstFrom(offsets, limit);

  return step < 0 ? [first - 1, end - 1] : [first, end];
}

/** Yields the parts from an offset to a limit, in either direction, each in the order of the text. */
function* readParts(
  text: string,
  from: number,
  limit: number,
  step: 1 | -1,
): Generator<Brackets, undefined> {
  const slot = text.length >= MIN_LONG_LENGTH ? 'long' : 'short';
  if (text !== cachedBrackets[slot].text)
    cachedBrackets[slot] = { text, parts: [] };

  const { parts } = cachedBrackets[slot];
  const first = Math.floor((step < 0 ? from - 1 : from) / PART_UNITS);
  const last = Math.floor((step < 0 ? limit : limit - 1) / PART_UNITS);

  for (let part = first; (last - part) * step >= 0; part += step) {
    const brackets = parts[part] ?? findBrackets(text, part * PART_UNITS);
    parts[part] = brackets;
    yield brackets;
  }
}

function findBrackets(text: string, start: number): Brackets {
  const end = Math.min(text.length, start + PART_UNITS);
  const at: number[] = [];
  const kinds: number[] = [];

  for (let offset = start; offset < end; offset++) {
    const unit = text.charCodeAt(offset);
    // `[` and `{` differ in one bit, and so do `]` and `}`.
    const shape = unit & ~0x20;
    if (shape !== 0x5b && shape !== 0x5d) continue;

    at.push(offset);
    kinds.push(BRACKET_KINDS[text.charAt(offset)] ?? 0);
  }

  return { at, kinds };
}

const MAX_LEVELS = 6;

/**
 * Returns the objects of a payload that contain a code, innermost first. Returns the whole text if it is not a payload,
 * or if several objects contain the code.
 */
export function findOwnObjects(text: string, code: string): string[] {
  const places = code === '' ? [] : findPlaces(text, code);
  const [first] = places;
  if (!first) return [text];

  const whole = { start: 0, end: text.length };
  const objects: string[] = [];

  for (const { start, end } of findObjectsAround(
    text,
    first,
    () => whole,
    '{}',
    MAX_LEVELS,
  ))
    if (places.every((place) => place.start >= start && place.end <= end))
      objects.push(text.slice(start, end));

  return objects.length > 0 ? objects : [text];
}

function findPlaces(text: string, code: string): Span[] {
  const places: Span[] = [];

  for (
    let start = text.indexOf(code);
    start >= 0;
    start = text.indexOf(code, start + code.length)
  ) {
    const end = start + code.length;
    if (!/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[end] ?? ''))
      places.push({ start, end });
  }

  return places;
}

const ERROR_KEY = /\berrors?["']?\s?(?::|=>?)\s?[[{]/gi;

/** The lists of the last text, because callers ask about many places in it. */
let cachedErrorLists: { text: string; lists: readonly Span[] } = {
  text: '',
  lists: [],
};

/** Returns true inside the value of a key `error` or `errors`: an object, or a list of any length. */
export function isInErrorList(text: string, offset: number): boolean {
  if (cachedErrorLists.text !== text)
    cachedErrorLists = { text, lists: findErrorLists(text) };

  return cachedErrorLists.lists.some(
    ({ start, end }) => start < offset && offset < end,
  );
}

function findErrorLists(text: string): Span[] {
  // A part of a long text may begin between two members of a list.
  let end = /^\s*,\s*[{[]/.test(text) ? findClosing(text, 0, 1) : 0;
  const lists: Span[] = [{ start: -1, end }];

  for (const { 0: head, index } of text.matchAll(ERROR_KEY)) {
    if (index < end) continue;
    const start = index + head.length - 1;
    end = findClosing(text, start);
    lists.push({ start, end });
  }

  return lists;
}

const BRACKET_OR_STRING = /"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{}]/gs;

/** Returns the offset of the bracket that closes the one at the start, or the end of the text. Skips strings. */
function findClosing(text: string, start: number, open = 0): number {
  let depth = open;

  BRACKET_OR_STRING.lastIndex = start;

  for (const { 0: mark, index } of text.matchAll(BRACKET_OR_STRING)) {
    if (mark === '[' || mark === '{') depth++;
    else if (!mark.startsWith('"') && --depth === 0) return index;
  }

  return text.length;
}

/** How much may be read in all. A text of which so much looks like JSON and is not is something else. */
const MAX_READ_UNITS = 1 << 22;
/** The least that one attempt counts for. */
const ATTEMPT_UNITS = 1_000;

/** Yields the objects and lists of JSON in a text, in order, whatever is around them. */
export function* readJsonValues(text: string): Generator<unknown> {
  const opening = /[[{]/g;

  for (let left = MAX_READ_UNITS; left > 0 && opening.test(text); ) {
    const start = opening.lastIndex - 1;
    const end = findClosing(text, start) + 1;

    left -= ATTEMPT_UNITS + end - start;

    try {
      yield JSON.parse(text.slice(start, end));
      opening.lastIndex = end;
    } catch {}
  }
}
