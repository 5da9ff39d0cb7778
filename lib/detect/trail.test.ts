import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Trail } from './trail.ts';
import type { Unit } from './units.ts';

const words = fc.constantFrom('Meta', 'WhatsApp', 'x');
const unit = fc.record({
  length: fc.integer({ min: 1, max: 60 }),
  said: fc.uniqueArray(fc.record({ place: fc.nat(59), word: words }), {
    maxLength: 4,
    selector: ({ place }) => place,
  }),
});
const question = fc.record({
  ask: fc.constantFrom('nearest', 'holds'),
  offset: fc.nat(900),
  reach: fc.integer({ min: 1, max: 200 }),
});

test('a trail answers what a search of all words does, in whatever order it is asked', () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), fc.array(question), (parts, questions) => {
      let end = 0;
      const saidBy = new Map<Unit, { at: number; word: string }[]>();
      const all: { at: number; word: string }[] = [];
      const units = parts.map(({ length, said }) => {
        const start = end;
        end += length;
        const one: Unit = { start, end, template: null, sayings: null, read: null };
        const here = said.filter(({ place }) => place < length).sort((a, b) => a.place - b.place);
        saidBy.set(
          one,
          here.map(({ place, word }) => ({ at: place, word })),
        );
        all.push(...here.map(({ place, word }) => ({ at: start + place, word })));
        return one;
      });
      const at = (offset: number) =>
        Math.max(
          0,
          units.findLastIndex(({ start }) => start <= offset),
        );
      const trail = new Trail({ all: units, at }, (one) => saidBy.get(one) ?? []);
      for (const { ask, offset, reach } of questions) {
        const [from, to] = [offset - reach, offset + reach];
        const within = all.filter((one) => one.at >= from && one.at <= to);
        if (ask === 'nearest') {
          const distance = (one: { at: number }) => Math.abs(one.at - offset);
          const [best] = within.toSorted((a, b) => distance(a) - distance(b));
          expect(trail.nearest(offset, reach)).toBe(best?.word ?? null);
        } else expect(trail.holds(from, to)).toBe(within.some((one) => one.at + one.word.length <= to));
      }
    }),
    { numRuns: 1000 },
  );
});
