import { foldText } from '../../catalogue/search/tokenize.ts';
import { toAsciiText } from '../../core/digits.ts';
import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';
import { toUtcMs } from './time-zone.ts';

/** The latest or earliest time that a text can mean. While its zone is open, date and time of day are as if in UTC. */
export interface Moment {
  ms: number;
  zone: 'known' | 'open';
}

/** A text of a column: empty, no time, or a moment for each order of day and month. Null if there is no such day. */
export type ReadTime =
  | 'empty'
  | 'unknown'
  | {
      dayFirst: Moment | null;
      monthFirst: Moment | null;
      /** Also true for `08/08/2026`: it does not decide the order of its column. */
      isOrderOpen: boolean;
    };

/** What a time is read as, if it can be several. */
type TimeLimit = 'latest' | 'earliest';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Zones are at most this far behind and ahead of UTC. */
const BEHIND_MS = 12 * HOUR_MS;
const AHEAD_MS = 14 * HOUR_MS;
/** Maximum time that a failure may be in the future, because clocks differ. */
export const MAX_CLOCK_SKEW_MS = 5 * MINUTE_MS;
const EARLIEST_MS = Date.UTC(2015, 0, 1);
/** The day 0 of spreadsheets. */
const SHEET_START_MS = Date.UTC(1899, 11, 30);
const MAX_TIME_UNITS = 80;

const ZONE = anyOf(
  [
    /\bP([SD])T\b/,
    /(?:\b(?:UTC|GMT)\b|(?<=\d)Z\b)(?:\s?([+-])(\d{1,2})(?::?(\d{2}))?)?/,
    /(?<=:\d\d(?:[.,]\d{1,9})?\s?)([+-])(\d{2}):?(\d{2})(?!\d)/,
  ],
  'i',
);
const CLOCK = joinPatterns(
  [
    /(?<![\d-])(\d{1,2}):(\d{2})/,
    /(?::(\d{2})(?:[.,]\d{1,9})?)?/,
    /(?:\s?(?:([ap])\.?\s?m\b\.?|(ص|पूर्वाह्न)|(م|अपराह्न)))?/,
  ],
  'i',
);
/** Neither before nor after other groups of digits, as in `+27 11 2024 1234` and `0457 95 18 21`: that is a phone number. */
const NUMBERS = joinPatterns([
  /(?<![\d+]|\d[-/. ])/,
  /(\d{1,4})([-/. ])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\2?\d)/,
]);
const LANGUAGES = [
  'en',
  'es',
  'pt',
  'id',
  'hi',
  'ar',
  'de',
  'fr',
  'it',
  'tr',
  'ru',
  'nl',
  'pl',
];
const UNITS_MS = {
  second: 1_000,
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
} as const;
const COUNTS = [1, 2, 3, 5, 11, 100];

/** Maps `# hours ago`, `hace # horas` … to the length of the unit; a dual such as `قبل ساعتين` has its own number. */
const getRelativeForms = memoize((languages: readonly string[]) => {
  const relative = new Map<string, { ms: number; count: number | null }>();

  for (const language of languages)
    for (const style of ['long', 'short', 'narrow'] as const) {
      const format = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, {
        style,
      });

      for (const [unit, ms] of Object.entries(UNITS_MS))
        for (const number of COUNTS) {
          const text = format.format(-number, unit as keyof typeof UNITS_MS);
          const form = foldText(text).replace(String(number), '#');
          relative.set(form, { ms, count: form.includes('#') ? null : number });
        }
    }

  return relative;
});

const getMonths = memoize((languages: readonly string[]) => {
  const months = new Map<string, number>();

  for (const language of languages)
    for (const style of ['long', 'short'] as const)
      for (let month = 0; month < 12; month++) {
        const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, {
          month: style,
          day: 'numeric',
        });

        const parts = format.formatToParts(Date.UTC(2026, month, 15, 12));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';

        getOrInsert(months, foldText(name).replace(/\.$/, ''), () => month);
      }

  return months;
});

