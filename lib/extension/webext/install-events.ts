import { browser } from 'wxt/browser';

/**
 * Calls back when this version is installed, and when Chromium starts an incognito profile. In `incognito: split` mode that profile has its
 * own background and context menu. It gets no `runtime.onInstalled`, only the `install` event of its service worker. Chromium 156, no bug
 * known; reproduce: log both events and open an incognito window.
 */
export function onVersionInstalled(begin: () => void): void {
  if (browser.extension.inIncognitoContext) addEventListener('install', begin);
  else browser.runtime.onInstalled.addListener(begin);
}

/** Calls back once after a user installed Errata from a store: not after an update, nor for an unpacked or policy installation. */
export function onFirstInstall(work: () => void): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install' || browser.extension.inIncognitoContext) return;
    if ((await browser.management.getSelf()).installType === 'normal') work();
  });
}
