const DAY = 86_400;
const SECONDS_BY_UNIT: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
};

/** Parses `24 hours`, `an hour`, `3 to 6 hours` (the longer), `up to 24 hours` and `at least 7 days` to seconds. Returns null for any other text. */
export function parseWaitSeconds(wait: string | null): number | null {
  const match = /^(?:up to |at least |\d+ to )?(an?|\d+) (second|minute|hour|day|week|month)s?$/.exec(
    wait ?? '',
  );
  if (!match) return null;
  const [, amount = '', unit = ''] = match;
  return (/^\d/.test(amount) ? Number(amount) : 1) * (SECONDS_BY_UNIT[unit] ?? 0);
}
