import type { Entry } from '../../data/schema.ts';

/** What a reader sees of a verdict at a glance: a hue, a shape and a line. */
export const MARKS = ['you', 'recipient', 'wait', 'provider', 'nobody'] as const;
export type Mark = (typeof MARKS)[number];

/** The mark of an entry: waiting goes before whose turn it is, since waiting is then all there is to do. */
export function markOf({ verdict: { turn, retry } }: Pick<Entry, 'verdict'>): Mark {
  if (retry === 'later' || retry === 'backoff') return 'wait';
  return turn === 'meta' ? 'provider' : turn;
}
