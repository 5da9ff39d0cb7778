import type { Examples, Rule } from '../rule.ts';

/** `` `graph refused: <text> (#10)` ``: what a program prints of Graph's answer. */
const ANSWER = /`[^`\n]{0,60}\b(?:graph|meta)\b[^`\n]{1,60}\s\(#$/i;

/** `behind "(#10)" people suspect their own role`: quoted as Graph prints it, without the message. Nobody quotes a pull request. */
export const rule: Rule = {
  id: 'quoted-mark',
  family: 'place',
  weight: 5.2,
  needs: ['number', 'hash', 'right'],
  find({ left, right, code }) {
    if (code.length >= 5 || !/^\)["'`”»」]/.test(right)) return null;
    if (ANSWER.test(left) && right.startsWith(')`')) return '(#';
    return /["'`“«「]\(#$/.exec(left)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'behind "(#‹10›)" people suspect',
    'what does `(#‹200›)` mean?',
    'a message with “(#‹190›)” in it',
    '`graph refused: <text> (#‹10›)` right after',
  ],
  no: ['Bump the logger (#190)', '"fix: token (#190)"', '"(#190"', "'#190'"],
};
