import type { Entry } from '../../data/schema.ts';

/** Whose turn it is, as people are told: of what is nobody's, data and scripts do not tell apart what only takes time. */
export const SHOWN_TURNS = ['you', 'recipient', 'wait', 'meta', 'provider', 'nobody'] as const;
export type ShownTurn = (typeof SHOWN_TURNS)[number];

export function shownTurn({ verdict: { turn, retry } }: Pick<Entry, 'verdict'>): ShownTurn {
  return turn === 'nobody' && (retry === 'later' || retry === 'backoff') ? 'wait' : turn;
}

/** What a reader sees of a verdict at a glance: a hue, a shape and a line. */
export const MARKS = ['you', 'recipient', 'wait', 'provider', 'nobody'] as const;
export type Mark = (typeof MARKS)[number];

/** The mark of an entry: the sign for the words that name its turn. */
export function markOf(entry: Pick<Entry, 'verdict'>): Mark {
  const turn = shownTurn(entry);
  return turn === 'meta' ? 'provider' : turn;
}
