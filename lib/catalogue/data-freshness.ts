import type { Source } from '../../data/schema.ts';
import { getDateLanguage } from '../core/i18n/translate.ts';

/** The catalogue counts as old after this many days without a review of any source: providers have changed pages by then. */
const STALE_AFTER_DAYS = 180;
const DAY_MS = 86_400_000;

type Sources = readonly Pick<Source, 'seen'>[];

/** Returns the date on which a source was last read: `2026-11-20`, `2026-11`, or `''` without sources. */
export function findLastSeenDate(sources: Sources): string {
  const dates = sources.map(({ seen }) => seen).sort();
  return dates.at(-1) ?? '';
}

/** Returns the whole days since the last review of a source, 0 if the clock is behind that date. */
export function getDataFreshness(
  { sources }: { sources: Sources },
  now: number,
) {
  const days = Math.max(
    0,
    Math.floor((now - parseDate(findLastSeenDate(sources)).getTime()) / DAY_MS),
  );

  return { days, isStale: days > STALE_AFTER_DAYS };
}

export const formatLastSeenDate = ({ sources }: { sources: Sources }): string =>
  formatDate(findLastSeenDate(sources), 'long');

/** Formats an ISO date in the user's language: `2026-01-13` → `13 Jan 2026`, `2026-01` → `Jan 2026`. */
export const formatDate = (
  date: string,
  month: 'short' | 'long' = 'short',
): string =>
  new Intl.DateTimeFormat(getDateLanguage(), {
    timeZone: 'UTC',
    year: 'numeric',
    month,
    ...(date.length > 'yyyy-mm'.length && { day: 'numeric' }),
  }).format(parseDate(date));

const parseDate = (date: string) => new Date(date || 0);
