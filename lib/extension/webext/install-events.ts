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

const WELCOMED_KEY = 'welcomed';

/**
 * Calls back once after a user installed Errata: not after an update, nor if a policy did. An unpacked extension may be
 * loaded at each start of the browser, so it remembers the first; its page must not take the place of the one in front.
 */
export function onFirstInstall(work: (isInFront: boolean) => void): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install' || browser.extension.inIncognitoContext) return;
    const { installType } = await browser.management.getSelf();
    if (installType === 'normal') return work(true);
    if (installType !== 'development') return;

    const { local } = browser.storage;
    const isKnown = WELCOMED_KEY in (await local.get(WELCOMED_KEY));
    if (isKnown) return;

    await local.set({ [WELCOMED_KEY]: true });
    work(false);
  });
}
