import type { Examples, Rule } from '../rule.ts';
import { REACH } from '../topics.ts';

/**
 * A number of six digits that a list has, where one speaks of templates, webhooks or the 24-hour window. Where WhatsApp is named that says
 * as much, and both together must not outweigh a count.
 */
export const rule: Rule = {
  id: 'in-trade',
  family: 'topic',
  weight: 2.4,
  needs: ['number', 'long'],
  find({ form, structural, reading, start }) {
    if (form !== 'six-digits' || structural || reading.topicNear('whatsapp', start)) return null;
    return reading.topicNear('trade', start, REACH.trade);
  },
};

export const examples: Examples = {
  yes: [
    '‹131047›: only a template gets through',
    'depois de 24h volta ‹131047›',
    'bekommen wir bei jeder Vorlage ‹133010› zurück',
  ],
  no: ['131047', 'retryable (80007)', 'template 470', '"meta_template_id":"131026"'],
};
