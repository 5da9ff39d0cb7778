import { existsSync } from 'node:fs';

/** Flags for headless Chromium without background network requests. `--no-sandbox` lets it run as root in a container. */
export const CHROMIUM_FLAGS =
  `--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync`.split(/\s+/);

const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const FIREFOX_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

export const findChromium = () => process.env.CHROMIUM_PATH ?? CHROMIUM_PATHS.find(existsSync) ?? 'chromium';
export const findFirefox = () => process.env.FIREFOX_PATH ?? FIREFOX_PATHS.find(existsSync) ?? 'firefox';
