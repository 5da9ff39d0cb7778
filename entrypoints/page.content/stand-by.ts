import { begin } from './begin.ts';

// Injected twice into one frame: the first is at work. What a script does as it is read, the page has to wait for: so all else begins in a task of its own, or
// as soon as anybody asks for it in a page that is shown, and is not even read closely before; see build/bare-scripts.ts.
if (!Object.hasOwn(globalThis, 'errataPage')) {
  Object.defineProperty(globalThis, 'errataPage', { configurable: true, get: begin });
  setTimeout(begin);
}
