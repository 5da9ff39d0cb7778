/**
 * The pattern language of `details[].match`: literal text with placeholders such as `{expected:number}`. It has no choice and no
 * repetition, so that matching never backtracks: each piece is looked for once, from where the one before it ended.
 *
 * A blank matches any white space or none. Case does not matter.
 */
export interface DetailPattern {
  pieces: readonly PatternPart[];
  /** Letters of the literal parts: the more, the more it says. */
  weight: number;
}

type PatternPart = { literal: readonly string[] } | { name: string; kind: Kind };

/**
 * `number`: up to nine digits. `count`: the same, but not 0. `word`: no blank, quote or bracket. `text`: up to what follows.
 * `unix`: seconds since 1970.
 */
type Kind = 'number' | 'count' | 'word' | 'text' | 'unix';

/** What the placeholders stood for. */
export type Captures = Readonly<Record<string, string>>;

export interface PatternMatch {
  start: number;
  end: number;
  captures: Captures;
}

const PLACEHOLDER = /\{([a-z]+):(number|count|word|text|unix)\}/g;
/** Most characters of a captured text. */
const LONGEST = 80;
/** Places of the first words that are tried in one text. */
const MOST_TRIES = 50;

const compiled = new Map<string, DetailPattern>();

/** Compiles a phrase, once. */
export function patternOf(source: string): DetailPattern {
  const known = compiled.get(source);
  if (known) return known;
  const pieces: PatternPart[] = [];
  let from = 0;
  const literal = (text: string) => {
    const words = foldCase(text).split(/\s+/);
    if (text !== '') pieces.push({ literal: words });
  };
  for (const match of source.matchAll(PLACEHOLDER)) {
    literal(source.slice(from, match.index));
    pieces.push({ name: match[1] ?? '', kind: match[2] as Kind });
    from = match.index + match[0].length;
  }
  literal(source.slice(from));
  const weight = source.replace(PLACEHOLDER, '').replace(/\s+/g, '').length;
  const phrase = { pieces, weight };
  compiled.set(source, phrase);
  return phrase;
}

/** Names of the placeholders of a phrase. */
export function namesIn(source: string): readonly string[] {
  return [...source.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** What is wrong with a phrase of the data, or null. */
export function faultOf(source: string): string | null {
  const { pieces } = patternOf(source);
  const first = pieces[0];
  if (!first || !('literal' in first) || first.literal.join('').length < 3)
    return `"${source}" must begin with at least three letters of its own`;

  const open = pieces.some((piece, at) => 'name' in piece && 'name' in (pieces[at + 1] ?? {}));
  return open ? `"${source}" has two placeholders side by side` : null;
}

/**
 * The first place of a phrase in a text.
 *
 * @param text As `tidy` gives it.
 * @param folded The same in lower case, of the same length: `foldCase(text)`.
 */
export function findPattern({ pieces }: DetailPattern, text: string, folded: string): PatternMatch | null {
  const [first, ...rest] = pieces;
  if (!first || !('literal' in first)) return null;
  const opening = first.literal.find((word) => word !== '') ?? '';
  let at = folded.indexOf(opening);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
    const end = endOfLiteral(first.literal, folded, at);
    const match = end < 0 ? null : follow(rest, text, folded, end);
    if (match) return { ...match, start: at };
    at = folded.indexOf(opening, at + 1);
  }
  return null;
}

function follow(
  pieces: readonly PatternPart[],
  text: string,
  folded: string,
  from: number,
): Omit<PatternMatch, 'start'> | null {
  const captures: Record<string, string> = {};
  let at = from;
  for (const [place, piece] of pieces.entries()) {
    if ('literal' in piece) {
      at = endOfLiteral(piece.literal, folded, at);
    } else {
      const end = endOfCapture(piece.kind, pieces[place + 1], folded, at);
      if (end > at) captures[piece.name] = text.slice(at, end).trim();
      at = end > at ? end : -1;
    }
    if (at < 0) return null;
  }
  return { end: at, captures };
}

/** Where a literal that starts here ends; -1 where it does not stand here. */
function endOfLiteral(words: readonly string[], folded: string, start: number): number {
  let at = start;
  for (const [place, word] of words.entries()) {
    if (place > 0) while (folded[at] === ' ' || folded[at] === '\n') at++;
    if (!folded.startsWith(word, at)) return -1;
    at += word.length;
  }
  return at;
}

const CHARACTERS: Readonly<Record<Exclude<Kind, 'text'>, RegExp>> = {
  number: /\d{1,9}(?!\d)/y,
  count: /(?!0+(?!\d))\d{1,9}(?!\d)/y,
  unix: /1\d{9}(?!\d)/y,
  word: /[^\s"'`()[\]{}<>,;]{1,60}(?<![.:])/y,
};

function endOfCapture(kind: Kind, next: PatternPart | undefined, folded: string, at: number): number {
  if (kind !== 'text') {
    const pattern = CHARACTERS[kind];
    pattern.lastIndex = at;
    return pattern.test(folded) ? pattern.lastIndex : -1;
  }
  const [line = ''] = folded.slice(at, at + LONGEST).split('\n', 1);
  if (!next || !('literal' in next)) {
    const close = line.search(/"|\.(?: |$)/);
    return at + (close < 0 ? line.length : close);
  }
  for (let length = 1; length <= line.length; length++) {
    if (endOfLiteral(next.literal, folded, at + length) >= 0) return at + length;
  }
  return -1;
}

/** Lower case of the same length, so that offsets stay. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Most lines of a log are tidy as they are. */
const UNTIDY = /[^ -~\n]|\\| {2}| \n|\n[ \n]/;

/** A text of a page or paste for reading: JSON escapes undone, white space single, quotes plain, no control characters. */
export function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
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
      // What joins and parts letters of some scripts stays.
      .replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
  );
}

/** A template filled with captures: `{expected}`, or `{expected|value|values}` for a number with its noun. */
export function fill(template: string, captures: Captures): string {
  return template.replace(/\{([a-z]+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g, (whole, name: string, one, many) => {
    const value = Object.hasOwn(captures, name) ? captures[name] : undefined;
    if (value === undefined) return whole;
    if (!one) return value;
    return `${value} ${Number(value) === 1 ? one : many}`;
  });
}

/** Names that a template needs. */
export function namesNeeded(template: string): readonly string[] {
  return [...template.matchAll(/\{([a-z]+)(?:\|[^|{}]+\|[^|{}]+)?\}/g)].map((match) => match[1] ?? '');
}
