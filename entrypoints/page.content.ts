import codes from 'virtual:codes';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { onReplaced, replaceOrphan } from '../lib/bridge/orphan.ts';
import { followPageSettings } from '../lib/bridge/page-settings.ts';
import { askForCard, reportCodes } from '../lib/bridge/send.ts';
import { openIndex } from '../lib/detect/code-index.ts';
import { createEngine } from '../lib/page/engine.ts';
import { startPage } from '../lib/page/page.ts';
import { siteOf } from '../lib/page/site.ts';

export default defineContentScript({
  // Filled in by build/manifest.ts from data/consoles.yaml.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main() {
    // Injected twice into one frame: the first is at work.
    if (globalThis.errataPage) return;
    replaceOrphan();
    const page = startPage({
      engine: createEngine(() => openIndex(codes)),
      openRoot: openClosedRoot,
      loadCard: askForCard,
      codesChanged: reportCodes,
      answersOnly: globalThis.errataAnswersOnly === true,
    });
    globalThis.errataPage = page.api;
    const life = new AbortController();
    followPageSettings(siteOf(null).host, life.signal, page.configure);
    onReplaced(() => {
      life.abort();
      page.destroy();
      globalThis.errataPage = undefined;
    });
  },
});
