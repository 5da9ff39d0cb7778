/** Code points of the digit zero in scripts whose pages print their own digits. All of them lie in the BMP. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x1040, 0x17e0, 0xff10,
];
/** The digits of those scripts, as a class of a pattern. */
export const FOREIGN_DIGIT = `[${ZEROS.map((zero) => String.fromCharCode(zero, 0x2d, zero + 9)).join('')}]`;
const FOREIGN_DIGITS = /* @__PURE__ */ new RegExp(FOREIGN_DIGIT, 'g');

/** The text with every script's digits as ASCII. One digit is one UTF-16 unit everywhere, so offsets stay. */
export function toAsciiDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => String(getDigitValue(digit.charCodeAt(0))));
}

const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

/** The text with its digits and its blanks as ASCII has them; offsets stay. */
export const toAsciiText = (text: string): string => toAsciiDigits(text).replace(BLANKS, ' ');

/** Value of a digit in any script; -1 for anything else. */
export function getDigitValue(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit < 0x0660 || (unit > 0x17e9 && unit < 0xff10)) return -1;
  for (const zero of ZEROS) {
    if (unit >= zero && unit <= zero + 9) return unit - zero;
  }
  return -1;
}
