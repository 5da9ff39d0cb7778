import type { Examples, Rule } from '../rule.ts';
import { flatLast } from '../words/keys.ts';

const TEMPLATE = /message_template_(?:status_update|id)\b/;
const DECISION = /phone_number_name_update|requested_verified_name|account_review_update/;
const REACH = 160;

/** `"event": "DISABLED", "message_template_id": …`, `"decision": "REJECTED"` of a display name: what Meta's webhook says came of it, or of an account. */
export const rule: Rule = {
  id: 'template-event',
  family: 'place',
  weight: 7,
  needs: ['symbol', 'keyed'],
  find({ kind, key, structural, meanings, reading, start, right }) {
    if (kind !== 'symbol' || !key || !structural || meanings.every(({ success }) => success)) return null;
    const name = flatLast(key);
    const told = name === 'event' ? TEMPLATE : name === 'decision' ? DECISION : null;
    return told?.exec(`${reading.before(start, REACH)}\n${right}`)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '{"field":"message_template_status_update","value":{"event":"‹REJECTED›",',
    '"event": "‹REJECTED›", "message_template_id": 594425479261596',
    '"decision":"‹REJECTED›","requested_verified_name":"Shop"',
    '{"value":{"decision":"‹REJECTED›"},"field":"account_review_update"}',
  ],
  no: [
    '"event": "REJECTED", "player_id": 594425479261596',
    '"status": "REJECTED", "message_template_id": 594425479261596',
    '"decision": "REJECTED", "loan_id": 594425479261596',
    '"event": "APPROVED", "message_template_id": 594425479261596',
  ],
};
