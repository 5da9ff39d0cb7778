import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { notifyCodesChanged } from '../lib/bridge/background-client.ts';
import { requestCard, requestDetection } from '../lib/bridge/background-requests.ts';
import { onTakenOver, takeOverFromOrphan } from '../lib/bridge/orphan.ts';
import { watchPageSettings } from '../lib/bridge/page-settings.ts';
import { getShadowRoot } from '../lib/bridge/shadow-root.ts';
import type { Annotator } from '../lib/page/annotator.ts';
import {
  type AnnotatorControllerOptions,
  createAnnotatorController,
  type PageState,
} from '../lib/page/annotator-controller.ts';
import { createDetectClient } from '../lib/page/detect-client.ts';
import { createLowConfidenceHitFinder } from '../lib/page/low-confidence-hits.ts';
import { createShadowRootGetter } from '../lib/page/shadow-roots.ts';
import { getSite } from '../lib/page/site.ts';

/** Runs in a frame when a text may contain a code, or when a user asks for an explanation. It stays until the frame unloads. */
export default defineUnlistedScript(() => {
  globalThis.errataAnnotator ??= {
    start(prefilter, settings) {
      standaloneAnnotator?.destroy();
      return startAnnotator(prefilter, settings);
    },
    findLowConfidenceHits: (prefilter) =>
      createLowConfidenceHitFinder({
        prefilter,
        client: createDetectClient(requestDetection),
        getShadowRoot: createShadowRootGetter(getShadowRoot),
      }),
    explainSelection(text) {
      standaloneAnnotator ??= startStandalone();
      return standaloneAnnotator.api.explainSelection(text);
    },
  };
  globalThis.errataPage?.onAnnotatorReady?.();
});

/** The annotator of a page that is no console. */
let standaloneAnnotator: Annotator | null = null;

function startStandalone(): Annotator {
  takeOverFromOrphan();
  const started = startAnnotator(null, null);
  onTakenOver(started.destroy);
  return started;
}

function startAnnotator(
  prefilter: AnnotatorControllerOptions['prefilter'],
  settings: PageState | null,
): Annotator {
  const page = createAnnotatorController({
    prefilter,
    detect: requestDetection,
    getShadowRoot: getShadowRoot,
    loadCard: requestCard,
    onCodesChanged: notifyCodesChanged,
  });
  const life = new AbortController();
  watchPageSettings(() => getSite(null), settings, life.signal, page.configure);
  return {
    api: page.api,
    destroy() {
      life.abort();
      page.destroy();
    },
  };
}
