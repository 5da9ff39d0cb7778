import known from 'virtual:prefilter';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recordStart } from '../lib/core/diagnostics.ts';
import { getOwnGlobal } from '../lib/core/get-own-global.ts';
import { retryOnceWithTimeout } from '../lib/core/retry-once.ts';
import {
  createPrefilter,
  type Prefilter,
} from '../lib/detect/prefilter/prefilter.ts';
import { createStagedFilter } from '../lib/detect/prefilter/staged-filter.ts';
import {
  onTakenOver,
  takeOverFromOrphan,
} from '../lib/extension/webext/orphan.ts';
import { watchPageSettings } from '../lib/extension/webext/page-settings.ts';
import {
  notifyCodesChanged,
  requestDetection,
  sendToBackground,
} from '../lib/extension/webext/send-message.ts';
import { getShadowRoot } from '../lib/extension/webext/shadow-root.ts';
import { createAnnotatorController } from '../lib/page/lifecycle/annotator-controller.ts';
import { createLowConfidenceHitFinder } from '../lib/page/marking/low-confidence-hits.ts';
import type { Annotator } from '../lib/page/marking/page-api.ts';
import { createShadowRootGetter } from '../lib/page/text/shadow-roots.ts';
import { getSite } from '../lib/page/text/site.ts';
import type { PageState } from '../lib/settings/settings.ts';

/** Runs in a frame when a text may contain a code, or when a user asks for an explanation. It stays until the frame unloads. */
export default defineUnlistedScript(() => {
  globalThis.errataAnnotator = getOwnGlobal('errataAnnotator') ?? {
    start(settings, hasCandidate) {
      standaloneAnnotator?.destroy();
      return startAnnotator(createOwnPrefilter(hasCandidate), settings);
    },
    findLowConfidenceHits: () =>
      createLowConfidenceHitFinder({
        prefilter: withOwnTexts(createOwnPrefilter()),
        client: (requests) =>
          retryOnceWithTimeout(() => requestDetection(requests), 'detect'),
        getShadowRoot: createShadowRootGetter(getShadowRoot),
      }),
    explainSelection(text) {
      standaloneAnnotator ??= startStandalone();
      return standaloneAnnotator.api.explainSelection(text);
    },
  };

  getOwnGlobal('errataPage')?.onAnnotatorReady?.();
});

function createOwnPrefilter(
  hasCandidate?: (text: string) => boolean,
): Prefilter {
  const { host } = getSite(null);

  return hasCandidate
    ? createStagedFilter(hasCandidate, known, host)
    : createPrefilter(known, host);
}

const withOwnTexts = (prefilter: Prefilter): Prefilter =>
  getOwnGlobal('errataWithOwnTexts')?.(prefilter) ?? prefilter;

/** The annotator of a page that is no console. */
let standaloneAnnotator: Annotator | null = null;

function startStandalone(): Annotator {
  takeOverFromOrphan();
  const started = startAnnotator(null, null);
  onTakenOver(started.destroy);
  return started;
}

function startAnnotator(
  prefilter: Prefilter | null,
  settings: PageState | null,
): Annotator {
  recordStart('annotator');

  const page = createAnnotatorController({
    prefilter,
    detect: requestDetection,
    getShadowRoot,
    loadCard: () => sendToBackground('loadCard'),
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
