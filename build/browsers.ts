import { existsSync } from 'node:fs';
import paths from './browser-paths.json' with { type: 'json' };

/** Flags for headless Chromium without background network requests. `--no-sandbox` lets it run as root in a container. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const findChromium = () =>
  process.env.CHROMIUM_PATH ?? paths.chromium.find(existsSync) ?? 'chromium';
export const findFirefox = () =>
  process.env.FIREFOX_PATH ?? paths.firefox.find(existsSync) ?? 'firefox';
