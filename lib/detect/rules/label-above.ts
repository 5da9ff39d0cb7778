import { isCount, isOfErrors, isTwo } from '../count-label.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, wordless } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';
import { rule as titleBeside } from './title-beside.ts';

/** A line of words, and the number by itself in the line below it. */
const ABOVE = /(?:^|\n)[^\S\n]*([^\n\d]{3,48})\n\s{0,8}$/u;
const FAILURE = cue(FAILED, { before: wordless(3), after: wordless(3) });

/** `Messages sent`, and below it `131047`: a tile of a dashboard. */
export const rule: Rule = {
  id: 'label-above',
  family: 'against',
  weight: -8,
  needs: ['number', 'head'],
  find(scene) {
    const { left, lineLeft, lineRight, code } = scene;
    if (lineLeft.trim() !== '' || lineRight.trim() !== '') return null;
    const label = ABOVE.exec(left)?.[1];
    if (label === undefined || isOfErrors(label)) return null;
    // The state of one message.
    if (code.length >= 5 && FAILURE.in(label)) return null;
    // A code with its title below it.
    return isTwo(label) || (isCount(label) && titleBeside.find(scene) === null) ? label : null;
  },
};

export const examples: Examples = {
  yes: [
    'Messages sent\n‹131047›\nMessages read\n‹130429›',
    'Delivered\n‹1013›',
    'Contacts reached\n‹131026›\n',
    'Messages delivered\n‹131026›\nMessage undeliverable',
  ],
  no: ['Error code\n131047', 'Failed messages: reason\n131047', 'Messages sent 131047', 'Outcome\n131047'],
};
