import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import { testPage } from '../../tests/fixtures/tab-page.ts';
import { watchTabPage } from './watch-page.ts';

const createTabPage = (isReading: boolean): TabPage => ({
  ...testPage,
  isReading,
});
const show = vi.fn();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  show.mockClear();
});

test('reads a page again until its scan ends', async () => {
  const read = vi
    .fn<() => Promise<TabPage>>()
    .mockResolvedValue(createTabPage(true));
  await watchTabPage(read, show)();
  expect(show).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(show).toHaveBeenCalledTimes(3);
  read.mockResolvedValue(createTabPage(false));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(show).toHaveBeenCalledTimes(4);
  expect(show).toHaveBeenLastCalledWith(createTabPage(false));
});

test('reads a page once for each change during the scan', async () => {
  const read = vi.fn(async () => createTabPage(true));
  const look = watchTabPage(read, show);
  for (let change = 0; change < 5; change++) await look();
  expect(read).toHaveBeenCalledTimes(5);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(read).toHaveBeenCalledTimes(7);
});

test('a slow read is not overtaken by the next', async () => {
  let resolvePage = (_: TabPage) => {};
  const read = vi
    .fn<() => Promise<TabPage>>()
    .mockReturnValueOnce(
      new Promise((done) => {
        resolvePage = done;
      }),
    )
    .mockResolvedValue(createTabPage(false));
  const look = watchTabPage(read, show);
  const both = [look(), look()];
  resolvePage(createTabPage(true));
  await Promise.all(both);
  expect(show.mock.calls).toEqual([
    [createTabPage(true)],
    [createTabPage(false)],
  ]);
});

test('a page that cannot be read counts as no page', async () => {
  await watchTabPage(() => Promise.reject(new Error('gone')), show)();
  expect(show).toHaveBeenCalledWith(null);
});
