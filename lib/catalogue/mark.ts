import type { Entry } from '../../data/schema.ts';

/** Who has to act, as shown to people. Data and scripts use `nobody` for both "nothing to do" and "wait". */
export const SHOWN_TURNS = ['you', 'recipient', 'wait', 'meta', 'provider', 'nobody'] as const;
export type ShownTurn = (typeof SHOWN_TURNS)[number];

export function shownTurn({ verdict: { turn, retry } }: Pick<Entry, 'verdict'>): ShownTurn {
  return turn === 'nobody' && (retry === 'later' || retry === 'backoff') ? 'wait' : turn;
}

/** The categories of a verdict. Each has its own hue, shape and line style. */
export const MARKS = ['you', 'recipient', 'wait', 'provider', 'nobody'] as const;
export type Mark = (typeof MARKS)[number];

/** Returns the category of an entry's verdict. Meta and other providers share one. */
export function markOf(entry: Pick<Entry, 'verdict'>): Mark {
  const turn = shownTurn(entry);
  return turn === 'meta' ? 'provider' : turn;
}
