import type { Examples, Rule } from '../rule.ts';
import { rule as problemAddress } from './problem-address.ts';

/** `([2909344](https://github.com/x/y/commit/2909344f)`: the name of a change and its address. */
const CHANGE = /^\]\([^)\s]{0,90}\/(?:commits?|pull|issues|merge_requests)\//;

/** Inside a web address, or the name of a change that has one. Nothing is marked there. */
export const rule: Rule = {
  id: 'address',
  family: 'against',
  weight: -9,
  needs: ['left'],
  find(scene) {
    const { left, right } = scene;
    if (problemAddress.find(scene)) return null;
    return (
      (left.endsWith('[') ? CHANGE.exec(right)?.[0] : undefined) ??
      /(?:https?:\/\/|www\.|wamid\.)[^\s"'<>`|]{0,90}$/i.exec(left)?.[0] ??
      (/\/(?!\d+\/)[\w.-]{1,30}\/$/.exec(left)?.[0] || null)
    );
  },
};

export const examples: Examples = {
  yes: [
    'https://www.twilio.com/docs/errors/‹63018›',
    'see www.example.com/?code=‹131047›',
    '/docs/errors/‹63018›',
    '- a fix ([‹131047›](https://example.com/x/y/commit/131047f0))',
  ],
  no: [
    '131047 https://example.com',
    'error 131047',
    '470/131047',
    '"type":"https://developer.vonage.com/api-errors/messages#1420"',
  ],
};
