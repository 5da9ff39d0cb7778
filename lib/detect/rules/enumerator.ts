import type { Examples, Rule } from '../rule.ts';

/** `3. Check the token`: a point of a list, whatever the line above it says of errors. */
export const rule: Rule = {
  id: 'enumerator',
  family: 'against',
  weight: -7,
  needs: ['number', 'right'],
  find({ code, lineLeft, right }) {
    // The head of a paragraph: `### Error #2: …`
    if (code.length === 1 && /^\s*#{1,6}\s[^\n]{1,40}\s#$/.test(lineLeft) && /^\s?[:–—-]/.test(right))
      return '#';
    if (code.length > 2 || !/(?:^|["'`>])[\s>*_#/-]{0,20}$/.test(lineLeft)) return null;
    return /^[.)]\s{1,3}["'`*_([]{0,3}\p{L}/u.exec(right)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Read the log for errors\n‹4›. Try again',
    "console.error('   ‹4›. The token is wrong')",
    '## ‹12›. Error codes',
    '### Error #‹4›: no permission',
  ],
  no: ['error 4. Try again', '| Error code | 4 |', '(#4) Application request limit reached'],
};
