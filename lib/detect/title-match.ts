import { getOrInsert } from '../core/get-or-insert.ts';
import { splitTokens, type Tokens, WORD_TOKEN } from '../core/tokens.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { isHttpStatus } from './code-form.ts';
import type { Meaning } from './code-index.ts';

/** Titles of HTTP statuses, which every server sends: no evidence for a provider's code. */
const HTTP_PHRASES = [
  'ok|created|accepted|bad request|unauthorized|payment required|forbidden|not found|method not allowed|request timeout|conflict|gone',
  'unprocessable entity|unprocessable content|too many requests|internal server error|bad gateway|service unavailable|gateway timeout',
].join('|');
const HTTP_TITLE = new RegExp(`^(?:${HTTP_PHRASES})$`, 'i');

/** The share of a meaning's title that occurs right after the code (`adjacent`) or near it (`near`), 0 to 1. */
type TitleMatch = Record<'adjacent' | 'near', number>;

export const NO_MATCH: TitleMatch = { adjacent: 0, near: 0 };

/** Text between a code and its title: `131047: `, `480 (Deprecated)`, `1006, "title": "`. */
const CODE_TO_TITLE_PARTS = [
  String.raw`^(?:\s?[([](?:deprecated|obsolete|legacy|retired)[)\]])?[^\p{L}\p{N}]{0,14}`,
  '(?:(?:title|message|msg|reason|description|details?|name|text|error_?message|reason_en|statusMessage)',
  String.raw`${FIELD_SIGN}[^\p{L}\p{N}]{0,6})?`,
];
const CODE_TO_TITLE = new RegExp(CODE_TO_TITLE_PARTS.join(''), 'iu');

const MAX_UNITS_BEFORE = 90;
const MAX_UNITS_AFTER = 120;
const MIN_STEM_LETTERS = 3;

type TitleWindow = ReturnType<typeof createTitleWindow>;

const STOP_STEMS = hashStems(
  'the and for not was has with from this that are its been can your you see because',
);

const HTTP_STEMS = hashStems(HTTP_PHRASES);

const stemsByTitle = new Map<string, readonly number[]>();

const getTitleStems = (title: string) =>
  getOrInsert(stemsByTitle, title, () =>
    hashStems(title).filter((stem) => !STOP_STEMS.includes(stem)),
  );

function hashStems(text: string): number[] {
  const tokens = splitTokens(text);
  const stems = new Set<number>();

  for (let at = 0; at < tokens.count; at++)
    if (isLongWord(tokens, at)) stems.add(tokens.stem[at] ?? 0);

  return [...stems];
}

function isLongWord({ kind, start, end }: Tokens, at: number): boolean {
  return (
    kind[at] === WORD_TOKEN &&
    (end[at] ?? 0) - (start[at] ?? 0) >= MIN_STEM_LETTERS
  );
}

/** Searches a range of tokens for a stem, linearly: a set for each candidate would take longer. */
function hasStem(
  tokens: Tokens,
  stem: number,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++)
    if (tokens.stem[at] === stem && isLongWord(tokens, at)) return true;
  return false;
}

const isBehind = (stem: number, { tokens, behind, stop }: TitleWindow) =>
  hasStem(tokens, stem, behind, stop);

function isNear(stem: number, window: TitleWindow): boolean {
  if (
    isBehind(stem, window) ||
    hasStem(window.tokens, stem, window.begin, window.first)
  )
    return true;

  return window.around.some((other) => hasStem(other, stem, 0, other.count));
}

/**
 * Returns the texts to compare with the titles of a code's meanings. `beside` is the text after the code, from where its title
 * may begin. The tokens near the code are `begin` to `first` and `behind` to `stop`.
 *
 * @param around Related texts of the page: row and label.
 */
export function createTitleWindow(
  tokens: Tokens,
  first: number,
  last: number,
  around: readonly Tokens[],
) {
  const from = tokens.start[first] ?? 0;
  const to = tokens.end[last] ?? 0;
  const text = tokens.text.slice(to, to + MAX_UNITS_AFTER);
  const beside = text.slice(CODE_TO_TITLE.exec(text)?.[0].length ?? 0);
  let begin = first;

  while (begin > 0 && from - (tokens.start[begin - 1] ?? 0) <= MAX_UNITS_BEFORE)
    begin--;

  const behind = last + 1;
  let stop = behind;

  while (stop < tokens.count && (tokens.end[stop] ?? 0) - to <= MAX_UNITS_AFTER)
    stop++;

  return {
    beside,
    tokens,
    begin,
    first,
    behind,
    stop,
    around,
  };
}

/** Returns how much of a meaning's title, or of the message that is printed for it, is near its code. */
export function matchTitle(
  { title, message, code }: Meaning,
  window: TitleWindow,
): TitleMatch {
  const match = matchWords(title, code, window);
  return message === ''
    ? match
    : getBetterMatch(match, matchWords(message, code, window));
}

export const getBetterMatch = (
  one: TitleMatch,
  other: TitleMatch,
): TitleMatch =>
  other.adjacent + other.near > one.adjacent + one.near ? other : one;

function matchWords(
  title: string,
  code: string,
  window: TitleWindow,
): TitleMatch {
  if (
    title.length < 5 ||
    title === code ||
    (HTTP_TITLE.test(title) && isHttpStatus(code))
  )
    return NO_MATCH;

  const words = getTitleStems(title);

  // A one-word title (`Timeout`, `Unknown`) is weak evidence, especially next to a small number.
  if (words.length === 0 || (words.length === 1 && !isDistinctive(title, code)))
    return NO_MATCH;

  const shared = words.filter((stem) => isNear(stem, window));
  if (shared.length === 0) return NO_MATCH;

  const { beside } = window;
  if (normalizeTitle(beside.slice(0, title.length)) === normalizeTitle(title))
    return { adjacent: 1, near: 1 };

  // Two words of a constant may occur by chance: `sent 200 messages` is not EX_MESSAGE_SENT.
  if (
    words.length === 1 ||
    (words.length === 2 && /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(title))
  )
    return NO_MATCH;

  const isStatusOnly =
    isHttpStatus(code) && shared.every((stem) => HTTP_STEMS.includes(stem));

  if (shared.length < 2 || isStatusOnly) return NO_MATCH;

  const after = words.filter((stem) => isBehind(stem, window)).length;
  const adjacent = after < 2 ? 0 : (after / words.length) * 0.9;

  return { adjacent, near: shared.length / words.length };
}

/** Ignores case and the kind of dash: `Invalid api_key` and `Invalid API key` are equal. */
const normalizeTitle = (text: string) =>
  text.toLowerCase().replace(/[_–—-]/g, ' ');

/** Of one-word titles, long words are evidence; for small numbers, only names such as `AuthException`. */
function isDistinctive(title: string, code: string): boolean {
  return code.length < 3
    ? title.length >= 9 && /[a-z][A-Z]/.test(title)
    : title.length >= 9;
}
