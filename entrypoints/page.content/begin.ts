import { text } from 'virtual:first-look';
import { openClosedRoot } from '../../lib/bridge/open-root.ts';
import { onReplaced, replaceOrphan } from '../../lib/bridge/orphan.ts';
import { askForReader } from '../../lib/bridge/tell.ts';
import { openFirstLook } from '../../lib/detect/first-look.ts';
import { startFrame } from '../../lib/page/frame.ts';
import type { PageApi } from '../../lib/page/page-api.ts';

declare global {
  interface Document {
    /** Of Chromium alone, and not among TypeScript's types. */
    prerendering?: boolean;
  }
}

let api: PageApi | undefined;

// Injected twice into one frame: the first is at work. What a script does as it is read, the page has to wait for: so this begins in a task of its own, or as
// soon as anybody asks for it. In no function, as a browser reads each that is called a second time.
if (!Object.hasOwn(globalThis, 'errataPage')) {
  Object.defineProperty(globalThis, 'errataPage', { configurable: true, get: begin });
  setTimeout(() => {
    // What is rendered ahead may never be shown, and is in no tab that could be told of its codes. Asked as the script is read, it would make the start a fifth longer.
    if (document.prerendering) document.addEventListener('prerenderingchange', begin);
    else begin();
  });
}

function begin(): PageApi {
  if (api) return api;
  replaceOrphan();
  const frame = startFrame({
    firstLook: openFirstLook(JSON.parse(text)),
    openRoot: openClosedRoot,
    loadReader: askForReader,
    answersOnly: globalThis.errataAnswersOnly === true,
  });
  onReplaced(() => {
    frame.destroy();
    Reflect.deleteProperty(globalThis, 'errataPage');
  });
  api = frame.api;
  return api;
}
