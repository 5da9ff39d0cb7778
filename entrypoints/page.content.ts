import firstLook from 'virtual:first-look';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { onReplaced, replaceOrphan } from '../lib/bridge/orphan.ts';
import { followPageSettings } from '../lib/bridge/page-settings.ts';
import { askForCard, askForEngine, reportCodes } from '../lib/bridge/send.ts';
import { openFirstLook } from '../lib/detect/first-look.ts';
import { leaveForLater } from '../lib/page/later.ts';
import { startPage } from '../lib/page/page.ts';
import type { PageApi } from '../lib/page/page-api.ts';
import { siteOf } from '../lib/page/site.ts';

export default defineContentScript({
  // Filled in by build/manifest.ts from data/consoles.yaml.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main() {
    // Injected twice into one frame: the first is at work.
    if (Object.hasOwn(globalThis, 'errataPage')) return;
    replaceOrphan();
    leaveForLater('errataPage', start);
  },
});

function start(): PageApi {
  const page = startPage({
    firstLook: openFirstLook(firstLook),
    loadEngine: askForEngine,
    openRoot: openClosedRoot,
    loadCard: askForCard,
    codesChanged: reportCodes,
    answersOnly: globalThis.errataAnswersOnly === true,
  });
  const life = new AbortController();
  followPageSettings(siteOf(null).host, life.signal, page.configure);
  onReplaced(() => {
    life.abort();
    page.destroy();
    Reflect.deleteProperty(globalThis, 'errataPage');
  });
  return page.api;
}
