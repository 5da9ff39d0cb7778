import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportCodes } from '../lib/bridge/tell.ts';
import { followFrames } from '../lib/page/frame-count.ts';

/** Runs in every frame of a tab once an iframe contains a possible code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataOnNodesRemoved ??= followFrames(reportCodes);
});
