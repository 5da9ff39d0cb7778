import { isHttpStatus } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** A status in front of the word: `401 VALIDATION`, `| 401 | TOKEN |`. */
export const rule: Rule = {
  id: 'status-beside',
  family: 'place',
  weight: 6,
  needs: ['symbol', 'figure'],
  find({ kind, code, left }) {
    if (kind !== 'symbol' || !/^[A-Z]/.test(code)) return null;
    const status = /(?:^|\D)([45]\d\d)[\s|`"'/:*-]{1,8}$/.exec(left)?.[1];
    return status && isHttpStatus(status) ? status : null;
  },
};

export const examples: Examples = {
  yes: ['401 ‹VALIDATION›', '| 401 | `‹TOKEN›` |', '401 / ‹MISSING_TOKEN› / Request missing token.'],
  no: ['TOKEN 401', '14010 TOKEN', 'VALIDATION passed for 470'],
};
