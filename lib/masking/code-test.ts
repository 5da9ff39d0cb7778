import { looksLikeProviderCode } from '../detect/code-form.ts';
import { NUMBER_LIMIT, unpackNumbers } from '../detect/prefilter-pack.ts';

/** @param numbers The codes of up to five digits, packed. */
export function createCodeTest(numbers: string): (digits: string) => boolean {
  const listed = unpackNumbers(numbers);
  return (digits) =>
    digits.length < String(NUMBER_LIMIT).length
      ? !/^0(?:[1-9]|0\d{3})/.test(digits) && listed[Number(digits)] === 1
      : looksLikeProviderCode(digits);
}
