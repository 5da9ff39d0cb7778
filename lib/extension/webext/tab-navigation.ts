import { recordAndReturn } from '../../core/diagnostics.ts';
import type { CodeName } from '../../page/marking/code-counts.ts';
import { executeInFrame, executeInFrames } from './execute-script.ts';

/** Goes to the next (1) or previous (-1) code across frames; with `only`, the focus stays. Returns false if none can be shown. */
export async function navigateTab(
  tabId: number,
  step: 1 | -1,
  only: readonly CodeName[] | null = null,
) {
  const frames = await executeInFrames(tabId, () => {
    const page = Object.hasOwn(globalThis, 'errataPage')
      ? globalThis.errataPage
      : undefined;
    return page?.codes?.().length ? { walking: page.isNavigating?.() } : null;
  });

  const withCodes = frames.filter(({ result }) => result);

  if (step < 0) withCodes.reverse();

  const walked = withCodes.findIndex(({ result }) => result?.walking);
  const at = Math.max(0, walked);
  const ahead = [...withCodes.slice(at), ...withCodes.slice(0, at + 1)];

  for (const { frameId } of ahead) {
    const navigateInFrame = async (
      by: 1 | -1,
      names: readonly CodeName[] | null,
    ) => {
      const page = Object.hasOwn(globalThis, 'errataPage')
        ? globalThis.errataPage
        : undefined;

      return (await page?.navigate?.(by, names ?? undefined)) ?? false;
    };

    if (await executeInFrame({ tabId, frameId }, navigateInFrame, step, only))
      return true;
  }

  return false;
}

/** Goes to the next of these codes, from a page of the extension. Returns false also if the browser refuses. */
export const navigateTabTo = async (
  tabId: number,
  only: readonly CodeName[],
): Promise<boolean> =>
  navigateTab(tabId, 1, only).catch(recordAndReturn('navigate', false));

/** Goes to one occurrence of a code, counted from 0 across frames. Returns false if it is gone or hidden. */
export async function goToOccurrence(
  tabId: number,
  name: CodeName,
  at: number,
): Promise<boolean> {
  const [stretch] = await splitByFrame(tabId, name, at, at + 1);
  if (!stretch) return false;

  const goToInFrame = async (of: CodeName, index: number) => {
    const page = Object.hasOwn(globalThis, 'errataPage')
      ? globalThis.errataPage
      : undefined;

    return page?.goTo?.(of, index);
  };

  const went = executeInFrame(
    { tabId, ...stretch },
    goToInFrame,
    name,
    stretch.from,
  );

  return (await went.catch(recordAndReturn('navigate', false))) === true;
}

/** Returns the text around the occurrences `from` (inclusive) to `to` (exclusive) of a code; fewer if the tab has fewer by now. */
export async function readOccurrenceTexts(
  tabId: number,
  name: CodeName,
  from: number,
  to: number,
  isLabelled = false,
): Promise<readonly string[]> {
  const texts: string[] = [];

  for (const { frameId, from: first, to: end } of await splitByFrame(
    tabId,
    name,
    from,
    to,
  )) {
    const readTextsInFrame = async (
      of: CodeName,
      first: number,
      end: number,
      labels: boolean,
    ) => {
      const page = Object.hasOwn(globalThis, 'errataPage')
        ? globalThis.errataPage
        : undefined;

      return page?.readMarkTexts?.(of, first, end, labels);
    };

    const own = executeInFrame(
      { tabId, frameId },
      readTextsInFrame,
      name,
      first,
      end,
      isLabelled,
    );

    texts.push(
      ...((await own.catch(recordAndReturn('navigate', undefined))) ?? []),
    );
  }

  return texts;
}

async function splitByFrame(
  tabId: number,
  name: CodeName,
  from: number,
  to: number,
) {
  const countInFrame = ({ code, key }: CodeName) => {
    const page = Object.hasOwn(globalThis, 'errataPage')
      ? globalThis.errataPage
      : undefined;

    const of = page
      ?.codes?.()
      .find((one) => one.code === code && one.key === key);
    return of ? of.count - (of.unmarked ?? 0) : 0;
  };

  const frames = await executeInFrames(tabId, countInFrame, name).catch(
    recordAndReturn('navigate', []),
  );

  let before = 0;

  return frames.flatMap(({ frameId, result }) => {
    const start = before;

    before += result ?? 0;

    const stretch = {
      frameId,
      from: Math.max(from, start) - start,
      to: Math.min(to, before) - start,
    };

    return stretch.from < stretch.to ? [stretch] : [];
  });
}
