import type { Examples, Rule } from '../rule.ts';

/** `(#1833BA)|(#131047)`: beside one with letters. */
const BEFORE = /#(?=\d{0,5}[a-f])[\da-f]{6}["'`)\]]{0,2}\s?[|,;/]?\s?["'`([]{0,2}#$/i;
const AFTER = /^["'`)\]]{0,2}\s?[|,;/]?\s?["'`([]{0,2}#(?=\d{0,5}[a-f])[\da-f]{6}(?![\p{L}\p{N}])/iu;

/** `color:#132000;`, `bg-[#131026]`: a colour in hexadecimal, by chance all digits. */
export const rule: Rule = {
  id: 'colour',
  family: 'against',
  weight: -7,
  needs: ['long', 'hash'],
  find({ lineLeft, lineRight, right, code, left }) {
    if (code.length !== 6 || !lineLeft.endsWith('#')) return null;
    if (BEFORE.test(lineLeft) || AFTER.test(lineRight)) return `#${code}`;
    if (
      /[([]#$/.test(left) &&
      !/gradient\(#$|bg|text|border|fill|from|to|via|ring|shadow/.test(lineLeft.slice(-14))
    )
      return null;
    return /(?:colou?r|background|bg|fill|stroke|border|shadow|theme|accent|gradient|hex|rgb|style|css|palette|--[\w-]+)[^#\n]{0,30}#$/i.test(
      lineLeft,
    ) ||
      (/:\s?["']?#$/.test(lineLeft) && /^["']?\s?[;,}]/.test(right)) ||
      /gradient\((?:[^()\n]|\([^()\n]{0,30}\)){0,80}#$/i.test(lineLeft)
      ? `#${code}`
      : null;
  },
};

export const examples: Examples = {
  yes: [
    'color:#‹132000›;',
    '<a className="bg-[#‹131026›] p-2">',
    '--accent: #‹131047›',
    '(#1833BA)|(#‹131026›)|',
    '#‹131047›, #fa0c1e, #ffffff',
    'linear-gradient(90deg, #131026, #‹132012› 70%)',
  ],
  no: [
    'error #131047',
    '(#131047), (#132000)',
    '#131047, #decade20',
    '(#131047) Re-engagement message',
    'Meta #132000; `hello_world` takes none',
  ],
};
