import type { CodeIndex } from './code-index.ts';
import { type FirstLookData, folded, hashOf, NUMBERS, pack } from './first-look-pack.ts';
import { looksOwn } from './form.ts';

export function firstLookData(index: CodeIndex): FirstLookData {
  const numbers = Array.from({ length: NUMBERS }, (_, value) => value).filter(
    (value) =>
      looksOwn(String(value)) ||
      index.meaningsOf(String(value)).length + index.meaningsOf(`-${value}`).length > 0,
  );
  const words = index.symbols.map((symbol) => folded(hashOf(symbol.split(' ', 1)[0] ?? '')));
  return { numbers: pack(numbers), words: pack([...new Set(words)].sort((a, b) => a - b)) };
}
