import { isAsciiLetter, isDigit } from '../../core/letters.ts';

/** Splits a text into hashes of lower-case words, without allocating strings. */
export function hashWords(text: string): {
  hashes: number[];
  starts: number[];
  ends: number[];
} {
  const hashes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let hash = 0;
  let start = -1;

  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : SPACE;

    if (isWordUnit(unit)) {
      if (start < 0) start = at;
      hash = (Math.imul(hash, 31) + toLowerUnit(unit)) | 0;
    } else if (start >= 0 && !isApostrophe(unit)) {
      hashes.push(hash);
      starts.push(start);
      ends.push(at);
      hash = 0;
      start = -1;
    }
  }

  return { hashes, starts, ends };
}

const SPACE = 0x20;

/** Returns true for letters and digits of any script, without the signs from U+2000 to U+2FFF. */
const isWordUnit = (unit: number): boolean =>
  isAsciiLetter(unit) ||
  isDigit(unit) ||
  (unit >= 0xc0 && unit < 0x2000) ||
  unit > 0x2fff;

const toLowerUnit = (unit: number): number =>
  unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit;

const isApostrophe = (unit: number): boolean =>
  unit === 0x27 || unit === 0x2019;

/** Hashes some words in a row, with their number. */
export function hashSpan(
  hashes: readonly number[],
  at: number,
  span: number,
): number {
  let hash = span;
  for (let word = at; word < at + span; word++)
    hash = (Math.imul(hash, 1_000_003) ^ (hashes[word] ?? 0)) | 0;
  return hash;
}
