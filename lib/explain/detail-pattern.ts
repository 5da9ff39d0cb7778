import { getLineAfter } from '../structure/lines.ts';

/**
 * A compiled pattern of `details[].match`: literal text with placeholders such as `{expected:number}`. The language has no
 * alternation and no repetition, so matching never backtracks: it searches each piece once, from the end of the previous one.
 *
 * A space matches any or no white space. Case is ignored.
 */
export interface DetailPattern {
  pieces: readonly PatternPart[];
  /** Number of letters in the literal parts. More letters make a more specific pattern. */
  weight: number;
}

type PatternPart = { literal: readonly string[] } | { name: string; kind: PlaceholderKind };

/**
 * `number`: up to nine digits. `count`: the same, except 0. `word`: no white space, quote or bracket. `text`: up to the
 * next piece. `unix`: seconds since the Unix epoch.
 */
type PlaceholderKind = 'number' | 'count' | 'word' | 'text' | 'unix';

/** Captured values by placeholder name. */
export type Captures = Readonly<Record<string, string>>;

export interface PatternMatch {
  start: number;
  end: number;
  captures: Captures;
}

const PLACEHOLDER = /\{([a-z]+):(number|count|word|text|unix)\}/g;
/** Maximum length of a captured text. */
const MAX_CAPTURE_LENGTH = 80;
/** Maximum number of start positions that are tried in one text. */
const MAX_TRIES = 50;

const compiledPatterns = new Map<string, DetailPattern>();

/** Compiles a pattern. Caches the result. */
export function compilePattern(source: string): DetailPattern {
  const known = compiledPatterns.get(source);
  if (known) return known;
  const pieces: PatternPart[] = [];
  let from = 0;
  const addLiteral = (text: string) => {
    const words = foldCase(text).split(/\s+/);
    if (text !== '') pieces.push({ literal: words });
  };
  for (const match of source.matchAll(PLACEHOLDER)) {
    addLiteral(source.slice(from, match.index));
    pieces.push({ name: match[1] ?? '', kind: match[2] as PlaceholderKind });
    from = match.index + match[0].length;
  }
  addLiteral(source.slice(from));
  const weight = source.replace(PLACEHOLDER, '').replace(/\s+/g, '').length;
  const phrase = { pieces, weight };
  compiledPatterns.set(source, phrase);
  return phrase;
}

/** Returns the placeholder names of a pattern. */
export function getPlaceholderNames(source: string): readonly string[] {
  return [...source.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** Returns an error message for an invalid pattern, else null. */
export function findPatternError(source: string): string | null {
  const { pieces } = compilePattern(source);
  const first = pieces[0];
  if (!first || !('literal' in first) || first.literal.join('').length < 3)
    return `"${source}" must begin with at least three letters of its own`;

  const open = pieces.some((piece, at) => 'name' in piece && 'name' in (pieces[at + 1] ?? {}));
  return open ? `"${source}" has two placeholders side by side` : null;
}

/**
 * Finds the first match of a pattern. Returns null if there is none.
 *
 * @param text Output of `tidyText`.
 * @param folded `foldCase(text)`: lower case, same length.
 */
export function findPattern({ pieces }: DetailPattern, text: string, folded: string): PatternMatch | null {
  const [first, ...rest] = pieces;
  if (!first || !('literal' in first)) return null;
  const opening = first.literal.find((word) => word !== '') ?? '';
  let at = folded.indexOf(opening);
  for (let tries = 0; at >= 0 && tries < MAX_TRIES; tries++) {
    const end = findLiteralEnd(first.literal, folded, at);
    const match = end < 0 ? null : matchPieces(rest, text, folded, end);
    if (match) return { ...match, start: at };
    at = folded.indexOf(opening, at + 1);
  }
  return null;
}

function matchPieces(
  pieces: readonly PatternPart[],
  text: string,
  folded: string,
  from: number,
): Omit<PatternMatch, 'start'> | null {
  const captures: Record<string, string> = {};
  let at = from;
  for (const [index, piece] of pieces.entries()) {
    if ('literal' in piece) {
      at = findLiteralEnd(piece.literal, folded, at);
    } else {
      const end = findCaptureEnd(piece.kind, pieces[index + 1], folded, at);
      if (end <= at) return null;
      captures[piece.name] = text.slice(at, end).trim();
      at = end;
    }
    if (at < 0) return null;
  }
  return { end: at, captures };
}

/** Returns the end of a literal that starts at this offset, or -1 if it does not match. */
function findLiteralEnd(words: readonly string[], folded: string, start: number): number {
  let at = start;
  for (const [index, word] of words.entries()) {
    if (index > 0) while (folded[at] === ' ' || folded[at] === '\n') at++;
    if (!folded.startsWith(word, at)) return -1;
    at += word.length;
  }
  return at;
}

const PLACEHOLDER_PATTERNS: Readonly<Record<Exclude<PlaceholderKind, 'text'>, RegExp>> = {
  number: /\d{1,9}(?!\d)/y,
  count: /(?!0+(?!\d))\d{1,9}(?!\d)/y,
  unix: /1\d{9}(?!\d)/y,
  word: /[^\s"'`()[\]{}<>,;]{1,60}(?<![.:])/y,
};

function findCaptureEnd(
  kind: PlaceholderKind,
  next: PatternPart | undefined,
  folded: string,
  at: number,
): number {
  if (kind !== 'text') {
    const pattern = PLACEHOLDER_PATTERNS[kind];
    pattern.lastIndex = at;
    return pattern.test(folded) ? pattern.lastIndex : -1;
  }
  const line = getLineAfter(folded, at, MAX_CAPTURE_LENGTH);
  if (!next || !('literal' in next)) {
    const close = line.search(/"|\.(?: |$)/);
    return at + (close < 0 ? line.length : close);
  }
  for (let length = 1; length <= line.length; length++) {
    if (findLiteralEnd(next.literal, folded, at + length) >= 0) return at + length;
  }
  return -1;
}

/** Converts to lower case without changing the length, so that offsets stay valid. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Matches texts that need normalizing. Most log lines do not. */
const NEEDS_NORMALIZING = /[^ -~\n]|\\| {2}| \n|\n[ \n]/;

/**
 * Normalizes a text of a page or paste: resolves JSON escapes, collapses white space, straightens quotes and removes
 * control characters.
 */
export function tidyText(text: string): string {
  if (!NEEDS_NORMALIZING.test(text)) return text;
  return (
    text
      .replace(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
      .replace(/\\[nrt]/g, ' ')
      .replace(/(?<!\\)\\+(?=["'/])/g, '')
      .replace(/[“”„]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/\n/g, '\u2028')
      .replace(/[^\S\u2028]+/g, ' ')
      .replace(/ ?\u2028[\u2028 ]*/g, '\n')
      // Keep ZWJ and ZWNJ (U+200D, U+200C): they join and separate letters in some scripts.
      .replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
  );
}

/** Fills a template with captures: `{expected}`, or `{expected|value|values}` for a number with a singular or plural noun. */
export function fillTemplate(template: string, captures: Captures): string {
  return template.replace(/\{([a-z]+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g, (whole, name: string, one, many) => {
    const value = Object.hasOwn(captures, name) ? captures[name] : undefined;
    if (value === undefined) return whole;
    if (!one) return value;
    return `${value} ${Number(value) === 1 ? one : many}`;
  });
}

/** Returns the placeholder names that a template uses. */
export function getTemplateNames(template: string): readonly string[] {
  return [...template.matchAll(/\{([a-z]+)(?:\|[^|{}]+\|[^|{}]+)?\}/g)].map((match) => match[1] ?? '');
}
