import patterns from 'virtual:coarse-patterns';
import { recordAndReturn, recordStart } from '../../lib/core/diagnostics.ts';
import { createCoarseFilter } from '../../lib/detect/prefilter/coarse-filter.ts';
import {
  onTakenOver,
  takeOverFromOrphan,
} from '../../lib/extension/webext/orphan.ts';
import { sendToBackground } from '../../lib/extension/webext/send-message.ts';
import { getShadowRoot } from '../../lib/extension/webext/shadow-root.ts';
import { getDocumentProperty, listenOn } from '../../lib/page/dom/nodes.ts';
import { bootstrapContent } from '../../lib/page/lifecycle/content-bootstrap.ts';
import type { FrameApi } from '../../lib/page/marking/page-api.ts';
import { getSite } from '../../lib/page/text/site.ts';

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
function startWhenShown(): FrameApi | undefined {
  if (getDocumentProperty('prerendering'))
    listenOn(document, 'prerenderingchange', startWhenShown);
  else api ??= startNow();
  return api;
}

function startNow(): FrameApi {
  recordStart('page');
  takeOverFromOrphan();

  const frame = bootstrapContent({
    filter: createCoarseFilter(patterns, getSite(null).host),
    getShadowRoot,
    loadAnnotator: () => sendToBackground('loadAnnotator'),
    loadJudge: () => sendToBackground('loadJudge'),
    onRestored: () =>
      void sendToBackground('loadOwnTexts').catch(
        recordAndReturn('read-settings', undefined),
      ),
  });

  onTakenOver(() => {
    frame.destroy();
    Reflect.deleteProperty(globalThis, 'errataPage');
  });

  return frame.api;
}

// If the script is injected twice, the first one runs. Evaluating a content script blocks the page, so the rest starts in a separate task,
// or lazily at the first access.
if (!Object.hasOwn(globalThis, 'errataPage')) {
  Object.defineProperty(globalThis, 'errataPage', {
    configurable: true,
    get: startWhenShown,
  });

  setTimeout(startWhenShown);
}
