import { isLetter } from './words/letters.ts';

/** Letters of a word that count, so that `expired` meets `expires`. */
export const STEM = 5;
/** A shorter word has no stem. */
export const SHORTEST = 3;

/** Where words begin in a text, and their stems: their first five letters as a number, five bits a letter. */
export interface StemPlaces {
  at: number[];
  stems: number[];
}

/** The same, once all are known. */
export interface Stems {
  readonly at: ArrayLike<number>;
  readonly stems: ArrayLike<number>;
}

export const noStems = (): StemPlaces => ({ at: [], stems: [] });

/** Words that say nothing. */
const EMPTY = new Set<number>();

/**
 * Adds the stem of a run of ASCII letters. One that other letters touch is part of a word that has no stem here: the catalogue's
 * titles are English.
 */
export function addStem(
  { at, stems }: StemPlaces,
  text: string,
  start: number,
  end: number,
  stem: number,
): void {
  // A word with digits is read again from the first of them.
  if (start <= (at[at.length - 1] ?? -1)) return;
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if ((before >= 0x80 && isLetter(before)) || (after >= 0x80 && isLetter(after)) || EMPTY.has(stem)) return;
  at.push(start);
  stems.push(stem);
}

/** The stems of a text's words of three letters and more. */
export const stemsOf = (text: string): ReadonlySet<number> => new Set(stemPlaces(text).stems);

export function stemPlaces(text: string): StemPlaces {
  const places = noStems();
  let start = -1;
  let stem = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const letter = (unit | 0x20) - 0x60;
    if (letter >= 1 && letter <= 26 && unit < 0x80) {
      if (start < 0) start = at;
      if (at - start < STEM) stem = stem * 32 + letter;
    } else {
      if (start >= 0 && at - start >= SHORTEST) addStem(places, text, start, at, stem);
      start = -1;
      stem = 0;
    }
  }
  return places;
}

/** Number of the first place from an offset on. */
export function firstFrom(places: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

for (const stem of stemsOf(
  'the and for not was has with from this that are its been can your you see because',
))
  EMPTY.add(stem);
