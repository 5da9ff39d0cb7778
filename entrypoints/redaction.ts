import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { redaction } from '../lib/masking/bundled.ts';

/** Runs in a frame, or is imported by a page of the extension, when a text is to be copied or saved. */
export default defineUnlistedScript(() => {
  globalThis.errataRedaction ??= redaction;
});
