import { browser } from 'wxt/browser';

/**
 * Calls back when this version begins: as it is installed, and again in the private windows of Chromium. Those have a background and a menu of their own, and
 * are told of no installation but that of their worker.
 */
export function onBegun(begin: () => void): void {
  if (browser.extension.inIncognitoContext) addEventListener('install', begin);
  else browser.runtime.onInstalled.addListener(begin);
}

/** Calls back once a person has installed Errata from a store: not at an update, and not where a developer or an organization put it there. */
export function onInstalledByPerson(work: () => void): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install' || browser.extension.inIncognitoContext) return;
    if ((await browser.management.getSelf()).installType === 'normal') work();
  });
}
