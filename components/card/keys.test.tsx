import { expect, it, vi } from 'vitest';
import { listenToKeys } from './card-events.ts';

it('handles each key once, even if a frame has keys.js twice', () => {
  const life = new AbortController();
  const take = vi.fn();
  listenToKeys(window, take, life.signal);
  for (const _ of ['of the manifest', 'of a grant']) {
    const passKey = (event: KeyboardEvent) => globalThis.errataKeys?.(event);
    document.addEventListener('keydown', passKey, {
      capture: true,
      signal: life.signal,
    });
  }
  document.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
  );
  expect(take).toHaveBeenCalledOnce();
  life.abort();
});
