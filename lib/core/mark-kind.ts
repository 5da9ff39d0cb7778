import type { Entry } from '../../data/schema.ts';

/** Who has to act, as shown to people. Data and scripts use `nobody` for both "nothing to do" and "wait". */
export const DISPLAYED_TURNS = [
  'you',
  'recipient',
  'wait',
  'meta',
  'provider',
  'nobody',
] as const;
export type DisplayedTurn = (typeof DISPLAYED_TURNS)[number];

export function getDisplayedTurn({
  verdict: { turn, retry },
}: Pick<Entry, 'verdict'>): DisplayedTurn {
  return turn === 'nobody' && (retry === 'later' || retry === 'backoff')
    ? 'wait'
    : turn;
}

/** The categories of a verdict. Each has its own hue, shape and line style. */
export const MARK_KINDS = [
  'you',
  'recipient',
  'wait',
  'provider',
  'nobody',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export function getMarkKind(entry: Pick<Entry, 'verdict'>): MarkKind {
  const turn = getDisplayedTurn(entry);
  return turn === 'meta' ? 'provider' : turn;
}
