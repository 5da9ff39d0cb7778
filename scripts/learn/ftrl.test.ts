import { expect, test } from 'vitest';
import { type Example, learn } from './ftrl.ts';

/** Of eight slots one tells a code, one tells none, and the others come with both. */
function examples(): Example[] {
  return Array.from({ length: 400 }, (_, at) => ({
    slots: [at % 2, 2 + (at % 5)],
    isCode: at % 2 === 0,
  }));
}

test('learns which slots tell, and leaves the others at 0', () => {
  const { weights } = learn(examples(), 8);
  expect(weights[0]).toBeGreaterThan(1);
  expect(weights[1]).toBeLessThan(-1);
  expect(Array.from(weights.slice(2))).toEqual([0, 0, 0, 0, 0, 0]);
});

test('learns the same from the same', () => {
  expect(learn(examples(), 8)).toEqual(learn(examples(), 8));
});
