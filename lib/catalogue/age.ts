import type { Source } from '../../data/schema.ts';
import { dateLanguage } from '../language/translate.ts';

/** After so many days without a look at any source, providers have changed what nobody here has noticed. */
const OLD = 180;
const DAY_MS = 86_400_000;

interface Sourced {
  sources: readonly Pick<Source, 'seen'>[];
}

/** How fresh the catalogue is. */
export interface Age {
  /** Whole days since then, 0 where the clock stands before it. */
  days: number;
  isOld: boolean;
}

/** When a source was last read, as the sources say it: `2026-11-20` or `2026-11`. Empty where there is no source. */
export function lastSeen(sources: readonly Pick<Source, 'seen'>[]): string {
  return (
    sources
      .map(({ seen }) => seen)
      .sort()
      .at(-1) ?? ''
  );
}

/** @param now Milliseconds since 1970. */
export function ageOf({ sources }: Sourced, now: number): Age {
  const days = Math.max(0, Math.floor((now - dayOf(lastSeen(sources)).getTime()) / DAY_MS));
  return { days, isOld: days > OLD };
}

/** The day a source was last read: `20 November 2026`. */
export const readOn = ({ sources }: Sourced): string => dateWords(lastSeen(sources), 'long');

/** `13 Jan 2026` of `2026-01-13`, `Jan 2026` of `2026-01`. */
export const dateWords = (date: string, month: 'short' | 'long' = 'short'): string =>
  new Intl.DateTimeFormat(dateLanguage(), {
    timeZone: 'UTC',
    year: 'numeric',
    month,
    ...(date.length > 'yyyy-mm'.length && { day: 'numeric' }),
  }).format(dayOf(date));

const dayOf = (date: string) => new Date(date || 0);
