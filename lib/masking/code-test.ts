import { looksLikeProviderCode } from '../detect/code-form.ts';
import { hasNumber, NUMBER_LIMIT } from '../detect/prefilter-pack.ts';

/** @param numbers The codes of up to five digits, packed. */
export const createCodeTest =
  (numbers: string) =>
  (digits: string): boolean =>
    digits.length < String(NUMBER_LIMIT).length
      ? !/^0(?:[1-9]|0\d{3})/.test(digits) && hasNumber(numbers, Number(digits))
      : looksLikeProviderCode(digits);
