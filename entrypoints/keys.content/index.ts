import './install-first.ts';
import './wake-background.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';

/** A small script at `document_start`, which lets Escape close the card before the page handles it. */
export default defineContentScript({
  // Filled in by build/manifest.ts from data/consoles.yaml.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_start',
  globalName: false,
  main() {},
});
