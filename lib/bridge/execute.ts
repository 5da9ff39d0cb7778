import { browser } from 'wxt/browser';

type Execute = typeof browser.scripting.executeScript;

/**
 * Runs a script or a function in frames of a tab, at once: else the browser waits until each of them is loaded, and a single one that never
 * is would keep the answers of all others.
 */
export const execute = ((injection: object) =>
  browser.scripting.executeScript({ ...injection, injectImmediately: true } as never)) as Execute;

/** The same in one frame, with what the function answers. */
export async function executeIn<Args extends unknown[], Answer>(
  { tabId, frameId }: { tabId: number; frameId: number },
  func: (...args: Args) => Answer,
  ...args: Args
): Promise<Awaited<Answer> | undefined> {
  const [done] = await execute({ target: { tabId, frameIds: [frameId] }, func, args } as never);
  return done?.result as Awaited<Answer> | undefined;
}
