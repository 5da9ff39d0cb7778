import { expect, it } from 'vitest';
import { detect } from './detect.ts';
import { testIndex } from './test-index.ts';
import { warmUp } from './warm-up.ts';

it('warms up in many pieces and changes nothing', () => {
  const before = detect('Fehlercode 131047 – zu spät', testIndex);
  expect([...warmUp(testIndex)].length).toBeGreaterThan(3);
  expect(detect('Fehlercode 131047 – zu spät', testIndex)).toEqual(before);
});

it('can be left at any point', () => {
  const work = warmUp(testIndex);
  work.next();
  work.return();
  expect(detect('error 131047', testIndex)).toHaveLength(1);
});
