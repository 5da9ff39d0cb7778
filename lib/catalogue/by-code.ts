import { getOrInsert } from '../detect/get-or-insert.ts';

/** Meanings filed under every word that stands for them. A range such as `200-299` stands for each number within it too. */
export interface ByCode<T> {
  /** @param words Further words of the same meaning: symbols, a subcode. */
  file(code: string, words: readonly string[], meaning: T): void;
  /** Those of exactly this word in the order of filing, then those of ranges that hold it. Empty where unknown. */
  meaningsOf(code: string): readonly T[];
  /** Every word that something is filed under. */
  words(): Iterable<string>;
}

export function createByCode<T>(): ByCode<T> {
  const exact = new Map<string, T[]>();
  const ranges: { from: number; to: number; meaning: T }[] = [];
  return {
    file(code, words, meaning) {
      for (const word of [code, ...words]) getOrInsert(exact, word, (): T[] => []).push(meaning);
      const range = rangeOf(code);
      if (range) ranges.push({ ...range, meaning });
    },
    meaningsOf(code) {
      const found = exact.get(code) ?? [];
      if (ranges.length === 0 || !/^\d{1,7}$/.test(code)) return found;
      const number = Number(code);
      const within = ranges.filter(({ from, to }) => number >= from && number <= to);
      return within.length === 0 ? found : [...found, ...within.map(({ meaning }) => meaning)];
    },
    words: () => exact.keys(),
  };
}

/** `200-299` as numbers; null for a single code. */
export function rangeOf(code: string): { from: number; to: number } | null {
  const match = code.includes('-') ? /^(\d+)-(\d+)$/.exec(code) : null;
  return match ? { from: Number(match[1]), to: Number(match[2]) } : null;
}
