import { startWhenShown } from './start.ts';

// If the script is injected twice, the first one runs. Evaluating a content script blocks the page, so the rest starts in a separate task,
// or lazily at the first access.
if (!Object.hasOwn(globalThis, 'errataPage')) {
  Object.defineProperty(globalThis, 'errataPage', { configurable: true, get: startWhenShown });
  setTimeout(startWhenShown);
}
