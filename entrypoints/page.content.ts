import { text } from 'virtual:first-look';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { openClosedRoot } from '../lib/bridge/open-root.ts';
import { onReplaced, replaceOrphan } from '../lib/bridge/orphan.ts';
import { askForReader, reportCodes } from '../lib/bridge/send.ts';
import { untilOn } from '../lib/bridge/switch.ts';
import { openFirstLook } from '../lib/detect/first-look.ts';
import { startFrame } from '../lib/page/frame.ts';
import { leaveForLater } from '../lib/page/later.ts';
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
    leaveForLater('errataPage', start);
  },
});

function start(): PageApi {
  replaceOrphan();
  const life = new AbortController();
  const frame = startFrame({
    firstLook: openFirstLook(JSON.parse(text)),
    openRoot: openClosedRoot,
    untilOn: (off) => untilOn(siteOf(null).host, life.signal, off),
    loadReader: askForReader,
    codesChanged: reportCodes,
    answersOnly: globalThis.errataAnswersOnly === true,
  });
  onReplaced(() => {
    life.abort();
    frame.destroy();
    Reflect.deleteProperty(globalThis, 'errataPage');
  });
  return frame.api;
}
