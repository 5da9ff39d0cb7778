import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { followPageSettings } from '../lib/bridge/page-settings.ts';
import { askEngine, askForCard } from '../lib/bridge/send.ts';
import { reportCodes } from '../lib/bridge/tell.ts';
import { startPage } from '../lib/page/page.ts';
import type { Reader, ReaderOptions } from '../lib/page/reader.ts';
import { siteOf } from '../lib/page/site.ts';

/** Runs in a frame when a text there may hold a code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataReader ??= startReader;
  globalThis.errataReaderCame?.();
});

function startReader(options: ReaderOptions): Reader {
  const page = startPage({
    ...options,
    ask: askEngine,
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
