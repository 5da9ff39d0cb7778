import type { Examples, Rule } from '../rule.ts';
import { toldIn } from '../told-in.ts';

/** From the number to the words of its entry: `190: 'The token…`, `190 => 'The token…` */
const ENTRY = /^["'`]?\s?(?::|=>|->)\s{0,12}(?:_\(|t\()?["'`]([^"'`\n]{4,90})/;

/** `190: 'The token has gone'`: the entry of a small code says what that code means. */
export const rule: Rule = {
  id: 'told-entry',
  family: 'wording',
  weight: 3.4,
  needs: ['number', 'head', 'tellable', 'right'],
  find({ code, right, lineLeft }) {
    if (code.length < 3 || !/^\s*[{([]?\s?["'`]?$/.test(lineLeft)) return null;
    const entry = ENTRY.exec(right)?.[1];
    return entry === undefined ? null : toldIn(code, entry);
  },
};

export const examples: Examples = {
  yes: [
    "  ‹190›: 'Token sudah habis, buat yang baru',",
    "  '‹100›' => 'A field is missing or wrong',",
    '"‹200›" -> "no permission for this"',
  ],
  no: [
    "  200: 'OK',",
    "  190: 'Main Street',",
    "  100: 'all fields'",
    "user 190: 'token'",
    "  102: 'no token'",
  ],
};
