import type { Examples, Rule } from '../rule.ts';

/** `behind "(#10)" people suspect their own role`: quoted as Graph prints it, without the message. Nobody quotes a pull request. */
export const rule: Rule = {
  id: 'quoted-mark',
  family: 'place',
  weight: 5.2,
  needs: ['number', 'hash', 'right'],
  find({ left, right, code }) {
    if (code.length >= 5 || !/^\)["'`”»」]/.test(right)) return null;
    return /["'`“«「]\(#$/.exec(left)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: ['behind "(#‹10›)" people suspect', 'what does `(#‹200›)` mean?', 'a message with “(#‹190›)” in it'],
  no: ['Bump the logger (#190)', '"fix: token (#190)"', '"(#190"', "'#190'"],
};
