import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { getOwnGlobal } from '../lib/core/get-own-global.ts';
import { requestDetection } from '../lib/extension/webext/send-message.ts';
import { createDoubtJudge } from '../lib/page/text/doubt-judge.ts';

/** Runs in a frame with texts that hold a code only if what is around them says so. */
export default defineUnlistedScript(() => {
  globalThis.errataJudge =
    getOwnGlobal('errataJudge') ??
    createDoubtJudge(async (requests) =>
      (await requestDetection(requests)).some((codes) => codes.length > 0),
    );
});
