import known from 'virtual:prefilter';
import { openClosedRoot } from '../../lib/bridge/open-root.ts';
import { onReplaced, replaceOrphan } from '../../lib/bridge/orphan.ts';
import { askForAnnotator } from '../../lib/bridge/tell.ts';
import { openPrefilter } from '../../lib/detect/prefilter.ts';
import { startFrame } from '../../lib/page/frame.ts';
import type { FrameApi } from '../../lib/page/page-api.ts';

declare global {
  interface Document {
    /** Chromium only, and not in TypeScript's types. */
    prerendering?: boolean;
  }
}

let api: FrameApi | undefined;

/**
 * Starts Errata in this frame, until a newer version replaces it. Waits while the page is prerendered: it may never be shown, and has no
 * tab to report codes to.
 */
export function begin(): FrameApi | undefined {
  if (document.prerendering) document.addEventListener('prerenderingchange', begin);
  else api ??= start();
  return api;
}

function start(): FrameApi {
  replaceOrphan();
  const frame = startFrame({
    prefilter: openPrefilter(known),
    openRoot: openClosedRoot,
    loadAnnotator: askForAnnotator,
  });
  onReplaced(() => {
    frame.destroy();
    Reflect.deleteProperty(globalThis, 'errataPage');
  });
  return frame.api;
}
