import type { Examples, Rule } from '../rule.ts';

const HEAD = /(?:^|[:：])[\s"'`]*[(（][#＃]$/;
const HEAD_OF_VALUE = /[:：][\s"'`]*[(（][#＃]$/;

/** `(#131047) Re-engagement message`: how Graph prints a code in front of its message. A pull request has no words behind it. */
export const rule: Rule = {
  id: 'parenthesised',
  family: 'place',
  weight: 6.5,
  needs: ['hash', 'right'],
  find({ left, lineLeft, right, code, form }) {
    if (!/[(（][#＃]$/.test(left) || !/^[)）]/.test(right)) return null;
    // `View/Reply Online (#132068): https://…`: a message of a list.
    if (/^[)）]:\s?https?:/.test(right)) return null;
    // `(#200) / error 133005`, `(#10) or HTTP 403`: one of two that may come.
    if (/^[)）]\s(?:\/|or|ou|oder|или)\s(?:HTTP|err|\(#|код|code|c[oó]d)/i.test(right)) return `(#${code})`;
    // A number that nobody has is Graph's only with its message.
    if (code.length >= 5 && form !== 'unknown') return `(#${code})`;
    // `TODO(#100)`
    if (/\p{L}[(（][#＃]$/u.test(left)) return null;
    // At the head of a line or behind a colon no pull request stands; a point of a list may: `(#2) second step`.
    const head = code.length < 3 ? HEAD_OF_VALUE : HEAD;
    const first = head.test(lineLeft) && /^[)）]\s\p{L}{3}/u.test(right);
    return first || /^[)）]["'`*]{0,2}[^\S\n]{1,2}["'`*]{0,2}\p{Lu}/u.test(right)
      ? `(#${code})${right.slice(1, 20)}`
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '(#‹131047›) Re-engagement message',
    'Failed: (#‹100›) Invalid parameter',
    '{"message":"(#‹4›) API Too Many Calls"}',
    'comes back as (#‹200›) / error 133005',
    '{"message":"(#‹10›) share field is deprecated"}',
  ],
  no: [
    'Ticket (#131047b)',
    'Bump the logger (#190) (2023-11-17)',
    '(131047 rows)',
    '(#4) fourth step',
    'A single list of models (#190).',
    'TODO(#100) Move this',
    'View/Reply Online (#132068): https://lists.example/g/x',
  ],
};
