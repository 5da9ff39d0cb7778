import { getOrInsert } from './get-or-insert.ts';

/** Index from codes, symbols and subcodes to meanings. A range such as `200-299` matches every number in it. */
export function createCodeMap<T>() {
  const exact = new Map<string, T[]>();
  const ranges: { from: number; to: number; meaning: T }[] = [];

  return {
    /** @param words Other keys of the same meaning: symbols, a subcode. */
    add(code: string, words: readonly string[], meaning: T): void {
      for (const word of [code, ...words])
        getOrInsert(exact, word, (): T[] => []).push(meaning);
      const range = parseCodeRange(code);
      if (range) ranges.push({ ...range, meaning });
    },
    /** Returns exact matches in insertion order, then the ranges that contain the number. */
    meaningsOf(code: string): readonly T[] {
      const found = exact.get(code) ?? [];

      if (ranges.length === 0 || !/^\d{1,7}$/.test(code)) return found;

      const number = Number(code);

      const within = ranges.filter(
        ({ from, to }) => number >= from && number <= to,
      );

      return within.length === 0
        ? found
        : [...found, ...within.map(({ meaning }) => meaning)];
    },
    /** Returns every key, but not the numbers inside a range. */
    words: () => exact.keys(),
  };
}

/** Parses `200-299` into its bounds. Returns null for a single code. */
export function parseCodeRange(
  code: string,
): { from: number; to: number } | null {
  const match = code.includes('-') ? /^(\d+)-(\d+)$/.exec(code) : null;
  return match ? { from: Number(match[1]), to: Number(match[2]) } : null;
}
