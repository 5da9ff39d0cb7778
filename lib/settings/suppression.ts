import type { Hit, TextContext } from '../detect/hit.ts';

/** The user's choice that a number in this kind of place is not an error code. Applies to similar places on the same site. */
export interface Suppression extends PlaceSignature {
  host: string;
  code: string;
}

export const SUPPRESSION_SCOPES = ['column', 'label', 'shape'] as const;

export interface PlaceSignature {
  by: (typeof SUPPRESSION_SCOPES)[number];
  /** In lower case, with each run of digits replaced by 0. A shape has ‹› instead of the code. */
  words: string;
}

const MAX_LINE_UNITS = 120;
const MAX_KEPT_UNITS = 40;
const MAX_NAME_LENGTH = 80;
const CLAUSE_EDGE = /[\n\t\r,;{}|]/;
/** The last word, with the signs and numbers after it. */
const LAST_WORD = /(?:\S*\p{L}[^\p{L} ]*|)(?: [^\p{L} ]*){0,3}$/u;

/**
 * How places like this one are known. A code with words around it is known by the nearest of them, one before it and one
 * after, within its clause. One without other words is known by the heading of its column, or else by its label.
 */
export function getRangeSignature(
  text: string,
  start: number,
  end: number,
  context: TextContext = {},
): PlaceSignature {
  const shape = getShape(text, start, end);
  if (/\p{L}/u.test(shape)) return { by: 'shape', words: shape };

  const [header, label] = [context.header, context.label].map((name = '') =>
    foldWords(name).trim(),
  );

  if (header) return { by: 'column', words: header.slice(0, MAX_NAME_LENGTH) };

  return label
    ? { by: 'label', words: label.slice(0, MAX_NAME_LENGTH) }
    : { by: 'shape', words: shape };
}

export function isSuppressed(
  { code, start, end }: Pick<Hit, 'code' | 'start' | 'end'>,
  text: string,
  context: TextContext,
  suppressions: readonly Suppression[],
): boolean {
  if (!suppressions.some((suppression) => suppression.code === code))
    return false;

  const { by, words } = getRangeSignature(text, start, end, context);

  return suppressions.some(
    (one) => one.code === code && one.by === by && one.words === words,
  );
}

export const isSameSuppression = (a: Suppression, b: Suppression): boolean =>
  a.host === b.host &&
  a.code === b.code &&
  a.by === b.by &&
  a.words === b.words;

/** Returns the shape of the text around a code: `order #‹› was`, `"total":‹›`, or `‹›` alone. */
function getShape(text: string, start: number, end: number): string {
  const line = text.slice(Math.max(0, start - MAX_LINE_UNITS), start);
  const [before = ''] = line.split(CLAUSE_EDGE).slice(-1);

  const [after = ''] = text
    .slice(end, end + MAX_LINE_UNITS)
    .split(CLAUSE_EDGE, 1);

  const lead =
    LAST_WORD.exec(foldWords(before).slice(-MAX_KEPT_UNITS))?.[0] ?? '';

  const tail =
    /^ ?\S*/.exec(foldWords(after))?.[0].slice(0, MAX_KEPT_UNITS).trimEnd() ??
    '';

  return `${lead.trimStart()}‹›${tail}`;
}

const foldWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\p{Nd}+|\s+/gu, (run) => (run.trim() === '' ? ' ' : '0'));
