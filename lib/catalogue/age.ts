import type { Source } from '../../data/schema.ts';
import { dateLanguage } from '../language/translate.ts';

/** The catalogue counts as old after this many days without a review of any source: providers have changed pages by then. */
const OLD = 180;
const DAY_MS = 86_400_000;

interface Sourced {
  sources: readonly Pick<Source, 'seen'>[];
}

/** Age of the catalogue. */
export interface Age {
  /** Whole days since the last review of a source. 0 if the clock is behind that date. */
  days: number;
  isOld: boolean;
}

/**
 * Returns the latest date on which a source was read, as written in `sources`: `2026-11-20` or `2026-11`. Returns `''`
 * if there are no sources.
 */
export function lastSeen(sources: readonly Pick<Source, 'seen'>[]): string {
  return (
    sources
      .map(({ seen }) => seen)
      .sort()
      .at(-1) ?? ''
  );
}

/**
 * Returns the age of the catalogue.
 *
 * @param now Milliseconds since the Unix epoch.
 */
export function ageOf({ sources }: Sourced, now: number): Age {
  const days = Math.max(0, Math.floor((now - dayOf(lastSeen(sources)).getTime()) / DAY_MS));
  return { days, isOld: days > OLD };
}

/** Returns the date of the last review as text: `20 November 2026`. */
export const readOn = ({ sources }: Sourced): string => dateWords(lastSeen(sources), 'long');

/** Formats an ISO date in the reader's language: `2026-01-13` → `13 Jan 2026`, `2026-01` → `Jan 2026`. */
export const dateWords = (date: string, month: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(dateLanguage(), {
    timeZone: 'UTC',
    year: 'numeric',
    month,
    ...(date.length > 'yyyy-mm'.length && { day: 'numeric' }),
  }).format(dayOf(date));

const dayOf = (date: string) => new Date(date || 0);
