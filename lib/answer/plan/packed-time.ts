import type { Moment, ReadTime } from './read-time.ts';

/** Added to a time whose orders of day and month mean the same moment. Times are whole milliseconds. */
const ORDER_OPEN_MS = 0.5;

/** One number for each order of day and month: negative while the zone is open, 0 for an empty text, NaN for an unknown time. */
export type PackedTime = readonly [dayFirst: number, monthFirst: number];

export function packTime(time: ReadTime): PackedTime {
  if (time === 'empty') return [0, 0];
  if (time === 'unknown') return [Number.NaN, Number.NaN];

  const [day, month] = [packMoment(time.dayFirst), packMoment(time.monthFirst)];
  const isHidden = time.isOrderOpen && day === month;

  return [day, isHidden ? month + Math.sign(month) * ORDER_OPEN_MS : month];
}

export function unpackTime([day, month]: PackedTime): ReadTime {
  if (day === 0) return 'empty';

  const [dayFirst, monthFirst] = [unpackMoment(day), unpackMoment(month)];
  if (!dayFirst && !monthFirst) return 'unknown';

  return { dayFirst, monthFirst, isOrderOpen: !Object.is(day, month) };
}

/** No failure is as old as 1970. */
function packMoment(moment: Moment | null): number {
  if (!moment || moment.ms <= 0) return Number.NaN;

  const ms = Math.trunc(moment.ms);

  return moment.zone === 'open' ? -ms : ms;
}

function unpackMoment(packed: number): Moment | null {
  if (Number.isNaN(packed)) return null;

  return {
    ms: Math.trunc(Math.abs(packed)),
    zone: packed < 0 ? 'open' : 'known',
  };
}