interface TimeColumnOptions {
  bound?: TimeLimit;
  /** IANA name of the zone of times that name none. */
  timeZone?: string | undefined;
}

/**
 * Creates a reader of a column of times: `28/11/2026` decides the order of day and month for all, `UTC` in the header or
 * a zone in other values the zone. A date that would be in the future decides, too. Where the zone is open or the time is
 * rounded, a time is the latest that it can be, or the earliest. Read all before you resolve the first.
 */
export function createTimeColumn(
  header: string,
  nowMs: number,
  { bound = 'latest', timeZone }: TimeColumnOptions = {},
) {
  const dayMs = bound === 'latest' ? DAY_MS : 0;
  const own = readZone(header);
  const zones = new Set<number>();
  let hasClock = false;
  const [dayFirst, monthFirst] = [{ isPossible: true }, { isPossible: true }];

  const isPast = (ms: number | null) =>
    ms !== null && ms - AHEAD_MS <= nowMs + MAX_CLOCK_SKEW_MS;

  function read(text: string): ReadTime {
    const value = toAsciiText(text).trim();
    if (value === '') return 'empty';
    if (value.length > MAX_TIME_UNITS) return 'unknown';

    hasClock ||= hasTimeOfDay(value);

    const unixMs = readUnixTime(value);
    if (unixMs !== null) return toSoleTime({ ms: unixMs, zone: 'known' });

    const sheetMs = readSheetTime(value, dayMs);
    if (sheetMs !== null) return toSoleTime({ ms: sheetMs, zone: 'open' });

    const parts = readParts(value);
    if (parts) return readDateAndClock(parts);

    const agoMs = readRelative(value, nowMs, bound);

    return agoMs === null
      ? 'unknown'
      : toSoleTime({ ms: agoMs, zone: 'known' });
  }

  /** Reads a date with both orders of day and month, and notes which of them its column allows. */
  function readDateAndClock(
    parts: NonNullable<ReturnType<typeof readParts>>,
  ): ReadTime {
    const { isOpen, clockMs, zone } = parts;
    if (zone !== null) zones.add(zone);

    const toMoment = (midnightMs: number | null): Moment | null => {
      if (midnightMs === null) return null;
      const ms = midnightMs + (clockMs ?? dayMs);

      return zone === null
        ? { ms, zone: 'open' }
        : { ms: ms - zone * MINUTE_MS, zone: 'known' };
    };

    const monthMs = toMs(parts);
    if (!isOpen) return toSoleTime(toMoment(monthMs));

    const dayFirstMs = toMs({
      ...parts,
      month: parts.day - 1,
      day: parts.month + 1,
    });

    if (dayFirstMs !== null || monthMs !== null) {
      dayFirst.isPossible &&= isPast(dayFirstMs);
      monthFirst.isPossible &&= isPast(monthMs);
    }

    return {
      dayFirst: toMoment(dayFirstMs),
      monthFirst: toMoment(monthMs),
      isOrderOpen: true,
    };
  }

  /** Returns the moment in the order of day and month that all values of the column fit. Unknown if several do. */
  function choose(time: ReadTime): Moment | 'empty' | 'unknown' {
    if (typeof time === 'string') return time;
    if (!time.isOrderOpen) return time.monthFirst ?? 'unknown';
    if (dayFirst.isPossible === monthFirst.isPossible) return 'unknown';

    const chosen = dayFirst.isPossible ? time.dayFirst : time.monthFirst;

    return chosen ?? 'unknown';
  }

  /** Returns the zone of local times in minutes. Null if nothing says it. */
  function findZone(): number | null {
    const [only = null] = zones;
    return own ?? (zones.size === 1 ? only : null);
  }

  return {
    read,
    /** False if all values are dates without a time of day. */
    get hasClock() {
      return hasClock;
    },
    /** Returns date and time of day as they are written, as if in UTC. Null if the order of day and month is unknown. */
    getWrittenMs(time: ReadTime): number | null {
      const moment = choose(time);
      if (typeof moment === 'string') return null;

      const zoneMs = moment.zone === 'open' ? 0 : (findZone() ?? 0) * MINUTE_MS;

      return moment.ms + zoneMs - (hasClock ? 0 : dayMs);
    },
    /** Returns the time in UTC, at most now. Its zone is open if nothing says it: then it can be up to a day off. */
    resolve(time: ReadTime): Moment | 'empty' | 'unknown' {
      const moment = choose(time);
      if (typeof moment === 'string') return moment;

      if (moment.zone === 'known')
        return toResolved(limit(moment.ms, 0, nowMs, bound), 'known');

      const zone = findZone();

      if (zone === null && timeZone)
        return toResolved(
          limit(toUtcMs(moment.ms, timeZone), 0, nowMs, bound),
          'known',
        );

      return toResolved(
        limit(moment.ms, zone, nowMs, bound),
        zone === null ? 'open' : 'known',
      );
    },
  };
}

