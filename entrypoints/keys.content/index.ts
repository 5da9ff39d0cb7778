import './stand-first.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';

/** A few lines at the start of the document, so that Escape closes the card and nothing of the page. */
export default defineContentScript({
  // Filled in by build/manifest.ts from data/consoles.yaml.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_start',
  globalName: false,
  main() {},
});
