import { countsErrors } from '../counted-errors.ts';
import type { Examples, Rule } from '../rule.ts';

const BADGE = /^[^\p{L}\p{N}]*\p{Lu}\p{L}+(?:\s\p{L}+)?\s\(\)\s?(?:$|[\n·•|])/u;

const OTHER_CALL =
  /(?:sleep|wait|delay|timeout|listen|port|seed|range|limit|skip|take|repeat|round|rand\w{0,8}|color|size|at|get|nth|chr)\($/i;

/** Set apart by brackets, bold or code marks, as a writer does with a code. */
export const rule: Rule = {
  id: 'aside',
  family: 'payload',
  weight: 1.2,
  needs: ['long', 'marked', 'right'],
  find(scene) {
    const { left, lineLeft, right, code, structural, form } = scene;
    // A number in brackets alone is a badge.
    if (
      (/[([]$/.test(left) && !/\p{L}/u.test(lineLeft) && !/^[)\]][^\n]{0,20}\p{L}/u.test(right)) ||
      (structural && !/→\s?`$/.test(left)) ||
      form === 'word' ||
      code.length < 5
    )
      return null;
    // `Inbox (131047)`: a badge, too.
    if (countsErrors(scene) || BADGE.test(lineLeft + right.slice(0, 4))) return null;
    // `worker[131047]`, `sleep(131047)`, `cm.gainItem(131047, 1)`
    if (/[\w)]\[$/.test(left) || OTHER_CALL.test(left) || (/\w\.\w+\($/.test(left) && /^,\s?\d/.test(right)))
      return null;
    const before = /([([`]|\*\*)$/.exec(left)?.[1];
    return before && /^(?:[)\]`;,:]|\*\*|[–-]\d{6}[)\]])/.test(right) ? before : null;
  },
};

export const examples: Examples = {
  yes: ['not on WhatsApp (‹131026›)', 'comes back as **‹131047›**, for good', '[‹131047›] too late'],
  no: [
    '131047',
    'Failed messages (131047)',
    'Inbox (131047)',
    'worker[131047] up',
    '(131047 rows)',
    'f(131047 + 1)',
    'sleep(131047);',
    'cm.gainItem(131047, 1)',
  ],
};
