import { isOfFigure } from '../count-label.ts';
import type { Examples, Rule } from '../rule.ts';
import { isBehindLabel } from '../windows.ts';

/** `Messages delivered` in one element and `131026` in the next: a tile of a dashboard, whatever a table near it tells. */
export const rule: Rule = {
  id: 'tile-label',
  family: 'against',
  weight: -8,
  needs: ['number', 'heading'],
  find({ label, lineLeft, lineRight, code, cell, start, reading }) {
    if (!label || cell || !isBehindLabel(start, reading)) return null;
    if (lineLeft.trim() !== label.trim() || lineRight.trim() !== '') return null;
    return isOfFigure(label, code) ? label : null;
  },
};

export const examples: Examples = {
  label: 'Messages delivered',
  nearby: 'Messages delivered\n131026\nMessage undeliverable',
  yes: ['‹131026›', '‹1005›', '‹131047› '],
  no: ['(#131026)', '131026: Message undeliverable', '131026 failed'],
};