const toSoleTime = (moment: Moment | null): ReadTime =>
  moment
    ? { dayFirst: moment, monthFirst: moment, isOrderOpen: false }
    : 'unknown';

const toResolved = (
  ms: number | null,
  zone: Moment['zone'],
): Moment | 'unknown' => (ms === null ? 'unknown' : { ms, zone });

/** Reads a time that nothing leaves open: a date with time of day and zone, or Unix seconds. Null for any other. */
export function readExactTime(text: string): number | null {
  const parts = readParts(text);
  const { isOpen = false, clockMs = null, zone = null } = parts ?? {};
  const localMs = parts && !isOpen ? toMs(parts) : null;
  const isWhole = localMs !== null && clockMs !== null && zone !== null;

  const ms = isWhole
    ? localMs + clockMs - zone * MINUTE_MS
    : readUnixTime(text);

  return ms !== null && ms >= EARLIEST_MS ? ms : null;
}

/** A whole number of days in a spreadsheet has no time of day. */
const hasTimeOfDay = (text: string): boolean =>
  CLOCK.test(text) || /^4\d{4}\.\d+$/.test(text) || readUnixTime(text) !== null;

/** Returns the local time of a number of days, as spreadsheets write it. */
function readSheetTime(text: string, dayMs: number): number | null {
  if (!/^4\d{4}(?:\.\d+)?$/.test(text)) return null;

  const hasHours = text.includes('.');

  return SHEET_START_MS + Number(text) * DAY_MS + (hasHours ? 0 : dayMs);
}

/** Returns the milliseconds of a number of seconds or milliseconds since the Unix epoch. */
const readUnixTime = (text: string): number | null =>
  /^1\d{9}(?:\d{3})?(?:\.\d+)?$/.test(text)
    ? Number(/^\d+/.exec(text)?.[0].padEnd(13, '0'))
    : null;

/** Whether a text has a date. Also a number or a time of day, in a column that is named after times. */
export function isTimeText(text: string, isNamed: boolean): boolean {
  const value = toAsciiText(text).trim();
  if (value === '' || value.length > MAX_TIME_UNITS) return false;
  if (isNamed && /^[\d.:]+$/.test(value)) return true;
  return readParts(value) !== null || readRelative(value, 0, 'latest') !== null;
}

/** Returns the latest or earliest time that a local time can be. Null if it is in the future, or before WhatsApp had an API. */
function limit(
  localMs: number,
  zone: number | null,
  nowMs: number,
  bound: TimeLimit,
): number | null {
  const earliest =
    zone === null ? localMs - AHEAD_MS : localMs - zone * MINUTE_MS;

  const latest = zone === null ? localMs + BEHIND_MS : earliest;

  if (earliest < EARLIEST_MS) return null;
  if (earliest - DAY_MS > nowMs + MAX_CLOCK_SKEW_MS) return null;

  return Math.min(bound === 'latest' ? latest : earliest, nowMs);
}

