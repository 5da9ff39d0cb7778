import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportCodes } from '../lib/bridge/tell.ts';
import { followFrames } from '../lib/page/frame-count.ts';

/** Runs in every frame of a tab when one of those within another holds what may be a code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataOnNodesRemoved ??= followFrames(reportCodes);
});
