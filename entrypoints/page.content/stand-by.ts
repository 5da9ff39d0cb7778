import type { FrameApi } from '../../lib/page/page-api.ts';
import { begin } from './begin.ts';

declare global {
  interface Document {
    /** Of Chromium alone, and not among TypeScript's types. */
    prerendering?: boolean;
  }
}

let api: FrameApi | undefined;

// Injected twice into one frame: the first is at work. What a script does as it is read, the page has to wait for: so all else begins in a task of its own, or
// as soon as anybody asks for it, and is not even read closely before; see build/bare-scripts.ts.
if (!Object.hasOwn(globalThis, 'errataPage')) {
  Object.defineProperty(globalThis, 'errataPage', { configurable: true, get: opened });
  setTimeout(() => {
    // What is rendered ahead may never be shown, and is in no tab that could be told of its codes. Asked as the script is read, it would make the start a fifth longer.
    if (document.prerendering) document.addEventListener('prerenderingchange', opened);
    else opened();
  });
}

function opened(): FrameApi {
  api ??= begin();
  return api;
}
