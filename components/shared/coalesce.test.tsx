import { expect, test } from 'vitest';
import { coalesce } from './watch-page.ts';

/** Creates work whose runs are ended by the test. */
function createWorker() {
  const ends: (() => void)[] = [];
  const work = coalesce(() => new Promise<void>((end) => ends.push(end)));
  return { work, ends };
}

test('runs once more after any number of calls during a run', async () => {
  const { work, ends } = createWorker();
  const all = [work(), work(), work()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  await Promise.all(all);
  expect(ends).toHaveLength(2);
});

test('runs again after it has ended or failed', async () => {
  let runs = 0;
  const work = coalesce(async () => {
    if (++runs === 1) throw new Error('the tab was closed');
  });
  await expect(work()).rejects.toThrow('the tab was closed');
  await work();
  expect(runs).toBe(2);
});
