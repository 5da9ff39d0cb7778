import { describe, expect, it } from 'vitest';
import type { Entry } from '../../data/schema.ts';
import { fixture } from '../catalogue/fixture.ts';
import { moverOf, stepsOf } from './steps.ts';

function entry(key: string, more: Partial<Entry> = {}): Entry {
  const found = fixture.byKey.get(key);
  if (!found) throw new TypeError(`expected a key of the fixture, got ${key}`);
  return { ...found, ...more };
}

describe('the steps of an entry', () => {
  it('are its own, where it has some', () => {
    const own = entry('meta/cloud/131047');
    expect(stepsOf(own)).toBe(own.steps);
    expect(moverOf(own)).toBeNull();
  });

  it.each([
    ['meta/graph/190', 'developer'],
    ['meta/cloud/131042', 'admin'],
    ['twilio/api/30003', 'operator'],
    ['360dialog/registration/1005~locked', 'operator'],
  ])('are else the next move of %s, made by the %s', (key, who) => {
    expect(stepsOf(entry(key))).toEqual([{ do: entry(key).next, who }]);
  });

  it('need nobody where nothing failed', () => {
    expect(moverOf(entry('exotel/api/30003'))).toBeNull();
  });

  it('are there for every entry', () => {
    expect(fixture.entries.filter((one) => stepsOf(one).length === 0)).toEqual([]);
  });
});
