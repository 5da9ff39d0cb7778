import { createFacetColumn, type FacetColumn } from './facet-column.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Maximum columns of a picture, for which it is wide enough. */
const MAX_HOURS = 72;
const MAX_DAYS = 92;

export type PeriodUnit = 'hour' | 'day' | 'month';

/** How much of `2026-11-28T14:05` names the period, by its length. */
const UNIT_LENGTH = { hour: 13, day: 10, month: 7 } as const;

/** Returns the unit of a period: `2026-11-28T14`, `2026-11-28` or `2026-11`. */
export function getPeriodUnit({ length }: string): PeriodUnit {
  if (length === UNIT_LENGTH.hour) return 'hour';
  return length === UNIT_LENGTH.day ? 'day' : 'month';
}

/** Returns the start of a period as if it were in UTC, in milliseconds since the Unix epoch. */
export const getPeriodStart = (period: string): number =>
  Date.parse(
    getPeriodUnit(period) === 'hour' ? `${period}:00:00Z` : `${period}`,
  );

const formatPeriod = (ms: number, unit: PeriodUnit): string =>
  new Date(ms).toISOString().slice(0, UNIT_LENGTH[unit]);

/** What a table says of the time of its rows. */
export interface WrittenTimes {
  /** Time of day and date as they are written, as if in UTC, in milliseconds since the Unix epoch. Null if unknown. */
  getWrittenMs: (row: number) => number | null;
  /** False if only dates are written. */
  hasHours: boolean;
}

function findRange(length: number, { getWrittenMs }: WrittenTimes) {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  for (let row = 0; row < length; row++) {
    const ms = getWrittenMs(row);
    if (ms === null) continue;
    first = Math.min(first, ms);
    last = Math.max(last, ms);
  }

  return { first, last };
}

function chooseUnit(spanMs: number, hasHours: boolean): PeriodUnit {
  if (hasHours && spanMs < MAX_HOURS * HOUR_MS) return 'hour';
  return spanMs < MAX_DAYS * DAY_MS ? 'day' : 'month';
}

/** Returns the columns of the time: the period, and the hour of the day where several days have it. */
export function createTimeColumns(
  length: number,
  times: WrittenTimes,
): FacetColumn[] {
  const { first, last } = findRange(length, times);
  const spanMs = last - first;
  if (!(spanMs >= 0)) return [];

  const unit = chooseUnit(spanMs, times.hasHours);
  const period = createFacetColumn('period');
  const hour = createFacetColumn('hour');
  const names = new Map<number, string>();

  for (let row = 0; row < length; row++) {
    const ms = times.getWrittenMs(row);

    if (ms === null) {
      period.push();
      hour.push();
      continue;
    }

    const hours = Math.floor(ms / HOUR_MS);
    const name = names.get(hours) ?? formatPeriod(ms, 'hour');
    names.set(hours, name);
    period.push(name.slice(0, UNIT_LENGTH[unit]));
    hour.push(name.slice(UNIT_LENGTH.day + 1));
  }

  return times.hasHours && spanMs >= DAY_MS ? [period, hour] : [period];
}

/** Returns all periods from the first to the last, also those without a row. */
export function fillPeriods(periods: readonly string[]): string[] {
  const sorted = periods.filter(Boolean).toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];

  const unit = getPeriodUnit(first);
  const filled: string[] = [];

  for (
    let ms = getPeriodStart(first);
    ms <= getPeriodStart(last);
    ms = getNextStart(ms, unit)
  )
    filled.push(formatPeriod(ms, unit));

  return filled;
}

function getNextStart(ms: number, unit: PeriodUnit): number {
  if (unit === 'hour') return ms + HOUR_MS;
  if (unit === 'day') return ms + DAY_MS;
  return new Date(ms).setUTCMonth(new Date(ms).getUTCMonth() + 1);
}
