import { hashWord } from '../core/word-hash.ts';
import { looksLikeProviderCode } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';
import { NUMBER_LIMIT, type PrefilterData, packNumbers, packWords } from './prefilter-pack.ts';

const EVERYDAY_WORD = /^[a-z]+$/;

export function createPrefilterData(index: CodeIndex): PrefilterData {
  const numbers = Array.from({ length: NUMBER_LIMIT }, (_, value) => value).filter(
    (value) =>
      looksLikeProviderCode(String(value)) ||
      index.meaningsOf(String(value)).length + index.meaningsOf(`-${value}`).length > 0,
  );
  const words = new Set(index.symbols.map((symbol) => symbol.split(' ', 1)[0] ?? ''));
  const states = index.symbols.filter(
    (symbol) =>
      EVERYDAY_WORD.test(symbol) &&
      index.meaningsOf(symbol).every(({ state, api }) => state && api === 'management'),
  );
  return {
    numbers: packNumbers(numbers),
    words: packWords([...words].map(hashWord)),
    states: ` ${states.join(' ')} `,
  };
}
