import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { retryOnceWithTimeout } from '../lib/core/retry-once.ts';
import { startTriage } from '../lib/page/lifecycle/triage.ts';
import { requestDetection } from '../lib/webext/send-message.ts';

/** Runs in a frame whose prescan found a text that may be a code. */
export default defineUnlistedScript(() => {
  globalThis.errataTriage = (options) =>
    startTriage({
      ...options,
      client: (requests) => retryOnceWithTimeout(() => requestDetection(requests), 'detect'),
    });
});
