import known from 'virtual:first-look';
import { openClosedRoot } from '../../lib/bridge/open-root.ts';
import { onReplaced, replaceOrphan } from '../../lib/bridge/orphan.ts';
import { askForReader } from '../../lib/bridge/tell.ts';
import { openFirstLook } from '../../lib/detect/first-look.ts';
import { startFrame } from '../../lib/page/frame.ts';
import type { FrameApi } from '../../lib/page/page-api.ts';

/** Errata in this frame, until a newer version takes its place. */
export function begin(): FrameApi {
  replaceOrphan();
  const frame = startFrame({
    firstLook: openFirstLook(known),
    openRoot: openClosedRoot,
    loadReader: askForReader,
    answersOnly: globalThis.errataAnswersOnly === true,
  });
  onReplaced(() => {
    frame.destroy();
    Reflect.deleteProperty(globalThis, 'errataPage');
  });
  return frame.api;
}
