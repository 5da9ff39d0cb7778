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
  const days = Math.max(0, Math.floor((now - dayOf(lastSeen(sources))) / DAY_MS));
  return { days, isOld: days > OLD };
}

/** The day a source was last read: `20 November 2026`; without a day where only the month is known. */
export function readOn({ sources }: Sourced): string {
  const seen = lastSeen(sources);
  const written = new Intl.DateTimeFormat(dateLanguage(), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(seen.length > 'yyyy-mm'.length && { day: 'numeric' }),
  });
  return written.format(dayOf(seen));
}

function dayOf(seen: string): number {
  const [year, month, day = 1] = seen.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day);
}
