import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** Infobip puts the group of an outcome beside its number. */
const GROUP = /group_?(?:id|name)\b/i;

/** `"status": { "groupId": 5, "groupName": "REJECTED", "id": 12 }`: the number of an outcome, on Infobip's console. */
export const rule: Rule = {
  id: 'status-id',
  family: 'payload',
  weight: 6.4,
  needs: ['number', 'keyed', 'console'],
  find({ code, key, owner, structural, right, meanings, reading, start }) {
    const named =
      key === 'id' ? /^(?:status|error)$/.test(owner ?? '') : /^(?:status|error)_?id$/i.test(key ?? '');
    if (!structural || !named || code === '0') return null;
    if (!areOf(meanings, 'infobip')) return null;
    if (reading.console?.provider !== 'infobip') return null;
    return GROUP.exec(reading.before(start, 240))?.[0] ?? GROUP.exec(right)?.[0] ?? null;
  },
};

export const examples: Examples = {
  host: 'portal.infobip.com',
  yes: [
    '"status": { "groupId": 5, "groupName": "REJECTED", "id": ‹12› }',
    'error: { id: ‹7009›, groupId: 1 }',
    '"status":{"id":‹12›,"groupName":"REJECTED"}',
    'groupId: 5\nname: X\nstatusId: ‹12›',
  ],
  no: ['"user": { "groupId": 5, "id": 12 }', '"status": { "id": 12 }', '"status":{"groupId":12,"id":"x"}'],
};
