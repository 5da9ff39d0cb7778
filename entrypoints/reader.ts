import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followPageSettings, pageSettings } from '../lib/bridge/page-settings.ts';
import { askEngine, askForCard, reportCodes } from '../lib/bridge/send.ts';
import { startPage } from '../lib/page/page.ts';
import { pause } from '../lib/page/pause.ts';
import type { Reader, ReaderOptions } from '../lib/page/reader.ts';
import { siteOf } from '../lib/page/site.ts';

/** Runs in a frame when a text there may hold a code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataReader ??= startReader;
  globalThis.errataReaderCame?.();
});

function startReader({ settings, ...options }: ReaderOptions): Reader {
  const page = startPage({ ...options, ask: askEngine, loadCard: askForCard, codesChanged: reportCodes });
  const life = new AbortController();
  const { host } = siteOf(null);
  if (settings) {
    // To read this script was enough for one task.
    void pause().then(() => {
      if (!life.signal.aborted) page.configure(pageSettings(settings.stored, host));
    });
  }
  followPageSettings(host, life.signal, page.configure);
  return {
    api: page.api,
    destroy() {
      life.abort();
      page.destroy();
    },
  };
}
