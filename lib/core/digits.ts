/** Code points of the digit zero in scripts whose pages use their own digits, in order. All are in the BMP. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66,
  0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0xff10,
];
export const FOREIGN_DIGIT = `[${ZEROS.map((zero) => String.fromCharCode(zero, 0x2d, zero + 9)).join('')}]`;
const FOREIGN_DIGITS = /* @__PURE__ */ new RegExp(FOREIGN_DIGIT, 'g');

/** Matches a number that is split by a character without width; see `escapes.ts`. */
export const SPLIT_NUMBER = '\\d[\\u200b\\xad\\u2060\\ufeff]+\\d';

/** Converts the digits of every script to ASCII. Each digit is one UTF-16 unit, so offsets don't change. */
export function toAsciiDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => {
    const unit = digit.charCodeAt(0);
    return String(unit - (ZEROS.findLast((zero) => zero <= unit) ?? 0));
  });
}

const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** Converts digits and spaces to ASCII. Offsets don't change. */
export const toAsciiText = (text: string): string =>
  toAsciiDigits(text).replace(BLANKS, ' ');
