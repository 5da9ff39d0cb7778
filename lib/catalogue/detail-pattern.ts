import { getOrInsert } from '../core/get-or-insert.ts';

export type Captures = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([a-z]+):(number|count|word|text|unix)\}/g;

/** `count`: not 0. `word`: no white space, quote or bracket. `text`: up to the next piece. `unix`: seconds. */
const PLACEHOLDER_PATTERNS: Readonly<Record<string, string>> = {
  number: String.raw`\d{1,9}(?!\d)`,
  count: String.raw`(?!0+(?!\d))\d{1,9}(?!\d)`,
  unix: String.raw`1\d{9}(?!\d)`,
  word: String.raw`[^\s"'\`()[\]{}<>,;]{1,60}(?<![.:])`,
  text: String.raw`[^\n]{1,80}?`,
};
const LAST_TEXT = String.raw`(?:(?!"|\.(?:\s|$))[^\n]){1,80}`;

const toLiteral = (text: string) =>
  text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '[ \\n]*');

const compiledPatterns = new Map<string, { regexp: RegExp; weight: number }>();

/**
 * Compiles a pattern of `details[].match`: literal text with placeholders such as `{expected:number}`. The language has no
 * alternation and no repetition, so matching takes linear time. A space matches any or no white space. Case is ignored.
 *
 * @returns With the number of letters in the literal parts. More letters make a more specific pattern.
 */
export const compilePattern = (source: string) =>
  getOrInsert(compiledPatterns, source, () => {
    const pieces = source.split(PLACEHOLDER);

    const regexp = pieces.map((piece, at) => {
      if (at % 3 === 0) return toLiteral(foldCase(piece));
      if (at % 3 === 1) return `(?<${piece}>`;

      const isLast =
        piece === 'text' && at === pieces.length - 2 && pieces.at(-1) === '';

      return `${isLast ? LAST_TEXT : PLACEHOLDER_PATTERNS[piece]})`;
    });

    const weight = source.replace(PLACEHOLDER, '').replace(/\s+/g, '').length;

    return { regexp: new RegExp(regexp.join(''), 'd'), weight };
  });

/** Returns the literal parts of a pattern, between its placeholders. */
export const splitPattern = (source: string): readonly string[] =>
  source.replace(PLACEHOLDER, '\0').split('\0');

export const getPlaceholderNames = (source: string): readonly string[] =>
  [...source.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');

export function findPatternError(source: string): string | null {
  const [first = '', ...pieces] = source.split(PLACEHOLDER);
  if (first.replace(/\s/g, '').length < 3)
    return `"${source}" must begin with at least three letters of its own`;

  const isOpen = pieces.some(
    (piece, at) => at % 3 === 2 && piece === '' && at < pieces.length - 1,
  );

  return isOpen ? `"${source}" has two placeholders side by side` : null;
}

/** Finds the first match in the output of `tidyText`, which `foldCase` has folded. */
export function findPattern(
  { regexp }: { regexp: RegExp },
  text: string,
  folded: string,
) {
  const match = regexp.exec(folded);
  if (!match) return null;

  const captures = Object.entries(match.indices?.groups ?? {}).map(
    ([name, range]) => {
      const captured = text.slice(...range).trim();
      // The template ends its sentence itself.
      return [name, captured.replace(/\.$/, '')] as const;
    },
  );

  return {
    start: match.index,
    end: match.index + match[0].length,
    captures: Object.fromEntries(captures),
  };
}

/** Converts to lower case without changing the length, so that offsets stay valid. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Matches texts that need normalizing. Most log lines do not. */
const NEEDS_NORMALIZING = /[^ -~\n]|\\| {2}| \n|\n[ \n]/;

/** Resolves JSON escapes, collapses white space, straightens quotes and removes control characters. */
export function tidyText(text: string): string {
  if (!NEEDS_NORMALIZING.test(text)) return text;

  return (
    text
      .replace(/\\u([\da-f]{4})/gi, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      )
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
  return template.replace(
    /\{([a-z]+)(?:\|([^|{}]+)\|([^|{}]+))?\}/g,
    (whole, name: string, one, many) => {
      const value = Object.hasOwn(captures, name) ? captures[name] : undefined;
      if (value === undefined) return whole;
      if (!one) return value;
      return `${value} ${Number(value) === 1 ? one : many}`;
    },
  );
}

export const getTemplateNames = (template: string): readonly string[] =>
  [...template.matchAll(/\{([a-z]+)(?:\|[^|{}]+\|[^|{}]+)?\}/g)].map(
    (match) => match[1] ?? '',
  );
