import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { cue } from '../words/pattern.ts';
import { REASON } from '../words/reason.ts';

const LEADS = /^[^\p{L}\p{N}]{0,3}#$/u;
/** A subject or who has it; no name that speaks. */
const SUBJECT = /^\s{1,4}(?!(?:Meta|Whats|Graph|Twilio|Cloud)\p{L}*)\p{Lu}\p{Ll}+\s/u;
const OF_ERROR = cue([...ERROR, ...ERROR_CODE, ...REASON]);

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
    return OF_ERROR.in(lineRight) || isTold(scene) ? null : 'subject';
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
  ],
};
