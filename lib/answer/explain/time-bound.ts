import type { Entry, TimeWindow } from '../../../data/schema.ts';
import wording from '../../../data/wording.json' with { type: 'json' };
import { fillTemplate } from '../../catalogue/detail-pattern.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { getDateLanguage, t } from '../../core/i18n/translate.ts';
import { MAX_CLOCK_SKEW_MS } from '../plan/read-time.ts';
import type { DetailMatch } from './detail-verdict.ts';
import type { TimeBound } from './explanation.ts';
import { findLastCustomerMessage, findSoleTime } from './find-timestamps.ts';
import { parseDuration } from './parse-duration.ts';

export interface Clock {
  nowMs: number;
  /** IANA name: `Europe/Madrid`. */
  timeZone: string;
}

/** Returns the end of the window of an entry or its detail. Calls `moment` if needed. */
export function findTimeBound(
  entry: Entry,
  found: DetailMatch | null,
  text: string,
  moment: () => number | null,
): TimeBound | null {
  const window = found?.detail.window ?? entry.window ?? getPause(entry);
  if (!window) return null;

  const { as, at, lasts, confidence } = window;
  const captures = found?.captures ?? {};

  if (at) {
    const atMs = findSoleTime(captures[at] ?? '');
    return atMs === null
      ? null
      : {
          as,
          atMs,
          fromMs: null,
          confidence,
        };
  }

  const lastsMs = parseDuration(fillTemplate(lasts ?? '', captures));
  if (lastsMs === null) return null;

  const start = findStart(window, text, moment);

  if (!start) return null;

  const { fromMs, ...own } = start;
  return {
    as,
    atMs: fromMs + lastsMs,
    fromMs,
    confidence,
    ...own,
  };
}

/** Returns the pause after a failure as a window. */
function getPause({ verdict: { retry, wait } }: Entry): TimeWindow | null {
  if (retry !== 'later' || !wait) return null;

  return {
    as: 'retry-from',
    from: 'failure',
    lasts: `${wait} s`,
    confidence: 'usual',
  };
}

/** Returns where a window begins, and whether that is the time of a message that may be the business's own. */
function findStart(
  { from }: TimeWindow,
  text: string,
  moment: () => number | null,
): { fromMs: number; isOwn?: true } | null {
  const isOfCustomer = from === 'customer-message';
  const sureMs = isOfCustomer ? findLastCustomerMessage(text) : moment();
  if (sureMs !== null) return { fromMs: sureMs };

  const ownMs = isOfCustomer ? findLastCustomerMessage(text, true) : null;

  return ownMs === null ? null : { fromMs: ownMs, isOwn: true };
}

const MAX_AGE_MS = 2 * 366 * 864e5;
const MAX_AHEAD_MS = 400 * 864e5;

/** `$1` is `today at 14:05` or `Sat 21 Nov at 14:05`. `$2` is the same with `on` before a date. */
const TIME_BOUND_TEXTS: Readonly<
  Record<TimeWindow['as'], { ahead?: string; past: string }>
> = wording.timeBound;

export function formatTimeBound(when: TimeBound | null, clock: Clock) {
  if (!when || when.isOwn) return null;

  const { as, atMs, fromMs, confidence } = when;
  const { nowMs } = clock;

  if (
    (fromMs ?? 0) > nowMs + MAX_CLOCK_SKEW_MS ||
    atMs < nowMs - MAX_AGE_MS ||
    atMs > nowMs + MAX_AHEAD_MS
  )
    return null;

  const isOver = atMs <= nowMs;
  const boundWords = TIME_BOUND_TEXTS[as][isOver ? 'past' : 'ahead'];
  if (!boundWords) return null;

  const text = t(
    boundWords,
    formatMoment(atMs, clock),
    formatMoment(atMs, clock, true),
  );

  return {
    text:
      confidence === 'usual'
        ? t('Usually: $1', text.charAt(0).toLowerCase() + text.slice(1))
        : text,
    isOver,
  };
}

/** Formats a time in the user’s zone: `today at 14:05 (CET)`, `Sat 21 Nov at …`, `on Sat …` if it is over. */
export function formatMoment(
  ms: number,
  { nowMs, timeZone }: Clock,
  isOn = false,
): string {
  const parts = getDateParts(ms, timeZone);
  const time = `${parts.hour}:${parts.minute} (${parts.timeZoneName})`;

  const near = [
    [0, 'today at $1'],
    [864e5, 'tomorrow at $1'],
    [-864e5, 'yesterday at $1'],
  ] as const;

  const day = near.find(
    ([away]) =>
      formatDayKey(getDateParts(nowMs + away, timeZone)) ===
      formatDayKey(parts),
  )?.[1];

  if (day) return t(day, time);

  const year =
    parts.year === getDateParts(nowMs, timeZone).year ? '' : ` ${parts.year}`;

  const date = `${parts.weekday} ${parts.day} ${parts.month}${year}`;

  return isOn ? t('on $1 at $2', date, time) : t('$1 at $2', date, time);
}

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function getDateParts(ms: number, timeZone: string): Parts {
  const language = getDateLanguage();

  const format = getOrInsert(dateFormats, `${language} ${timeZone}`, () => {
    const day = {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    } as const;

    const time = {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    } as const;

    return new Intl.DateTimeFormat(language, { timeZone, ...day, ...time });
  });

  return Object.fromEntries(
    format.formatToParts(ms).map(({ type, value }) => [type, value]),
  );
}

const formatDayKey = ({ year, month, day }: Parts) => `${year} ${month} ${day}`;
