import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeWindow } from '../../../data/schema.ts';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import type { TimeBound } from './explanation.ts';
import { parseDuration } from './parse-duration.ts';
import { findTimeBound, formatMoment, formatTimeBound } from './time-bound.ts';

const parseMs = (iso: string) => Date.parse(iso);
const nowMs = parseMs('2026-11-20T10:33:00Z');
const clock = { nowMs, timeZone: 'Europe/Madrid' };
const createTimeBound = (
  as: TimeBound['as'],
  iso: string,
  more: Partial<TimeBound> = {},
): TimeBound => ({
  as,
  atMs: parseMs(iso),
  fromMs: nowMs - 36e5,
  confidence: 'stated',
  ...more,
});

describe("a time in the user's time zone", () => {
  it.each([
    ['2026-11-20T10:33:00Z', 'Europe/Madrid', 'today at 11:33 (CET)'],
    ['2026-11-20T23:30:00Z', 'Europe/Madrid', 'tomorrow at 00:30 (CET)'],
    ['2026-11-20T23:30:00Z', 'UTC', 'today at 23:30 (UTC)'],
    ['2026-11-19T12:00:00Z', 'Asia/Kolkata', 'yesterday at 17:30 (GMT+5:30)'],
    [
      '2026-11-23T12:00:00Z',
      'America/Sao_Paulo',
      'Mon 23 Nov at 09:00 (GMT-3)',
    ],
    ['2025-07-01T12:00:00Z', 'Europe/Madrid', 'Tue 1 Jul 2025 at 14:00 (CEST)'],
  ])('%s in %s is %s', (iso, timeZone, text) =>
    expect(formatMoment(parseMs(iso), { nowMs, timeZone })).toBe(text),
  );
});

describe('the text for a time window', () => {
  it.each<[TimeBound, string, boolean]>([
    [
      createTimeBound('retry-from', '2026-11-20T20:00:00Z'),
      'Do not retry before today at 21:00 (CET).',
      false,
    ],
    [
      createTimeBound('retry-from', '2026-11-20T09:00:00Z'),
      'The wait ended today at 10:00 (CET).',
      true,
    ],
    [
      createTimeBound('over-by', '2026-11-20T11:00:00Z'),
      'The wait ends no later than today at 12:00 (CET).',
      false,
    ],
    [
      createTimeBound('open-until', '2026-11-21T09:00:00Z'),
      'You can send free-form messages until tomorrow at 10:00 (CET).',
      false,
    ],
    [
      createTimeBound('open-until', '2026-11-19T09:00:00Z'),
      'Closed since yesterday at 10:00 (CET): you can only send templates.',
      true,
    ],
    [
      createTimeBound('ended', '2026-11-19T09:00:00Z', { fromMs: null }),
      'Expired yesterday at 10:00 (CET).',
      true,
    ],
    [
      createTimeBound('ends', '2026-11-17T09:00:00Z'),
      'Ended on Tue 17 Nov at 10:00 (CET).',
      true,
    ],
    [
      createTimeBound('over-by', '2026-11-20T11:00:00Z', {
        confidence: 'usual',
      }),
      'Usually: the wait ends no later than today at 12:00 (CET).',
      false,
    ],
  ])('%o', (given, text, isOver) =>
    expect(formatTimeBound(given, clock)).toEqual({ text, isOver }),
  );

  it.each([
    ['nothing is known', null],
    [
      'the failure lies ahead',
      createTimeBound('retry-from', '2026-11-22T00:00:00Z', {
        fromMs: nowMs + 36e5,
      }),
    ],
    [
      'it is years past',
      createTimeBound('retry-from', '2021-11-22T00:00:00Z', {
        fromMs: parseMs('2021-11-21T00:00:00Z'),
      }),
    ],
    [
      'it is years ahead',
      createTimeBound('ends', '2036-11-22T00:00:00Z', { fromMs: null }),
    ],
    [
      'what is over lies ahead',
      createTimeBound('ended', '2026-11-22T00:00:00Z', { fromMs: null }),
    ],
  ])('is empty if %s', (_, given) =>
    expect(formatTimeBound(given, clock)).toBeNull(),
  );

  it('says that it has expired exactly from then on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), (away) => {
        const line = formatTimeBound(
          {
            as: 'retry-from',
            atMs: nowMs + away * 1000,
            fromMs: nowMs,
            confidence: 'stated',
          },
          clock,
        );
        expect(line?.isOver).toBe(away <= 0);
      }),
    );
  });
});

it.each([
  ['24 h', 864e5],
  ['6 s', 6000],
  ['19 min', 114e4],
  ['{minutes} min', null],
  ['about 2 h', null],
  ['2 hours', null],
  ['', null],
])('%s lasts %s ms', (lasts, ms) => expect(parseDuration(lasts)).toBe(ms));

describe('the time window of an entry', () => {
  const [model] = testCatalogue.entries;
  const sentMs = parseMs('2026-11-20T10:00:00Z');
  const detail = { match: ['x'], meaning: 'x' };
  const find = (
    window: Omit<TimeWindow, 'confidence'>,
    { text = '', captures = {}, moment = sentMs as number | null } = {},
  ) =>
    model &&
    findTimeBound(
      { ...model, window: { ...window, confidence: 'stated' } },
      { detail, captures, start: 0, end: 0, weight: 0 },
      text,
      () => moment,
    );

  it('begins with the failure', () => {
    expect(find({ as: 'ends', lasts: '2 h', from: 'failure' })).toEqual({
      as: 'ends',
      atMs: sentMs + 72e5,
      fromMs: sentMs,
      confidence: 'stated',
    });
    expect(
      find(
        { as: 'ends', lasts: '{n} s', from: 'failure' },
        { captures: { n: '9' } },
      )?.atMs,
    ).toBe(sentMs + 9_000);
    expect(find({ as: 'ends', lasts: '{n} s', from: 'failure' })).toBeNull();
    expect(
      find({ as: 'ends', lasts: '1 h', from: 'failure' }, { moment: null }),
    ).toBeNull();
  });

  it('begins with the customer’s last message, in the user’s own zone if it has none', () => {
    const window = {
      as: 'open-until',
      lasts: '24 h',
      from: 'customer-message',
    } as const;
    const sure = find(window, {
      text: 'Last customer message: 2026-11-20T10:00:00Z',
    });
    expect(sure).toEqual({
      as: 'open-until',
      atMs: sentMs + 864e5,
      fromMs: sentMs,
      confidence: 'stated',
    });
    const fromMs = new Date(2026, 10, 20, 10).getTime();
    const own = find(window, {
      text: 'Last customer message: 2026-11-20 10:00',
    });
    expect(own).toMatchObject({ fromMs, isOwn: true });
    expect(own && formatTimeBound(own, { ...clock, nowMs: fromMs })).toBeNull();
    expect(find(window)).toBeNull();
  });

  it.each([
    ['1795170780', '2026-11-20T10:33:00Z'],
    ['Friday, 20-Nov-26 02:33:00 PST', '2026-11-20T10:33:00Z'],
    ['2026-11-20T10:33:00Z or 2026-11-20T10:34:00Z', null],
    ['11795170780', null],
    ['17951707800', null],
    ['tomorrow', null],
  ])('ends at the time that the message names: %s', (when, iso) =>
    expect(find({ as: 'ends', at: 'when' }, { captures: { when } })).toEqual(
      iso && {
        as: 'ends',
        atMs: parseMs(iso),
        fromMs: null,
        confidence: 'stated',
      },
    ),
  );
});
