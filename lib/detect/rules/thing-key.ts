import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { flatLast } from '../words/keys.ts';
import { NUMBERED } from '../words/other.ts';
import { cue, wordless } from '../words/pattern.ts';
import { FAILED } from '../words/reason.ts';
import { rule as namesake } from './namesake.ts';

/** `campaign_id`, `orderNo`; Infobip's own `groupId` and `id` are codes. */
const ID =
  /[\p{L}\d](?:[_\s.-](?:id|no|nr|num|number|ref)|(?<=\p{Ll})(?:Id|ID|No|Nr|Number|Ref)|(?:n[uú]mero|nummer))s?$/u;
/** No `err` of `orderRef`. */
const OF_ERROR = /cod[ei]|cód|reason|status|state|group|event|(?<!ord)err|fail|fehl|hata|^id$/i;
const ERRORS = cue([...ERROR, ...ERROR_CODE, ...FAILED]);
const THING = cue(
  NUMBERED.filter(
    (word) =>
      !/^(?:id|ref|case|issue|section|sec|chunk|byte|offset|recipient|subscriber|contact|sync)$/.test(word),
  ),
  { before: wordless(2), after: wordless(2) },
);

/** `campaign_id=131047`, `"ticket": 131026`: the name says whose number it is, whatever else has it. */
export const rule: Rule = {
  id: 'thing-key',
  family: 'against',
  weight: -9,
  needs: ['number', 'keyed'],
  find(scene) {
    const { key, structural } = scene;
    if (!key || !structural) return null;
    const name = flatLast(key);
    if (OF_ERROR.test(name) || ERRORS.in(key) || namesake.find(scene) === key) return null;
    return ID.test(key) || THING.in(key) ? key : null;
  },
};

export const examples: Examples = {
  yes: [
    'campaign_id=‹131047› size=1000',
    '{"local":{"ticket":‹131026›}}',
    '{"pedido": ‹131026›, "canal": "whatsapp"}',
    'order_no: "‹131049›"',
    '"orderRef":"‹131031›","attempts":2',
  ],
  no: [
    '"error_id": 131047',
    '"statusId": 12',
    '{"id":12,"groupId":5}',
    '"code": 131047',
    'ticket 131047',
    'errno=131047',
  ],
};
