import { blankSpans, type Span } from '../core/spans.ts';
import { readQuoted } from '../structure/key-pairs.ts';
import { findLineEnd } from '../structure/lines.ts';
import { ABOUT_ERROR } from './field-traits.ts';
import {
  type CodeTest,
  isKnownText,
  type Known,
  type WordTest,
} from './known.ts';
import type { MaskedSpan } from './mask-text.ts';
import { FORMS } from './value-forms.ts';

/** Letters of scripts without spaces. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu;

/** Counts words. In a script without spaces, two letters are one. */
export const countWords = (value: string): number =>
  value.trim().split(/\s+/).length + (value.match(UNSPACED)?.length ?? 0) / 2;

/** Returns true for words that a person said: not about an error, and without a code. */
export const isSaid = (text: string, { isCode, isKnown }: Known): boolean =>
  isSpeech(text, isCode) && !isImpersonal(text, isKnown);

/** Returns true for words that stay private where a person says them. */
const isSpeech = (text: string, isCode: CodeTest): boolean =>
  !FORMS.codeSign.test(text) &&
  !STRUCTURED.test(text) &&
  SEVERAL_WORDS.test(text) &&
  !ABOUT_ERROR.test(text) &&
  !mentionsCode(text, isCode);

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
  /\p{L}/u.test(value) && findNumbers(value).some(isCode);

/** Returns the numbers of a text that have blanks or signs around them and may be codes. */
export const findNumbers = (text: string): string[] =>
  Array.from(text.matchAll(FORMS.codeInText), ([digits]) => digits);

/** Returns true for words behind the name of a person. */
const isSpokenBy = (said: string, { isCode, isKnown }: Known): boolean =>
  !STRUCTURED.test(said) &&
  isSpeech(said, isCode) &&
  !isKnownText(said, isKnown);

/** An object, an assignment, `TypeError: …`. */
const STRUCTURED = /^[\s"']*[[{<]|=|^\w*(?:Error|Exception):/;

/** Returns true for words that a person said, and that no program has. */
export const isUnneededSpeech = (said: string, known: Known): boolean =>
  !STRUCTURED.test(said) &&
  isSaid(said, known) &&
  !isKnownText(said, known.isKnown);

/** A code in brackets or behind a word, after what was said: ` (131047)`, ` | erro 131047`. */
const CODE_AFTER =
  /[\s(|,;/–—-]{1,4}(?:\p{L}{2,12}[ :]{1,2})?[([#]{0,2}(\d{3,7})[)\]]{0,2}\.?$/u;

/** Signs after which a remark of a program or of the writer follows: ` / 131026`, ` [131026]`. */
const MAX_SAID_CHARS = 600;
const REMARK = / [/|[(<>→]| -+> | {2,}|\t|;/u;

/**
 * Returns what somebody said, from its first word to the closing quote or the end of the line, or null if it is no speech.
 *
 * @param isSpoken True after a verb of saying, where two words are enough.
 */
export function readSaid(
  text: string,
  start: number,
  known: Known,
  isSpoken = false,
): Span | null {
  const quoted = readQuotation(text, start);
  const line = text.slice(
    start,
    Math.min(findLineEnd(text, start), start + MAX_SAID_CHARS),
  );
  const remark = line.search(REMARK);
  const said = quoted ?? (remark < 0 ? line : line.slice(0, remark));
  const own = dropCodeAfter(said, known);

  const isOwn =
    !STRUCTURED.test(own) &&
    countWords(own) >= (isSpoken ? MIN_SPOKEN_WORDS : MIN_SAID_WORDS) &&
    !isKnownText(own, known.isKnown) &&
    !findNumbers(own).some(
      (digits) => digits.length >= MIN_CODE_DIGITS && known.isCode(digits),
    );

  return isOwn ? { start, end: start + own.trimEnd().length } : null;
}

/** Two words may be a name. */
const MIN_SAID_WORDS = 3;
const MIN_SPOKEN_WORDS = 2;
/** Shorter numbers are often prices, houses and distances. */
const MIN_CODE_DIGITS = 5;

const CLOSING_MARKS: Readonly<Record<string, RegExp>> = {
  '"': /["\n]/,
  "'": /'(?!\p{L})|\n/u,
  '“': /[”"\n]/,
  '„': /[“”"\n]/,
  '«': /[»\n]/,
  '»': /[«\n]/,
  '「': /[」\n]/,
};

function readQuotation(text: string, start: number): string | null {
  const mark = CLOSING_MARKS[text.charAt(start - 1)];

  const length = mark
    ? text.slice(start, start + MAX_SAID_CHARS).search(mark)
    : -1;

  return length < 0 ? null : text.slice(start, start + length);
}

/** Returns what was said, without the code of an error after it. */
function dropCodeAfter(said: string, { isCode }: Known): string {
  const [tail = '', code = ''] = CODE_AFTER.exec(said) ?? [];

  return said.slice(0, said.length - (isCode(code) ? tail.length : 0));
}

/** Yields what follows a person and a colon in its line: `from +55…: Oi`, `Ana Souza wrote: Oi`. */
export function* findSpoken(
  text: string,
  found: readonly MaskedSpan[],
  known: Known,
): Generator<MaskedSpan> {
  // A part of a phone number may equal a code.
  const open = blankSpans(text, found);

  for (const { end, masked } of found) {
    FORMS.spoken.lastIndex = end;
    if (!SPEAKERS.has(masked) || !FORMS.spoken.test(text)) continue;

    const start = FORMS.spoken.lastIndex;

    const said = open.slice(
      start,
      readQuoted(text, start)?.close ?? findLineEnd(text, end),
    );

    const own = dropCodeAfter(said, known);

    if (isSpokenBy(own, known))
      yield { start, end: start + own.length, masked: 'text' };
  }
}

const SPEAKERS: ReadonlySet<string> = new Set(['phone', 'name', 'user']);
