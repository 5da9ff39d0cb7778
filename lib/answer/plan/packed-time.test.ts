import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packTime, unpackTime } from './packed-time.ts';
import type { Moment, ReadTime } from './read-time.ts';

const moment = fc.record<Moment>(
  {
    ms: fc.integer({ min: 1, max: Date.UTC(2100, 0) }),
    zone: fc.constantFrom('known', 'open'),
  },
  { noNullPrototype: true },
);
const orders = fc
  .tuple(fc.option(moment), fc.option(moment))
  .filter((both) => both.some(Boolean));
const time = fc.oneof(
  fc.constantFrom<ReadTime>('empty', 'unknown'),
  moment.map((one) => ({
    dayFirst: one,
    monthFirst: one,
    isOrderOpen: false,
  })),
  orders.map(([dayFirst, monthFirst]) => ({
    dayFirst,
    monthFirst,
    isOrderOpen: true,
  })),
  // `08/08/2026`.
  moment.map((one) => ({ dayFirst: one, monthFirst: one, isOrderOpen: true })),
);

test('a packed time is the same time', () =>
  fc.assert(
    fc.property(time, (one) => {
      expect(unpackTime(packTime(one))).toEqual(one);
    }),
  ));

test('a time before 1970 is unknown, and no later one with an open zone', () => {
  const old: Moment = { ms: Date.UTC(1915, 0), zone: 'known' };

  expect(
    unpackTime(
      packTime({ dayFirst: old, monthFirst: old, isOrderOpen: false }),
    ),
  ).toBe('unknown');
});
