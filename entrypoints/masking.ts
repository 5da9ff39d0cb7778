import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { getOwnGlobal } from '../lib/core/get-own-global.ts';
import { bundledMasking } from '../lib/masking/bundled-masking.ts';

/** Runs in a frame, or is imported by a page of the extension, when a text is to be copied or saved. */
export default defineUnlistedScript(() => {
  globalThis.errataMasking = getOwnGlobal('errataMasking') ?? bundledMasking;
});
