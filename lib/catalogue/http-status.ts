import type { Claim, Entry } from '../../data/schema.ts';

/** Returns true if a source gives another HTTP status than the entry. A source can differ in this and agree otherwise. */
export const hasDifferentHttpStatus = ({ http }: Claim, entry: Pick<Entry, 'http'>): boolean =>
  http !== undefined && entry.http !== undefined && http !== entry.http;
