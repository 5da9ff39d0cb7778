import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeColumn, isTimeText } from './read-time.ts';

const NOW_MS = Date.UTC(2026, 10, 28, 12);
const read = (values: readonly string[], header = 'time') => {
  const column = createTimeColumn(header, NOW_MS);
  const times = values.map(column.read);
  return times.map((time) => {
    const found = column.resolve(time);
    return typeof found === 'string'
      ? null
      : new Date(found.ms).toISOString().replace(':00.000Z', 'Z');
  });
};

describe('a time', () => {
  it.each([
    ['2026-11-28T00:21:00.000Z', '2026-11-28T00:21Z'],
    ['2026-11-28T00:21:00+05:30', '2026-11-27T18:51Z'],
    ['2026-11-28 00:21:00 -0300', '2026-11-28T03:21Z'],
    ['Fri Nov 27 2026 10:00:00 GMT+0200 (CET)', '2026-11-27T08:00Z'],
    ['1795170000', '2026-11-20T10:20Z'],
    ['1795170000000', '2026-11-20T10:20Z'],
    ['46351.5', '2026-11-26T00:00Z'],
    ['28 Nov 26 10:00 UTC', '2026-11-28T10:00Z'],
    ['28 de noviembre de 2026, 0:21 UTC', '2026-11-28T00:21Z'],
    ['28. März 2026 00:21 UTC', '2026-03-28T00:21Z'],
    ['2 hours ago', '2026-11-28T10:30Z'],
    ['an hour ago', '2026-11-28T11:30Z'],
    ['hace 3 días', '2026-11-26T00:00Z'],
    ['há 2 horas', '2026-11-28T10:30Z'],
    ['2 घंटे पहले', '2026-11-28T10:30Z'],
    ['قبل ساعتين', '2026-11-28T10:30Z'],
    ['قبل ٣ ساعات', '2026-11-28T09:30Z'],
    ['2 jam yang lalu', '2026-11-28T10:30Z'],
    ['yesterday', null],
    ['2031-01-01', null],
    ['2026-02-31 10:00Z', null],
    ['12:30', null],
    ['soon', null],
    ['', null],
  ])('%s is %s at the latest', (text, time) =>
    expect(read([text])).toEqual([time]),
  );

  it('without a zone is the latest that it can be, but not in the future', () =>
    expect(
      read(['2026-11-25 12:00', '2026-11-28 11:00', '2026-11-25']),
    ).toEqual(['2026-11-26T00:00Z', '2026-11-28T12:00Z', '2026-11-26T12:00Z']));

  it.each([
    ['2026-11-28T00:21:00Z', '2026-11-28T00:21Z'],
    ['2026-11-25 12:00', '2026-11-24T22:00Z'],
    ['2026-11-25', '2026-11-24T10:00Z'],
    ['2 hours ago', '2026-11-28T09:00Z'],
  ])('%s is %s at the earliest', (text, time) => {
    const column = createTimeColumn('time', NOW_MS, { bound: 'earliest' });
    expect(column.resolve(column.read(text))).toMatchObject({
      ms: Date.parse(time),
    });
  });

  it('takes its zone from the header, or from the only one of the column', () => {
    expect(read(['2026-11-25 12:00'], 'Time (UTC)')).toEqual([
      '2026-11-25T12:00Z',
    ]);
    expect(read(['2026-11-25 12:00'], 'Time (GMT+5:30)')).toEqual([
      '2026-11-25T06:30Z',
    ]);
    expect(read(['2026-11-25 12:00', '2026-11-25T12:00:00Z'])[0]).toBe(
      '2026-11-25T12:00Z',
    );
    expect(
      read([
        '2026-11-25 12:00',
        '2026-11-25T12:00:00Z',
        '2026-11-25T12:00:00+02:00',
      ])[0],
    ).toBe('2026-11-26T00:00Z');
  });
});

it.each([
  '+52 55 5550 1877',
  '+55 11 5550-4810',
  '+27 11 2024 1234',
  '27 11 2024 1234',
  '+20.10.2024.5512',
  '0027 11 20 1234',
  '+32 457 95 18 21',
  '06 12 10 26 78',
  '12-10-26-78',
])('%s is a phone number, and no time', (text) => {
  expect(isTimeText(text, false)).toBe(false);
  expect(read([text])).toEqual([null]);
});

describe('the order of day and month', () => {
  it.each([
    [['28/11/2026, 00:21', '03/04/2026, 10:00'], '2026-04-03T10:00Z'],
    [['11/28/2026, 12:21 AM', '03/04/2026, 10:00 PM'], '2026-03-04T22:00Z'],
    [['03-04-2026 10:00'], null],
    [['08/08/2026 10:00'], null],
    [['13/04/2026', '04/13/2026', '03/04/2026 10:00'], null],
    [['31/31/2026', '28/11/2026', '03/04/2026 10:00'], '2026-04-03T10:00Z'],
    // In December it would be in the future.
    [['11/12/2026 10:00', '03/04/2026 10:00'], '2026-03-04T10:00Z'],
    [['03.04.2026 10:00'], '2026-04-03T10:00Z'],
  ])('comes from the whole column: %j', (values, last) =>
    expect(read(values, 'time (UTC)').at(-1)).toBe(last),
  );
});

it('never throws, and is never in the future', () =>
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 30 })),
      (values) => {
        for (const time of read(values))
          expect(time === null || Date.parse(time) <= NOW_MS).toBe(true);
      },
    ),
  ));
