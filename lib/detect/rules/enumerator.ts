import type { Examples, Rule } from '../rule.ts';
import { rule as titleBeside } from './title-beside.ts';

const HEADING = /^\s*#{1,6}\s(?:error|issue|problem|erro|fehler|erreur|problema)\s$/i;

/** `3. Check the token`: a point of a list, whatever the line above it says of errors. */
export const rule: Rule = {
  id: 'enumerator',
  family: 'against',
  weight: -7,
  needs: ['number', 'right'],
  find(scene) {
    const { code, lineLeft, right } = scene;
    // The head of a paragraph: `### Error #2: …`
    if (code.length === 1 && /^\s*#{1,6}\s[^\n]{1,40}\s#$/.test(lineLeft) && /^\s?[:–—-]/.test(right))
      return '#';
    // `### Error 2: …`, unless that is what the code of this number is called.
    if (
      code.length === 1 &&
      HEADING.test(lineLeft) &&
      /^\s?[:–—-]\s/.test(right) &&
      titleBeside.find(scene) === null
    )
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
    '### Error ‹4›: Failed to publish',
  ],
  no: [
    'error 4. Try again',
    '### Error 4: API Too Many Calls',
    '| Error code | 4 |',
    '(#4) Application request limit reached',
  ],
};
