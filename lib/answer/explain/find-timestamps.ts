import times from '../../../data/times.json' with { type: 'json' };
import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { readNameBefore } from '../../structure/field-names.ts';
import {
  findObjectsAround,
  getPayloadLine,
} from '../../structure/object-around.ts';
import { readExactTime } from '../plan/read-time.ts';

export interface Timestamp extends Span {
  /** Milliseconds since the Unix epoch. Null if the time zone or the date is missing, so that the time is ambiguous. */
  ms: number | null;
  /** The key or label before it, in lower case. Empty if there is none. */
  key: string;
}

const CLOCK_TIME = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?! ?[ap]\.?m\b)(?: ?(?:Z\b|UTC\b|GMT\b|P[SD]T\b|[+-]\d{2}:?\d{2}(?!\d)))?`;
const MONTH_NAME =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
/** Year first; day first with a month name; access logs; slashes or dots, which are ambiguous; Unix seconds. */
const TIMESTAMP_FORMS = [
  String.raw`(?<!\d)20\d{2}[-/]\d{1,2}[-/]\d{1,2}(?:[T ,]{1,2}${CLOCK_TIME})?(?!\d)`,
  String.raw`(?<!\d)\d{1,2}[ -]${MONTH_NAME}[ ,-]{1,2}(?:20\d{2}|\d{2})(?:[ ,]{1,2}(?:at )?${CLOCK_TIME})?(?!\d)`,
  String.raw`(?<!\d)\d{1,2}/${MONTH_NAME}/20\d{2}:${CLOCK_TIME}`,
  // No part of `10.12.20.26`, an address or a phone number.
  String.raw`(?<![\d+]|\d[/.])\d{1,2}[/.]\d{1,2}[/.](?:20)?\d{2}(?![/.]?\d)`,
  String.raw`(?<![\d.+])(1\d{9}|1\d{12})(?!\d)`,
];
const TIMESTAMP = new RegExp(TIMESTAMP_FORMS.join('|'), 'giu');

const { whole, first, last } = times.own;
/** `time`, `sent_at`, `created-on`. */
const OWN_TIME_KEY = new RegExp(
  `^(?:${whole.join('|')}|(?:${first.join('|')})[-_]?(?:${last.join('|')}))$`,
  'i',
);

/** Returns every time in a text, also ambiguous ones. A plain number counts only after a key for times. */
export function findTimestamps(text: string): readonly Timestamp[] {
  const found: Timestamp[] = [];

  for (const { 0: written, 1: unix, index: start } of text.matchAll(
    TIMESTAMP,
  )) {
    const key = readNameBefore(text, start).toLowerCase();
    if (unix && !/time|_at$|^at$|^ts$|date|expir/.test(key)) continue;

    found.push({
      ms: readExactTime(written),
      start,
      end: start + written.length,
      key,
    });
  }

  return found;
}

/** Maximum distance to an enclosing object to each side of the code, in UTF-16 code units. */
const MAX_OBJECT_UNITS = 2_000;
const MAX_OBJECTS = 4;

/**
 * Returns the time of a failure: the only time in the nearest enclosing object, else in its line, else in the nearby text.
 *
 * @param nearby Text about this code alone: its row or block.
 * @param own Limits of its line: the adjacent failures.
 * @returns Milliseconds since the Unix epoch. Null if no time is certain, or if there are several candidates.
 */
export function findTimestampNear(
  text: string,
  start: number,
  nearby: string,
  own: Span = { start: 0, end: text.length },
): number | null {
  const place = { start, end: start };

  const getLimits = ({ start: at }: Span) => ({
    start: at - MAX_OBJECT_UNITS,
    end: at + MAX_OBJECT_UNITS,
  });

  for (const { before, after } of findObjectsAround(
    text,
    place,
    getLimits,
    '{}',
    MAX_OBJECTS,
  )) {
    const times = findTimestamps(`${before} ${after}`).filter(({ key }) =>
      OWN_TIME_KEY.test(key),
    );

    const stamps = times.filter(({ key }) => key === 'timestamp');
    const own = getSoleTime(stamps.length > 0 ? stamps : times);
    if (own !== undefined) return own;
  }

  const line = getPayloadLine(text, place, own, MAX_OBJECT_UNITS);

  return (
    getSoleTime(findFreeTimestamps(line.text)) ??
    getSoleTime(findFreeTimestamps(nearby.slice(0, MAX_OBJECT_UNITS))) ??
    null
  );
}

/** Returns the times without a key that gives them another meaning. */
const findFreeTimestamps = (text: string) =>
  findTimestamps(text).filter(
    ({ key }) => key === '' || OWN_TIME_KEY.test(key),
  );

/** Returns the only time of a list. Returns null if it is ambiguous or there are several, undefined if the list is empty. */
function getSoleTime(times: readonly Timestamp[]): number | null | undefined {
  if (times.length === 0) return undefined;
  const distinct = new Set(times.map(({ ms }) => ms));
  const [first = null] = distinct;
  return distinct.size === 1 ? first : null;
}

const CUSTOMER_LABEL = new RegExp(times.customer.join('|'), 'giu');

/** Parses a time without a zone in the user's own zone. */
const parseLocalMs = (written: string) =>
  (/\d:\d\d/.test(written) && Date.parse(written)) || null;

/** Returns a labelled time, if labels agree. `isOwn` reads a time without a zone in the user’s own zone. */
export function findLastCustomerMessage(
  text: string,
  isOwn = false,
): number | null {
  const times: Timestamp[] = [];

  for (const match of text.matchAll(CUSTOMER_LABEL)) {
    const from = match.index + match[0].length;
    const following = `${TIMESTAMP_KEY}${text.slice(from, from + 60).replace(/^["'\s:=>]{1,8}(?:at |on )?/i, '')}`;
    const [time] = findTimestamps(following);
    if (!time || time.start > TIMESTAMP_KEY.length) continue;

    times.push({
      ...time,
      ms:
        time.ms ??
        (isOwn ? parseLocalMs(following.slice(time.start, time.end)) : null),
    });
  }

  return getSoleTime(times) ?? null;
}

export interface TimeText {
  text: string;
  /** Milliseconds since the Unix epoch. Null if ambiguous, for example without a time zone. */
  at: number | null;
}

/** Prepended to a value, so that it is read like a time after its key. */
const TIMESTAMP_KEY = 'timestamp: ';

export const parseTimeText = (text: string): TimeText => ({
  text,
  at: readExactTime(text),
});

export const findSoleTime = (text: string): number | null =>
  getSoleTime(findTimestamps(`${TIMESTAMP_KEY}${text}`)) ?? null;

/** Matches labels of other times, not of the failure: `last inbound 19 Nov 2026 14:05`, `expires at …`. */
const OTHER_TIME_CUE = joinPatterns(
  [
    /(?<!\p{L})/u,
    [
      /last/u,
      /inbound/u,
      /expires?/u,
      /expiry/u,
      /until/u,
      /since/u,
      /next/u,
      /due/u,
    ],
    /(?!\p{L})[^\d,;·|]{0,24}$/u,
  ],
  'iu',
);

/** Returns the first or last time of day in a line that may be the line's own time. Returns null if there is none. */
export function findTimeInLine(
  line: string,
  which: 'first' | 'last',
): TimeText | null {
  const found = findTimestamps(line).filter(
    ({ start, end }) =>
      /\d:\d\d/.test(line.slice(start, end)) &&
      !OTHER_TIME_CUE.test(line.slice(Math.max(0, start - 40), start)),
  );

  const time = which === 'first' ? found[0] : found.at(-1);

  return time ? { text: line.slice(time.start, time.end), at: time.ms } : null;
}
