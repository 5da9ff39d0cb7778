import { getOrInsert } from '../../core/get-or-insert.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

const getFormat = (timeZone: string) =>
  getOrInsert(
    formats,
    timeZone,
    () =>
      new Intl.DateTimeFormat('en-u-nu-latn', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      }),
  );

/** Returns false for a name that the browser does not know: `Europe/Madrit`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return getFormat(timeZone) !== null;
  } catch {
    return false;
  }
}

/** Offsets by zone and local hour, because a table has millions of times. */
const offsets = new Map<string, number>();

/**
 * Converts a local time of a zone to UTC. Of a time that occurs twice, when clocks are set back, it returns the later one:
 * a pause then ends no earlier than it may.
 *
 * @param localMs The local time as if it were one in UTC.
 */
export const toUtcMs = (localMs: number, timeZone: string): number =>
  localMs -
  getOrInsert(offsets, `${timeZone} ${Math.floor(localMs / HOUR_MS)}`, () =>
    findOffset(localMs, timeZone),
  );

function findOffset(localMs: number, timeZone: string): number {
  const candidates = [-1, 1].map((days) =>
    getOffset(localMs + days * 24 * HOUR_MS, timeZone),
  );
  const fitting = candidates.filter(
    (offset) => getOffset(localMs - offset, timeZone) === offset,
  );

  return Math.min(...(fitting.length > 0 ? fitting : candidates));
}

/** Returns how far a zone is ahead of UTC at a moment, in milliseconds. */
function getOffset(ms: number, timeZone: string): number {
  const parts = getFormat(timeZone).formatToParts(ms);
  const read = (wanted: string) =>
    Number(parts.find(({ type }) => type === wanted)?.value);
  const localMs = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
  );

  return localMs - Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}
