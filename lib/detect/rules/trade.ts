import type { Examples, Rule } from '../rule.ts';
import { REACH } from '../topics.ts';

/** Templates, webhooks, the 24-hour window: the trade of those who send. */
export const rule: Rule = {
  id: 'trade',
  family: 'topic',
  weight: 1.6,
  find({ reading, start }) {
    return reading.topicNear('trade', start, REACH.trade);
  },
};

export const examples: Examples = {
  yes: ['‹131047›: only a template gets through', 'retryable (‹80007›)', 'depois de 24h volta ‹131047›'],
  no: ['131047', 'an order of 131047', 'contemplate 131047'],
};
