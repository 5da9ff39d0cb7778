import type { CodeName } from '../page/page-api.ts';
import { execute, executeIn } from './execute.ts';

/**
 * Goes to the next (1) or previous (-1) code of a tab, across frames, and wraps around at the end.
 *
 * @param only Restricts it to these codes; the focus then stays where it is.
 * @returns False if none of them can be shown. Rejects if the browser refuses.
 */
export async function walkTab(
  tabId: number,
  step: 1 | -1,
  only: readonly CodeName[] | null = null,
): Promise<boolean> {
  const frames = await execute({
    target: { tabId, allFrames: true },
    func: () => {
      const page = globalThis.errataPage;
      return page?.codes?.().length ? { walking: page.isWalking?.() } : null;
    },
  });
  const withCodes = frames.filter(({ result }) => result).sort((a, b) => (a.frameId - b.frameId) * step);
  const at = Math.max(
    0,
    withCodes.findIndex(({ result }) => result?.walking),
  );
  const ahead = [...withCodes.slice(at), ...withCodes.slice(0, at + 1)];
  for (const { frameId } of ahead) {
    const walk = async (by: 1 | -1, names: readonly CodeName[] | null) =>
      (await globalThis.errataPage?.walk?.(by, names ?? undefined)) ?? false;
    if (await executeIn({ tabId, frameId }, walk, step, only)) return true;
  }
  return false;
}

/** Goes to the next of these codes, from a page of the extension. Returns false also if the browser refuses. */
export async function walkTo(tabId: number, only: readonly CodeName[]): Promise<boolean> {
  return walkTab(tabId, 1, only).catch(() => false);
}

/** Goes to one place of a code, counted from 0 across frames. Returns false if it is gone or hidden. */
export async function goToPlace(tabId: number, name: CodeName, at: number): Promise<boolean> {
  const [stretch] = await stretchesOf(tabId, name, at, at + 1);
  if (!stretch) return false;
  const go = async (of: CodeName, place: number) => globalThis.errataPage?.goTo?.(of, place);
  return (await executeIn({ tabId, ...stretch }, go, name, stretch.from).catch(() => false)) === true;
}

/** Returns the text around the places `from` (inclusive) to `to` (exclusive) of a code; fewer if the tab has fewer by now. */
export async function placeTexts(
  tabId: number,
  name: CodeName,
  from: number,
  to: number,
): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const { frameId, ...stretch } of await stretchesOf(tabId, name, from, to)) {
    const read = async (of: CodeName, first: number, end: number) =>
      globalThis.errataPage?.placeTexts?.(of, first, end);
    const own = executeIn({ tabId, frameId }, read, name, stretch.from, stretch.to);
    texts.push(...((await own.catch(() => undefined)) ?? []));
  }
  return texts;
}

interface Stretch {
  frameId: number;
  from: number;
  to: number;
}

/** Maps a range of the tab's places to ranges of places within each frame. */
async function stretchesOf(tabId: number, name: CodeName, from: number, to: number): Promise<Stretch[]> {
  const frames = await execute({
    target: { tabId, allFrames: true },
    func: ({ code, key }: CodeName) => {
      const of = globalThis.errataPage?.codes?.().find((one) => one.code === code && one.key === key);
      return of ? of.count - (of.unmarked ?? 0) : 0;
    },
    args: [name],
  }).catch(() => []);
  let before = 0;
  return frames
    .sort((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId, result }) => {
      const start = before;
      before += result ?? 0;
      const stretch = { frameId, from: Math.max(from, start) - start, to: Math.min(to, before) - start };
      return stretch.from < stretch.to ? [stretch] : [];
    });
}
