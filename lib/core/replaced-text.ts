import { findFirstFrom } from './find-first-from.ts';

/** A text with some parts replaced, and the mapping to the original. All offsets are UTF-16 units. */
export interface ReplacedText {
  text: string;
  /** Maps a range, which may not be empty, to the original. A replaced part counts as a whole. */
  toOriginal(start: number, end: number): [start: number, end: number];
}

/** Replaces matches of a pattern with one group like `String.replace`. Returns null if that changes nothing. */
export function replaceMapped(
  original: string,
  pattern: RegExp,
  replace: (whole: string, group: string) => string,
): ReplacedText | null {
  const starts: number[] = [];
  const ends: number[] = [];
  /** How much longer the original is up to the end of each replaced part. */
  const longer: number[] = [];
  let more = 0;

  const text = original.replace(
    pattern,
    (whole: string, group: string, at: number) => {
      const replaced = replace(whole, group);
      if (replaced === whole) return whole;
      starts.push(at - more);
      ends.push(at - more + replaced.length);
      more += whole.length - replaced.length;
      longer.push(more);

      return replaced;
    },
  );

  if (ends.length === 0) return null;

  const shiftAt = (bounds: readonly number[], offset: number) =>
    longer[findFirstFrom(bounds, offset + 1) - 1] ?? 0;

  return {
    text,
    toOriginal: (start, end) => [
      start + shiftAt(ends, start),
      end + shiftAt(starts, end - 1),
    ],
  };
}
