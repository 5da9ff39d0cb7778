import type { Source } from '../../data/schema.ts';

/** After so many days without a look at any source, providers have changed what nobody here has noticed. */
const OLD = 180;
const DAY_MS = 86_400_000;

/** How fresh the catalogue is. */
export interface Age {
  /** The day a source was last read: `20 November 2026`; without a day where only the month is known. */
  readOn: string;
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
export function ageOf({ sources }: { sources: readonly Pick<Source, 'seen'>[] }, now: number): Age {
  const [year = '', month = '', day] = lastSeen(sources).split('-');
  const read = Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1));
  const days = Math.max(0, Math.floor((now - read) / DAY_MS));
  const written = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day && { day: 'numeric' }),
  });
  return { readOn: written.format(read), days, isOld: days > OLD };
}
