import { isOfFigure } from '../count-label.ts';
import type { Examples, Rule } from '../rule.ts';

const FIGURE = /^\d{3,7}$/;
const LABEL = /^\D{3,48}$/u;

/** `131047` in one element and `Messages delivered` in the next: a tile of a dashboard that names its figure below it. */
export const rule: Rule = {
  id: 'label-below',
  family: 'against',
  weight: -8,
  needs: ['number', 'head'],
  find({ left, right, code, reading }) {
    // Alone in its element; what stands around it is told apart from it.
    if (!FIGURE.test(code) || left.trim() !== '' || right.trim() !== '') return null;
    const lines = (reading.nearby()?.text ?? '').split('\n').map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    return (
      filled.find((line, at) => filled[at - 1] === code && LABEL.test(line) && isOfFigure(line, code)) ?? null
    );
  },
};

export const examples: Examples = {
  nearby:
    '131026\nMessages delivered\n1005\nConversations\n131047\nRe-engagement message\n63016\nMessage reasons',
  yes: ['‹131026›', '‹1005›', ' ‹131026› '],
  no: ['131047', 'Error 131026', '131026 failed', '63016'],
};
