import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { onReplaced, replaceOrphan } from '../lib/bridge/orphan.ts';
import { followPageSettings } from '../lib/bridge/page-settings.ts';
import { askDetect, askForCard } from '../lib/bridge/send.ts';
import { reportCodes } from '../lib/bridge/tell.ts';
import type { Annotator } from '../lib/page/annotator.ts';
import { createDetectClient } from '../lib/page/detect-client.ts';
import { type PageOptions, type PageState, startPage } from '../lib/page/page.ts';
import { createRootFinder } from '../lib/page/roots.ts';
import { siteOf } from '../lib/page/site.ts';
import { createWeakHitFinder } from '../lib/page/weak-hits.ts';

/** Runs in a frame when a text may contain a code, or when a user asks for an explanation. It stays until the frame unloads. */
export default defineUnlistedScript(() => {
  globalThis.errataAnnotator ??= {
    start(prefilter, settings) {
      alone?.destroy();
      return start(prefilter, settings);
    },
    findWeakHits: (prefilter) =>
      createWeakHitFinder({
        prefilter,
        client: createDetectClient(askDetect),
        openRoot: createRootFinder(openClosedRoot),
      }),
    explainSelection(text) {
      alone ??= startAlone();
      return alone.api.explainSelection(text);
    },
  };
  globalThis.errataPage?.onAnnotatorReady?.();
});

/** The annotator of a page that is no console. */
let alone: Annotator | null = null;

function startAlone(): Annotator {
  replaceOrphan();
  const started = start(null, null);
  onReplaced(started.destroy);
  return started;
}

function start(prefilter: PageOptions['prefilter'], settings: PageState | null): Annotator {
  const page = startPage({
    prefilter,
    detect: askDetect,
    openRoot: openClosedRoot,
    loadCard: askForCard,
    codesChanged: reportCodes,
  });
  const life = new AbortController();
  followPageSettings(() => siteOf(null), settings, life.signal, page.configure);
  return {
    api: page.api,
    destroy() {
      life.abort();
      page.destroy();
    },
  };
}
