import { text } from 'virtual:codes';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createEngine } from '../lib/page/engine.ts';

/** Runs in the frames of a console when the popup asks what is there besides the underlined codes, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataEngine ??= createEngine(text);
  globalThis.errataEngineCame?.();
});
