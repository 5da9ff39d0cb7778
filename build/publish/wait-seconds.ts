const UNITS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600, day: 86_400 };

/** `24 hours`, `an hour`, `3 to 6 hours` (the longer), `up to 24 hours` in seconds; null where the text names no length. */
export function waitSeconds(wait: string | null): number | null {
  const match = /^(?:up to |\d+ to )?(an?|\d+) (second|minute|hour|day)s?$/.exec(wait ?? '');
  if (!match) return null;
  const [, amount = '', unit = ''] = match;
  return (/^\d/.test(amount) ? Number(amount) : 1) * (UNITS[unit] ?? 0);
}
