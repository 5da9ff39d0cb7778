import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachFeature, lettersAround, type Surrounded } from './learnt-features.ts';
import { openModel, opinionOn, SLOTS, signOf, slotOf } from './learnt-model.ts';
import { LEARNT } from './learnt-weights.ts';
import { pack } from './rising.ts';

function around(text: string): Surrounded {
  const start = text.indexOf('131047');
  const place = { text, start, end: start + 6, code: '131047' };
  return { ...place, form: 'six-digits', topics: [] };
}

function featuresOf(one: Surrounded): string[] {
  const features: string[] = [];
  eachFeature(one, (feature) => features.push(feature));
  return features;
}

/** A model with the weights given. */
function modelOf(weights: Record<string, number>) {
  const bySlot = Object.entries(weights)
    .map(([feature, weight]) => ({ slot: slotOf(feature), weight }))
    .sort((a, b) => a.slot - b.slot);
  const slots = pack(bySlot.map(({ slot }) => slot));
  return openModel({ bias: -1, slots, levels: bySlot.map(({ weight }) => signOf(weight)).join('') });
}

describe('features of a place', () => {
  it('are the words around it, the nearest by their place', () => {
    const features = featuresOf(around('it bounced with 131047 all night'));
    expect(features).toEqual(
      expect.arrayContaining(['before bounced', '-1 with', '+1 all', 'behind night', 'form six-digits']),
    );
  });

  it('tell numbers by how many digits they have, and no more', () => {
    expect(featuresOf(around('sent 2024, 131047 of them'))).toContain('before #4');
    expect(featuresOf(around('sent 2024, 131047'))).toEqual(featuresOf(around('sent 2031, 131047')));
  });

  it('leave out what is cut or far away', () => {
    const features = featuresOf(around(`far ${'x'.repeat(120)} near 131047`));
    expect(features).toContain('before near');
    expect(features.filter((feature) => /far|xx/.test(feature))).toEqual([]);
  });

  it('come from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, behind) => {
        const text = `${before}131047${behind}`;
        const place = { ...around(text), start: before.length, end: before.length + 6 };
        expect(featuresOf(place).length).toBeGreaterThan(5);
        expect(lettersAround(place)).toBeLessThanOrEqual(140);
        expect(Number.isFinite(opinionOn(place, openModel(LEARNT)).odds)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a model', () => {
  it('keeps its weights closely, and small ones more closely', () => {
    const odds = (weight: number) =>
      opinionOn(around('131047 late'), modelOf({ 'behind late': weight })).odds;
    for (const weight of [-5.5, -2, -0.3, 0.05, 0.3, 2, 5.5])
      expect(Math.abs(odds(weight) + 1 - weight)).toBeLessThan(0.02 + Math.abs(weight) * 0.06);
  });

  it('names the word that says most', () => {
    const model = modelOf({ 'behind late': 1, 'before bounced': 3, 'before order': -4 });
    expect(opinionOn(around('it bounced, 131047 late'), model).word).toBe('bounced');
    expect(opinionOn(around('order 131047 is late'), model).word).toBe('order');
  });

  it('that was learnt has a weight for some of the slots', () => {
    const { levels } = openModel(LEARNT);
    const weights = levels.filter((level) => level !== 0).length;
    expect(weights).toBe(LEARNT.levels.length);
    expect(weights).toBeGreaterThan(SLOTS / 50);
    expect(weights).toBeLessThan(SLOTS / 4);
  });
});
