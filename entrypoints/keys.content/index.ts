import './install-first.ts';
import './wake-background.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';

/** A small script at `document_start`, which lets Escape close the card before the page handles it. */
export default defineContentScript({
  // build/manifest.ts sets all else, from data/consoles.yaml.
  matches: [],
  globalName: false,
  main() {},
});
