import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { followPageSettings } from '../lib/bridge/page-settings.ts';
import { askDetect, askForCard } from '../lib/bridge/send.ts';
import { reportCodes } from '../lib/bridge/tell.ts';
import type { Annotator, AnnotatorOptions } from '../lib/page/annotator.ts';
import { startPage } from '../lib/page/page.ts';
import { siteOf } from '../lib/page/site.ts';

/** Runs in a frame when a text there may hold a code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataAnnotator ??= startAnnotator;
  globalThis.errataOnAnnotatorReady?.();
});

function startAnnotator(options: AnnotatorOptions): Annotator {
  const page = startPage({
    ...options,
    ask: askDetect,
    openRoot: openClosedRoot,
    loadCard: askForCard,
    codesChanged: reportCodes,
  });
  const life = new AbortController();
  followPageSettings(siteOf(null).host, life.signal, page.configure);
  return {
    api: page.api,
    destroy() {
      life.abort();
      page.destroy();
    },
  };
}
