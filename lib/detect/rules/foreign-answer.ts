import { tellsOfUs } from '../ours.ts';
import type { Examples, Rule } from '../rule.ts';

/** What stands behind the code in answers of platforms that are none of a sender's. */
const MSG = /^\\?["']?\s{0,3},\s{0,20}\\?["'](?:err)?msg\\?["']\s?:/i;
/** Or in front of it. */
const MSG_BEFORE =
  /\\?["'](?:err)?msg\\?["']\s?:\s?\\?(?:"[^"\n]{1,60}"|'[^'\n]{1,60}'),\s{0,12}\\?["']code\\?["']\s?:\s?\\?["']?$/i;

/** `{"code":131006,"msg":"permission denied"}`: neither Meta nor a provider of messages answers so. */
export const rule: Rule = {
  id: 'foreign-answer',
  family: 'against',
  weight: -4.4,
  needs: ['number', 'named', 'right'],
  find(scene) {
    const { key, structural, left, right, reading } = scene;
    if (!key || !structural) return null;
    const msg = MSG.exec(right)?.[0] ?? MSG_BEFORE.exec(left)?.[0];
    if (msg === undefined || reading.console || reading.context.provider) return null;
    return tellsOfUs(scene) ? null : msg;
  },
};

export const examples: Examples = {
  yes: [
    '{"code":‹131006›,"msg":"permission denied"}',
    "{'code': ‹131026›, 'msg': 'x'}",
    '{"code":"‹1005›","errmsg":"x"}',
    'want = {"msg": "The item field is required.", "code": ‹132001›}',
  ],
  no: [
    '{"code":131006,"message":"x"}',
    'WhatsApp {"code":131006,"msg":"x"}',
    '{"msg":"x","error_code":131006}',
    'code 131006, msg',
  ],
};
