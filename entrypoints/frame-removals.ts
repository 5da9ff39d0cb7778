import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { getOwnGlobal } from '../lib/core/get-own-global.ts';
import { notifyCodesChanged } from '../lib/extension/webext/send-message.ts';
import { watchFrameRemoval } from '../lib/page/lifecycle/frame-removal.ts';

/** Runs in every frame of a tab once an iframe contains a possible code, and stays. */
export default defineUnlistedScript(() => {
  globalThis.errataOnNodesRemoved =
    getOwnGlobal('errataOnNodesRemoved') ??
    watchFrameRemoval(notifyCodesChanged);
});
