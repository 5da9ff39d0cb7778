import { text } from 'virtual:codes';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openIndex } from '../lib/detect/code-index.ts';
import { createEngine } from '../lib/page/engine.ts';

/** Runs in a frame when a text there may hold a code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataEngine ??= createEngine(() => openIndex(JSON.parse(text)));
  globalThis.errataEngineCame?.();
});
