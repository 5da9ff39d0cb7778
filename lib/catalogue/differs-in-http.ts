import type { Claim, Entry } from '../../data/schema.ts';

/** Whether a source gives another HTTP status than the entry has, even where it agrees otherwise. */
export const differsInHttp = ({ http }: Claim, entry: Pick<Entry, 'http'>): boolean =>
  http !== undefined && entry.http !== undefined && http !== entry.http;
