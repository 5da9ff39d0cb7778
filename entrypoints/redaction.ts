import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { redaction } from '../lib/masking/bundled.ts';

/** Runs in a frame, or is imported by a page of ours, when a text is to be handed over. */
export default defineUnlistedScript(() => {
  globalThis.errataRedaction ??= redaction;
});
