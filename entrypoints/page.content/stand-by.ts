import { begin } from './begin.ts';

// Injected twice into one frame: the first is at work. The page has to wait for what a script does as it is read: so all else begins in
// a task of its own, or as soon as anybody asks for it in a page that is shown.
if (!Object.hasOwn(globalThis, 'errataPage')) {
  Object.defineProperty(globalThis, 'errataPage', { configurable: true, get: begin });
  setTimeout(begin);
}
