import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchFrameRemoval } from '../lib/page/lifecycle/frame-removal.ts';
import { notifyCodesChanged } from '../lib/webext/send-message.ts';

/** Runs in every frame of a tab once an iframe contains a possible code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataOnNodesRemoved ??= watchFrameRemoval(notifyCodesChanged);
});
