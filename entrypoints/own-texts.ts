import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recordAndReturn } from '../lib/core/diagnostics.ts';
import { getOwnGlobal } from '../lib/core/get-own-global.ts';
import { withLiterals } from '../lib/detect/prefilter/prefilter.ts';
import {
  getOwnTexts,
  readEffectiveSettings,
} from '../lib/extension/webext/effective-settings.ts';

/** Runs next to `page.js` if the team has codes of its own, so that other teams do not pay for them; and when these codes change. */
export default defineUnlistedScript(async () => {
  const texts = await readEffectiveSettings().then(
    getOwnTexts,
    recordAndReturn('read-settings', []),
  );

  globalThis.errataWithOwnTexts = (prefilter) => withLiterals(prefilter, texts);
  getOwnGlobal('errataPage')?.lookAgain?.();
});
