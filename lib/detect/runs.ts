import { addStem, SHORTEST, STEM, type StemPlaces } from './stems.ts';
import { isDigit } from './words/letters.ts';

/** No symbol is longer. */
export const LONGEST_WORD = 64;

/** `131_049`: digits and underscores. */
export function groupsEnd(text: string, from: number): number {
  let at = from;
  for (let unit = text.charCodeAt(at); isDigit(unit) || unit === 0x5f; unit = text.charCodeAt(at)) at++;
  return at;
}

const word = { end: 0, digit: -1 };

/** Where a word ends, hyphens and underscores included, and its first digit. Of a word too long to be a symbol only the digit counts. */
export function wordAt(text: string, start: number, stems: StemPlaces | null): typeof word {
  word.digit = -1;
  let at = start;
  let part = start;
  let stem = 0;
  for (; ; at++) {
    const unit = text.charCodeAt(at);
    const letter = (unit | 0x20) - 0x60;
    if (letter >= 1 && letter <= 26 && unit < 0x80) {
      if (at - part < STEM) stem = stem * 32 + letter;
      continue;
    }
    if (stems && at - part >= SHORTEST) addStem(stems, text, part, at, stem);
    part = at + 1;
    stem = 0;
    if (unit <= 0x39 && unit >= 0x30) {
      if (word.digit < 0) {
        word.digit = at;
        if (at - start > LONGEST_WORD) break;
      } else if (at - start > LONGEST_WORD) break;
    } else if (unit === 0x2d ? !isWordUnit(text.charCodeAt(at + 1)) : unit !== 0x5f) break;
  }
  word.end = at;
  return word;
}

export function isAsciiLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

export function isWordUnit(unit: number): boolean {
  return isAsciiLetter(unit) || isDigit(unit) || unit === 0x5f;
}
