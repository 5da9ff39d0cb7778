import './lazy-start.ts';
import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  // build/manifest.ts sets all else, from data/consoles.yaml.
  matches: [],
  globalName: false,
  main() {},
});
