import { afterEach, expect, test } from 'vitest';
import { createHost } from './host.ts';

const host = createHost(window);
afterEach(() => host.leave());

test('detects that a page moves the card in small steps', () => {
  host.enter(document.documentElement);
  host.put({ x: 100, y: 100, maxHeight: 400 });
  const moved = Array.from({ length: 10 }, (_, step) =>
    host.put({ x: 100 + 3 * (step + 1), y: 100, maxHeight: 400 }),
  );
  expect(moved.filter(Boolean)).toHaveLength(5);
  expect(host.put({ x: 131, y: 101, maxHeight: 400 })).toBe(false);
});
