import type { Examples, Rule } from '../rule.ts';

/** How libraries print what they throw: `[HTTP 400] 21212 : Unable to …`, `ApiError 21211: …`. */
const THROWN = /(?:\[HTTP \d\d\d\]|\b(?:Api|Rest|Twilio|Graph|Cloud)(?:Api)?(?:Error|Exception))\s$/;

/** The number that a library prints in front of the message of what it throws. */
export const rule: Rule = {
  id: 'printed',
  family: 'place',
  weight: 4.2,
  needs: ['number', 'long', 'thrown', 'right'],
  find({ lineLeft, right, form }) {
    if (form === 'unknown' || !/^\s?[:–—-]\s/.test(right)) return null;
    return THROWN.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'RestError - [HTTP 400] ‹21610› : Unable to create record',
    'Status: 400 - ApiError ‹21610›: not subscribed',
    'GraphApiException ‹131047› - too late',
  ],
  no: ['[HTTP 400] 21610 rows', 'ApiError after 131047: no', 'HTTP 400 - 21610'],
};
