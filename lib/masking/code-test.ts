import { hashWord } from '../core/word-hash.ts';
import { looksLikeProviderCode } from '../detect/code-form.ts';
import { mayHaveWord, NUMBER_LIMIT, type PrefilterData, unpackNumbers } from '../detect/prefilter-pack.ts';

/** Returns true for a code of the catalogue: a number, or a word in capitals such as `MISSING_TOKEN`. */
export type CodeTest = (code: string) => boolean;

const SYMBOL = /^[A-Z][A-Z\d_-]{3,60}$/;

export function createCodeTest({ numbers, words }: Pick<PrefilterData, 'numbers' | 'words'>): CodeTest {
  const listed = unpackNumbers(numbers);
  return (code) => {
    if (!/^\d+$/.test(code)) return SYMBOL.test(code) && mayHaveWord(words, hashWord(code));
    return code.length < String(NUMBER_LIMIT).length
      ? !/^0(?:[1-9]|0\d{3})/.test(code) && listed[Number(code)] === 1
      : looksLikeProviderCode(code);
  };
}
