import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getLogTail, type Share } from './exact-test.ts';

function choose(size: number, chosen: number): bigint {
  let result = 1n;
  for (let at = 0; at < chosen; at++)
    result = (result * BigInt(size - at)) / BigInt(at + 1);
  return chosen > size ? 0n : result;
}

const SCALE = 10n ** 40n;

/** The definition of the tail, in exact numbers. */
function getTail(group: Share, total: Share): number {
  let ways = 0n;

  for (
    let hits = group.failed;
    hits <= Math.min(group.messages, total.failed);
    hits++
  )
    ways +=
      choose(group.messages, hits) *
      choose(total.messages - group.messages, total.failed - hits);

  const scaled = (ways * SCALE) / choose(total.messages, total.failed);
  return Number(scaled) / Number(SCALE);
}

const tables = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(300))
  .filter((cells) => cells.some((cell) => cell > 0))
  .map(([hits, misses, otherHits, otherMisses]) => ({
    group: { messages: hits + misses, failed: hits },
    total: {
      messages: hits + misses + otherHits + otherMisses,
      failed: hits + otherHits,
    },
  }));

describe('the tail of the exact test', () => {
  test('is that of its definition', () =>
    fc.assert(
      fc.property(tables, ({ group, total }) => {
        expect(Math.exp(getLogTail(group, total))).toBeCloseTo(
          getTail(group, total),
          9,
        );
      }),
    ));

  test('is that of a lady who tastes tea', () =>
    expect(
      Math.exp(
        getLogTail({ messages: 4, failed: 3 }, { messages: 8, failed: 4 }),
      ),
    ).toBeCloseTo(17 / 70, 12));

  test('stays exact where it is smaller than the least number', () => {
    const logTail = getLogTail(
      { messages: 5_000, failed: 5_000 },
      { messages: 1_000_000, failed: 5_000 },
    );
    expect(logTail).toBeLessThan(-30_000);
    expect(Number.isFinite(logTail)).toBe(true);
  });
});
