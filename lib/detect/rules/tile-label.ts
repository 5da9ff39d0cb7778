import { isCount, isOfErrors, isTwo } from '../count-label.ts';
import { stateOfOne } from '../one-message.ts';
import type { Examples, Rule } from '../rule.ts';
import { isBehindLabel } from '../windows.ts';
import { cue, wordless } from '../words/pattern.ts';
import { FAILED, REJECTED } from '../words/reason.ts';

const FAILURE = cue([...FAILED, ...REJECTED], { before: wordless(24), after: wordless(24) });

/** `Messages delivered` in one element and `131026` in the next: a tile of a dashboard, whatever a table near it tells. */
export const rule: Rule = {
  id: 'tile-label',
  family: 'against',
  weight: -8,
  needs: ['number', 'heading'],
  find(scene) {
    const { label, lineLeft, lineRight, code, start, reading } = scene;
    if (!label || !isBehindLabel(start, reading) || scene.cell) return null;
    if (lineLeft.trim() !== label.trim() || lineRight.trim() !== '') return null;
    if (isOfErrors(label) || (code.length >= 5 && FAILURE.in(label)) || stateOfOne(scene)) return null;
    // `Contact` and the like may be the name of a thing, with a code beside it.
    return isTwo(label) || (code.length < 5 && isCount(label)) ? label : null;
  },
};

export const examples: Examples = {
  label: 'Messages delivered',
  nearby: 'Messages delivered\n131026\nMessage undeliverable',
  yes: ['‹131026›', '‹1005›', '‹131047› '],
  no: ['(#131026)', '131026: Message undeliverable', '131026 failed'],
};
