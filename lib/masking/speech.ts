import { ABOUT_ERROR } from './field-traits.ts';
import type { CodeTest, Known, WordTest } from './known.ts';
import { FORMS } from './value-forms.ts';

/** Letters of scripts without spaces. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu;

/** Counts words. In a script without spaces, two letters are one. */
export const countWords = (value: string): number =>
  value.trim().split(/\s+/).length + (value.match(UNSPACED)?.length ?? 0) / 2;

/** Returns true for words that a person said: not about an error, and without a code. */
export const isSaid = (text: string, { isCode, isKnown }: Known): boolean =>
  !FORMS.codeSign.test(text) &&
  SEVERAL_WORDS.test(text) &&
  !ABOUT_ERROR.test(text) &&
  !mentionsCode(text, isCode) &&
  !isImpersonal(text, isKnown);

const SEVERAL_WORDS =
  /\p{L}\p{M}*\s+\p{L}|[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]{4}/u;
const MIN_IMPERSONAL_WORDS = 5;
/** Only people say these. */
const PERSONAL =
  /(?<!\p{L})(?:I|me|my|mine|we|us|our|you|your|please|thanks?)(?!\p{L})|\?/iu;

/** Returns true for a text of a program: all its words are in the catalogue, and nobody speaks. */
export function isImpersonal(text: string, isKnown: WordTest): boolean {
  if (PERSONAL.test(text)) return false;

  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];

  return words.length >= MIN_IMPERSONAL_WORDS && words.every(isKnown);
}

export const mentionsCode = (value: string, isCode: CodeTest): boolean =>
  FORMS.graphCode.test(value) ||
  (/\p{L}/u.test(value) && findNumbers(value).some(isCode));

/** Returns the numbers of a text that have blanks or signs around them and may be codes. */
export const findNumbers = (text: string): string[] =>
  Array.from(text.matchAll(FORMS.codeInText), ([digits]) => digits);
