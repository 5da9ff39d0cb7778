import type { Examples, Rule } from '../rule.ts';

/** What stands behind the code in answers of platforms that are none of a sender's. */
const MSG = /^\\?["']?\s{0,3},\s{0,20}\\?["'](?:err)?msg\\?["']\s?:/i;

/** `{"code":131006,"msg":"permission denied"}`: neither Meta nor a provider of messages answers so. */
export const rule: Rule = {
  id: 'foreign-answer',
  family: 'against',
  weight: -4.4,
  needs: ['number', 'named', 'right'],
  find({ key, structural, right, reading, start }) {
    if (!key || !structural) return null;
    const msg = MSG.exec(right)?.[0];
    if (msg === undefined || reading.console || reading.context.provider) return null;
    return reading.topicNear('whatsapp', start) || reading.isNamed(null, start) ? null : msg;
  },
};

export const examples: Examples = {
  yes: [
    '{"code":‹131006›,"msg":"permission denied"}',
    "{'code': ‹131026›, 'msg': 'x'}",
    '{"code":"‹1005›","errmsg":"x"}',
  ],
  no: ['{"code":131006,"message":"x"}', 'WhatsApp {"code":131006,"msg":"x"}', 'code 131006, msg'],
};
