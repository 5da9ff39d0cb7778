import { isCount, isOfErrors, isTwo } from '../count-label.ts';
import type { Examples, Rule } from '../rule.ts';

/** A number by itself in its line, and the line below it. */
const BELOW = /(?:^|\n)\s*(\d{3,7})\s*\n\s*([^\n\d]{3,48})(?=\n|$)/gu;

/** `131047` in one element and `Messages delivered` in the next: a tile of a dashboard that names its figure below it. */
export const rule: Rule = {
  id: 'label-below',
  family: 'against',
  weight: -8,
  needs: ['number', 'head'],
  find({ left, right, code, reading }) {
    // Alone in its element; what stands around it is told apart from it.
    if (left.trim() !== '' || right.trim() !== '') return null;
    for (const [, number, label = ''] of (reading.nearby()?.text ?? '').matchAll(BELOW)) {
      if (number !== code || isOfErrors(label)) continue;
      if (isTwo(label) || (code.length < 5 && isCount(label))) return label;
    }
    return null;
  },
};

export const examples: Examples = {
  nearby:
    '131026\nMessages delivered\n1005\nConversations\n131047\nRe-engagement message\n63016\nMessage reasons',
  yes: ['‹131026›', '‹1005›', ' ‹131026› '],
  no: ['131047', 'Error 131026', '131026 failed', '63016'],
};
