import type { Examples, Rule } from '../rule.ts';

/** `color:#132000;`, `bg-[#131026]`: a colour in hexadecimal, by chance all digits. */
export const rule: Rule = {
  id: 'colour',
  family: 'against',
  weight: -7,
  needs: ['long', 'hash'],
  find({ lineLeft, right, code, left }) {
    if (code.length !== 6 || !lineLeft.endsWith('#')) return null;
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
    'linear-gradient(90deg, #131026, #‹132012› 70%)',
  ],
  no: ['error #131047', '(#131047) Re-engagement message', 'Meta #132000; `hello_world` takes none'],
};
