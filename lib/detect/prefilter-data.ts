import type { CodeIndex } from './code-index.ts';
import { looksOwn } from './form.ts';
import { NUMBERS, type PrefilterData, packNumbers, packWords } from './prefilter-pack.ts';
import { hashOf } from './word-hash.ts';

const EVERYDAY = /^[a-z]+$/;

export function prefilterData(index: CodeIndex): PrefilterData {
  const numbers = Array.from({ length: NUMBERS }, (_, value) => value).filter(
    (value) =>
      looksOwn(String(value)) ||
      index.meaningsOf(String(value)).length + index.meaningsOf(`-${value}`).length > 0,
  );
  const words = new Set(index.symbols.map((symbol) => symbol.split(' ', 1)[0] ?? ''));
  const states = index.symbols.filter(
    (symbol) =>
      EVERYDAY.test(symbol) &&
      index.meaningsOf(symbol).every(({ state, api }) => state && api === 'management'),
  );
  return {
    numbers: packNumbers(numbers),
    words: packWords([...words].map(hashOf)),
    states: ` ${states.join(' ')} `,
  };
}
