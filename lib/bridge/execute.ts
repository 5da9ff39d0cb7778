import { browser } from 'wxt/browser';

type Execute = typeof browser.scripting.executeScript;

/**
 * Runs a script or a function in frames of a tab, at once: else the browser waits until each of them is loaded, and a single one that never
 * is would keep the answers of all others.
 */
export const execute = ((injection: object) =>
  browser.scripting.executeScript({ ...injection, injectImmediately: true } as never)) as Execute;
