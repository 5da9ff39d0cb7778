import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from './rising.ts';

test('what is packed comes out as it was', () => {
  const runs = fc.array(fc.tuple(fc.nat({ max: 1_000_000 }), fc.integer({ min: 1, max: 60 })));
  fc.assert(
    fc.property(runs, (drawn) => {
      const all = drawn.flatMap(([from, count]) => Array.from({ length: count }, (_, at) => from + at));
      const sorted = [...new Set(all)].sort((a, b) => a - b);
      const signs = pack(sorted);
      const taken: number[] = [];
      unpack(signs, (value) => taken.push(value));
      expect(taken).toEqual(sorted);
      // As JSON and a script write them, none takes two.
      expect(signs).not.toMatch(/["'`\\]/);
    }),
  );
});
