import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { cue } from '../words/pattern.ts';
import { FAILED, REASON } from '../words/reason.ts';

const LEADS = /^[^\p{L}\p{N}]{0,3}#$/u;
/** A subject or who has it; no name that speaks. */
const SUBJECT = /^\s{1,4}(?!(?:Meta|Whats|Graph|Twilio|Cloud)\p{L}*)\p{Lu}\p{Ll}+\s/u;
const OF_ERROR = cue([...ERROR, ...ERROR_CODE, ...REASON]);

/** `Fallidos (12)` above the first of such lines. */
const UNDER = /(?:^|\n)([^\n#]{2,40})\n(?:[^\p{L}\p{N}\n]{0,3}#\d[^\n]*\n){0,8}[^\p{L}\p{N}\n]{0,3}#$/u;
const OF_FAILED = cue(FAILED);
const isFailed = ({ left }: Scene) => OF_FAILED.in(UNDER.exec(left)?.[1] ?? '') !== null;

const isTold = (scene: Scene) =>
  scene.meanings.some((meaning) => matchTitle(meaning, scene).near >= (scene.reading.console ? 1 : 0.66));

/** `#131026 Assigned to Fatima`: a line of an inbox. */
export const rule: Rule = {
  id: 'ticket-lead',
  family: 'against',
  weight: -5,
  needs: ['number', 'hash', 'right'],
  find(scene) {
    const { lineLeft, lineRight } = scene;
    if (!LEADS.test(lineLeft) || !SUBJECT.test(lineRight)) return null;
    return OF_ERROR.in(lineRight) || isTold(scene) || isFailed(scene) ? null : 'subject';
  },
};

export const examples: Examples = {
  yes: [
    '#‹131026› Assigned to Fatima · Inbox: WhatsApp Support',
    '#‹131047›  Refund for order 77   WhatsApp   open',
    '- #‹1026› Payment question of a customer',
  ],
  no: [
    '#131047 Re-engagement message',
    '#131026 came back',
    '#131047 Meta holds it back',
    'see #131047 Then wait',
    'Fallidos (12)\n#131050 El usuario no quiere – 9',
  ],
};
