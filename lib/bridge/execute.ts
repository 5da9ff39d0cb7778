import { browser } from 'wxt/browser';

type Execute = typeof browser.scripting.executeScript;

/**
 * Runs a script or a function in frames of a tab without waiting for `document_idle`. By default the promise stays pending until every
 * frame has loaded, so one frame that never loads would block the results of all others.
 */
export const execute = ((injection: object) =>
  browser.scripting.executeScript({ ...injection, injectImmediately: true } as never)) as Execute;

/** Runs a function in one frame and returns its result; undefined if the frame returned none. */
export async function executeIn<Args extends unknown[], Answer>(
  { tabId, frameId }: { tabId: number; frameId: number },
  func: (...args: Args) => Answer,
  ...args: Args
): Promise<Awaited<Answer> | undefined> {
  const [done] = await execute({ target: { tabId, frameIds: [frameId] }, func, args } as never);
  return done?.result as Awaited<Answer> | undefined;
}
