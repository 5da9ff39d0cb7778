import type { Examples, Rule } from '../rule.ts';
import { flatLast, isCodeKey } from '../words/keys.ts';

/** A range of codes, as Graph's from 200 to 299 for missing permissions. */
const RANGE = /[\w.?]{1,24}\s?>=\s?\d{3}\s?&&\s?[\w.?]{1,24}\s?<=?\s?\d{3}(?!\d)/;
/** Joined to it. */
const BEHIND = new RegExp(`^\\s?(?:\\|\\||or)\\s?\\(?\\s?${RANGE.source}`);
const BEFORE = new RegExp(`${RANGE.source}\\s?\\)?\\s?(?:\\|\\||or)\\s?[\\w.?]{1,24}\\s?={2,3}\\s?$`);

/** `error.code === 10 || (error.code >= 200 && error.code <= 299)`: 10 is the other code of Graph for a missing permission. */
export const rule: Rule = {
  id: 'permission-range',
  family: 'place',
  weight: 5,
  needs: ['number', 'named'],
  find({ code, compared, key, right, lineLeft }) {
    if (code !== '10' || !compared || !isCodeKey(flatLast(key ?? ''))) return null;
    return BEHIND.test(right) || BEFORE.test(lineLeft) ? 'range' : null;
  },
};

export const examples: Examples = {
  yes: [
    'if (error.code === ‹10› || (error.code >= 200 && error.code <= 299)) {',
    'if (code == ‹10› || code >= 200 && code < 300) throw',
    'return (err.code >= 200 && err.code <= 299) || err.code === ‹10›',
  ],
  no: [
    'if (status >= 200 && status <= 299) {',
    'error.code === 10 || error.code === 4',
    'if (count === 10 || (status >= 200 && status < 300)) {',
  ],
};
