import type { Examples, Rule } from '../rule.ts';
import { FORMULA } from './formula.ts';

const STATE = /(?:^|[^\p{L}])(?:failed|undelivered|rejected|error)[\s|:*`"'(-]{1,4}$/iu;

/** `failed 470 Message failed to send because …`: the state of a message, and one of Meta's standing sentences behind its code, on a console. */
export const rule: Rule = {
  id: 'failed-formula',
  family: 'place',
  weight: 5,
  needs: ['number', 'console', 'right'],
  find({ code, lineLeft, right }) {
    if (code.length < 3 || !STATE.test(lineLeft)) return null;
    return FORMULA.exec(right)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  host: 'hub.360dialog.com',
  yes: [
    'failed ‹470› Message failed to send because a day had gone by',
    'Status: failed `‹470›` Message failed to send because of the window',
    'Undelivered: ‹131026› - Message failed to be delivered',
  ],
  no: [
    'failed 470 messages failed to send',
    'failed 12 Message failed to send because',
    'was failing: 470 Message failed to send because',
  ],
};
