import { CLASSES, type Entry, RETRIES, type Retry } from '../../data/schema.ts';
import { SHOWN_TURNS, type ShownTurn, shownTurn } from '../../lib/catalogue/mark.ts';

/** Filters of the list; null means no filter. The address contains all of them, so that a view can be shared. */
export interface Filters {
  query: string;
  provider: string | null;
  turn: ShownTurn | null;
  retry: Retry | null;
  class: Entry['class'] | null;
}

export const NO_FILTERS: Filters = { query: '', provider: null, turn: null, retry: null, class: null };

/** Parses `?provider=meta&turn=you`. `owner` is an alias of `turn`, as in the search field. Ignores unknown values. */
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

/** Returns the query part of the address with its question mark; empty without filters. */
export function writeFilters(filters: Filters): string {
  const { query, ...limits } = filters;
  const params = new URLSearchParams(query.trim() === '' ? [] : [['q', query.trim()]]);
  for (const [name, value] of Object.entries(limits)) if (value !== null) params.set(name, value);
  return params.size > 0 ? `?${params}` : '';
}

export function isFiltered(filters: Filters): boolean {
  return writeFilters(filters) !== '';
}

/** Whether an entry matches the filters other than the query. */
export function fits(entry: Entry, filters: Filters): boolean {
  const { provider, verdict, class: kind } = entry;
  return (
    (filters.provider === null || filters.provider === provider) &&
    (filters.turn === null || filters.turn === shownTurn(entry)) &&
    (filters.retry === null || filters.retry === verdict.retry) &&
    (filters.class === null || filters.class === kind)
  );
}

/** Returns the decoded code or key after `#`; null if it is empty. Keeps the raw text if its escapes are invalid. */
export function readTarget(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return text;
  }
}

export function linkTo(key: string): string {
  return `#${encodeURI(key)}`;
}
