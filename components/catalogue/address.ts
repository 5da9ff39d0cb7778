import { CLASSES, type Entry, RETRIES, type Retry } from '../../data/schema.ts';
import { SHOWN_TURNS, type ShownTurn, shownTurn } from '../../lib/catalogue/mark.ts';

/** What narrows the list; null is no limit. All of it stands in the address, so that a view can be shared. */
export interface Filters {
  query: string;
  provider: string | null;
  turn: ShownTurn | null;
  retry: Retry | null;
  class: Entry['class'] | null;
}

export const NO_FILTERS: Filters = { query: '', provider: null, turn: null, retry: null, class: null };

/** Reads `?provider=meta&turn=you`; `owner` is another name for `turn`, as in the search field. A value that does not exist counts as no limit. */
export function readFilters(search: string, providers: readonly string[]): Filters {
  const given = new URLSearchParams(search);
  const among = <T extends string>(name: string, values: readonly T[], otherName = name) =>
    values.find((value) => value === (given.get(name) ?? given.get(otherName))) ?? null;
  return {
    query: given.get('q') ?? '',
    provider: among('provider', providers),
    turn: among('turn', SHOWN_TURNS, 'owner'),
    retry: among('retry', RETRIES),
    class: among('class', CLASSES),
  };
}

/** The query part of the address, with its question mark; empty without filters. */
export function writeFilters(filters: Filters): string {
  const { query, ...limits } = filters;
  const params = new URLSearchParams(query.trim() === '' ? [] : [['q', query.trim()]]);
  for (const [name, value] of Object.entries(limits)) if (value !== null) params.set(name, value);
  return params.size > 0 ? `?${params}` : '';
}

export function isFiltered(filters: Filters): boolean {
  return writeFilters(filters) !== '';
}

/** Whether an entry is within the limits; the query is not looked at. */
export function fits(entry: Entry, filters: Filters): boolean {
  const { provider, verdict, class: kind } = entry;
  return (
    (filters.provider === null || filters.provider === provider) &&
    (filters.turn === null || filters.turn === shownTurn(entry)) &&
    (filters.retry === null || filters.retry === verdict.retry) &&
    (filters.class === null || filters.class === kind)
  );
}

/** The code or key after `#`; null where there is none. Broken escapes are taken as they stand. */
export function readTarget(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return text;
  }
}

/** The link to an entry within the page. */
export function linkTo(key: string): string {
  return `#${encodeURI(key)}`;
}
