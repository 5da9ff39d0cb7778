import { looksOwn } from '../detect/form.ts';
import { hasNumber, NUMBERS } from '../detect/prefilter-pack.ts';

/** @param numbers The codes of up to five digits, packed. */
export const createCodeTest =
  (numbers: string) =>
  (digits: string): boolean =>
    digits.length < String(NUMBERS).length
      ? !/^0(?:[1-9]|0\d{3})/.test(digits) && hasNumber(numbers, Number(digits))
      : looksOwn(digits);
