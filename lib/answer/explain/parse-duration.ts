const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1e3,
  min: 6e4,
  h: 36e5,
  d: 864e5,
};

/** Parses a duration such as `24 h` to milliseconds. Returns null for anything else. */
export function parseDuration(lasts: string): number | null {
  const match = /^(\d{1,9}) (s|min|h|d)$/.exec(lasts);
  return match ? Number(match[1]) * (UNIT_MS[match[2] ?? ''] ?? 0) : null;
}
