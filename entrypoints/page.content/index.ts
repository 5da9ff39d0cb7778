import './lazy-start.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  // Filled in by build/manifest.ts from data/consoles.yaml.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  globalName: false,
  main() {},
});
