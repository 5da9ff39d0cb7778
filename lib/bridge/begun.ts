import { browser } from 'wxt/browser';

/**
 * Calls back when this version begins: as it is installed, and again in the private windows of Chromium. Those have a background and a menu of their own, and
 * are told of no installation but that of their worker.
 */
export function onBegun(begin: () => void): void {
  if (browser.extension.inIncognitoContext) addEventListener('install', begin);
  else browser.runtime.onInstalled.addListener(begin);
}
