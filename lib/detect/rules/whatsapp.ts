import type { Examples, Rule } from '../rule.ts';

/** WhatsApp, Meta or a word of their payloads within reach. */
export const rule: Rule = {
  id: 'whatsapp',
  family: 'topic',
  weight: 2.4,
  find({ reading, start }) {
    return reading.topicNear('whatsapp', start);
  },
};

export const examples: Examples = {
  yes: ['Meta says ‹131047›', '‹131047› from WhatsApp', '"type":"OAuthException","code":‹190›'],
  no: ['la meta: 131047', '131047', 'metadata 131047'],
};
