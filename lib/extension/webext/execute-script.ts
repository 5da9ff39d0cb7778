import { browser } from 'wxt/browser';

/** Runs a script or a function in frames now. By default, one frame that never loads would block the results of all others. */
export const executeScript = ((injection: object) =>
  browser.scripting.executeScript({
    ...injection,
    injectImmediately: true,
  } as never)) as typeof browser.scripting.executeScript;

/** Runs a function in all frames of a tab, and returns the results in the order of the frames, the top frame first. */
export async function executeInFrames<Args extends unknown[], Answer>(
  tabId: number,
  func: (...args: Args) => Answer,
  ...args: Args
): Promise<{ frameId: number; result?: Awaited<Answer> }[]> {
  const frames = await executeScript({
    target: { tabId, allFrames: true },
    func,
    args,
  } as never);

  return frames.sort((a, b) => a.frameId - b.frameId) as never;
}

/** Runs a function in one frame and returns its result; undefined if the frame returned none. */
export async function executeInFrame<Args extends unknown[], Answer>(
  { tabId, frameId }: { tabId: number; frameId: number },
  func: (...args: Args) => Answer,
  ...args: Args
): Promise<Awaited<Answer> | undefined> {
  const [done] = await executeScript({
    target: { tabId, frameIds: [frameId] },
    func,
    args,
  } as never);

  return done?.result as Awaited<Answer> | undefined;
}
