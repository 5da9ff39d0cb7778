import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { COUNTED, COUNTS } from '../words/other.ts';
import { cue, wordless } from '../words/pattern.ts';
import { FAILED, REASON } from '../words/reason.ts';
import { rule as titleBeside } from './title-beside.ts';

/** A line of words, and the number by itself in the line below it. */
const ABOVE = /(?:^|\n)[^\S\n]*([^\n\d]{3,48})\n\s{0,8}$/u;
const COUNT = cue([...COUNTED, ...COUNTS], { before: wordless(3), after: wordless(3) });
const TWO = cue(COUNTED, { before: wordless(3), after: /^\s\p{L}+[^\p{L}\p{N}]{0,3}$/u });
const FAILURE = cue(FAILED, { before: wordless(3), after: wordless(3) });
const OF_ERROR = cue([...ERROR, ...ERROR_CODE, ...REASON]);

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
    if (label === undefined || OF_ERROR.in(label)) return null;
    // The state of one message, or a code with its title below it.
    if ((code.length >= 5 && FAILURE.in(label)) || titleBeside.find(scene) !== null) return null;
    return COUNT.in(label) || TWO.in(label) ? label : null;
  },
};

export const examples: Examples = {
  yes: [
    'Messages sent\n‹131047›\nMessages read\n‹130429›',
    'Delivered\n‹1013›',
    'Contacts reached\n‹131026›\n',
  ],
  no: ['Error code\n131047', 'Failed messages: reason\n131047', 'Messages sent 131047', 'Outcome\n131047'],
};
