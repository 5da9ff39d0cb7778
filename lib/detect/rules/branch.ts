import type { Examples, Rule } from '../rule.ts';

/** `case 131047:`, `131047, // more than 24 hours`, `"131026" in state["send_error"]`: code that deals with codes. */
export const rule: Rule = {
  id: 'branch',
  family: 'place',
  weight: 2.6,
  needs: ['number', 'long', 'left'],
  find({ lineLeft, lineRight, code, kind, compared }) {
    if (kind !== 'number' || code.length < 5) return null;
    if (compared) return 'comparison';
    if (/(?:\bcase|\bwhen)\s+["'`]?$/.test(lineLeft) && /^["'`]?\s*(?::|,|\bthen\b|=>)/.test(lineRight))
      return 'case';
    if (
      /\b(?:includes|contains|has|test|match|matches|indexOf|startsWith|Equal|Equals|toBe|is)\b\s?\((?:[\w.?]{1,40},\s)?["'`/]?$/i.test(
        lineLeft,
      )
    )
      return 'comparison';
    // `/not in allowed list|131030|blocked/i.test(text)`
    if (/[|(/]$/.test(lineLeft) && /^[|)][^\n/]{0,110}\/[a-z]{0,3}(?:\.\w|[,)\s}])/.test(lineRight))
      return 'pattern';
    // A list with one code in each line, and what it means in a comment.
    if (/^\s*["'`]?$/.test(lineLeft) && /^["'`]?,?\s*(?:\/\/|#|--|\/\*)\s*\p{L}/u.test(lineRight))
      return 'comment';
    return /["'`/]$/.test(lineLeft) && /^["'`/](?:\.test\(|\s(?:not )?in\s)/.test(lineRight)
      ? 'comparison'
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '/blocked|not in allowed list|‹131030›|unsupported/i.test(message)',
    '    ‹131047›, // more than 24 hours',
    '    case ‹131047›:',
    'text.includes("‹131047›")',
    'assert.match(status.summary, /‹131026›/);',
    'assert "‹131026›" in state["send_error"]',
  ],
  no: ['case 190:', '131047 in all', 'in 2026: 131047 cases', 'the session has expired'],
};