/** A rounded number may be half a unit less, or a whole one more: `2 hours ago` is said from 90 minutes on, to 3 hours. */
function readRelative(
  text: string,
  nowMs: number,
  bound: TimeLimit,
): number | null {
  const plain = foldText(text).replace(
    /^(?:about|almost|over|around|just) /,
    '',
  );

  const number = /\d+/.exec(plain.replace(/^an? /, '1 '))?.[0];

  const form = getRelativeForms(LANGUAGES).get(
    plain.replace(/^an? |\d+/, (found) => (/\d/.test(found) ? '#' : '# ')),
  );

  if (!form) return null;

  const count = form.count ?? Number(number);

  const half = form.ms > UNITS_MS.second ? 0.5 : 0;
  const rounded = bound === 'earliest' ? -1 : half;

  return nowMs - Math.max(0, count - rounded) * form.ms;
}

function readParts(text: string) {
  const local = text.replace(ZONE, ' ');
  const clock = CLOCK.exec(local);
  const read = readDate(clock ? local.replace(clock[0], ' ') : local);
  if (!read) return null;

  return { ...read, clockMs: clock && readClock(clock), zone: readZone(text) };
}

/** Returns milliseconds since midnight. */
function readClock([
  ,
  hours,
  minutes,
  seconds = '0',
  half,
  am,
  pm,
]: RegExpExecArray): number | null {
  const isAfternoon = pm !== undefined || half?.toLowerCase() === 'p';
  const hour = Number(hours);
  const isHalf = isAfternoon || am !== undefined || half !== undefined;
  const full = isHalf ? (hour % 12) + (isAfternoon ? 12 : 0) : hour;
  if (full > 23 || Number(minutes) > 59 || Number(seconds) > 60) return null;

  return full * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1_000;
}

interface ReadDate {
  /** Day and month are in the order of the text, and both can be the first. */
  isOpen: boolean;
  year: number;
  month: number;
  day: number;
}

const readDate = (text: string): ReadDate | null =>
  NUMBERS.test(text) ? readNumericDate(text) : readNamedDate(text);

/** Reads `28/11/2026`, `2026-11-28`. */
function readNumericDate(text: string): ReadDate | null {
  const [, first = '', separator, second = '', third = ''] =
    NUMBERS.exec(text) ?? [];

  if (first.length === 3) return null;

  if (first.length === 4)
    return {
      isOpen: false,
      year: Number(first),
      month: Number(second) - 1,
      day: Number(third),
    };

  // Only dates with the day first are written with dots.
  const [day, month] = separator === '.' ? [first, second] : [second, first];

  return {
    isOpen: separator !== '.',
    year: toFullYear(third),
    month: Number(month) - 1,
    day: Number(day),
  };
}

const toFullYear = (year: string): number =>
  Number(year) + (year.length === 2 ? 2_000 : 0);

/** Reads `28 Nov 2026`, `November 28, 2026`. */
function readNamedDate(text: string): ReadDate | null {
  const words = foldText(text).match(/[^\s\d,./-]+/g) ?? [];

  const month = words
    .map((word) => getMonths(LANGUAGES).get(word))
    .find((one) => one !== undefined);

  const [day, year, ...more] = (text.match(/\d+/g) ?? []).slice(0, 3);
  if (month === undefined || !day || !year) return null;
  if (more.length > 0 && year.length < 4) return null;

  return {
    isOpen: false,
    year: toFullYear(year),
    month,
    day: Number(day),
  };
}

/** Returns midnight in UTC. Null if there is no such day. */
function toMs({
  year,
  month,
  day,
}: Record<'year' | 'month' | 'day', number>): number | null {
  const ms = Date.UTC(year, month, day);
  const back = new Date(ms);
  return back.getUTCMonth() === month && back.getUTCDate() === day ? ms : null;
}

function readZone(text: string): number | null {
  const match = ZONE.exec(text);
  if (!match) return null;

  const [
    ,
    pacific,
    sign,
    hours = 0,
    minutes = 0,
    ownSign,
    ownHours,
    ownMinutes,
  ] = match;

  if (pacific) return /d/i.test(pacific) ? -420 : -480;

  const offset = Number(ownHours ?? hours) * 60 + Number(ownMinutes ?? minutes);

  return (sign ?? ownSign) === '-' ? -offset : offset;
}
