import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  packAscending,
  packHashes,
  unpackAscending,
  unpackHashes,
} from './pack-ascending.ts';

const hashes = fc.integer({ min: 0, max: 0xffffffff });

it('restores ascending numbers', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1e6)), (numbers) => {
      const sorted = numbers.sort((one, other) => one - other);
      expect(unpackAscending(packAscending(sorted))).toEqual(sorted);
    }),
  ));

it('finds each hash of a set, by the bits that are kept', () =>
  fc.assert(
    fc.property(
      fc.array(hashes),
      hashes,
      fc.integer({ min: 1, max: 28 }),
      (all, other, bits) => {
        const has = unpackHashes(packHashes(all, bits), bits);
        const kept = new Set(all.map((hash) => hash >>> (32 - bits)));

        expect(all.every(has)).toBe(true);
        expect(has(other)).toBe(kept.has(other >>> (32 - bits)));
      },
    ),
  ));

it('takes less than one and a half characters for a hash of 20 bits', () => {
  const all = Array.from(
    { length: 7_000 },
    (_, at) => Math.imul(at + 1, 0x9e3779b1) >>> 0,
  );

  expect(packHashes(all, 20).length).toBeLessThan(1.5 * all.length);
});
