import { recordAndReturn, recordFailure } from '../../core/diagnostics.ts';
import { getOwn } from '../../core/get-own.ts';
import { withTimeout } from '../../core/retry-once.ts';
import type { Settings } from '../../settings/settings.ts';
import {
  executeInFrame,
  executeInFrames,
  executeScript,
} from './execute-script.ts';
import { ANNOTATOR_SCRIPT } from './tab-frames.ts';

/** Longer than the search and a request to the background take. */
const SEARCH_TIMEOUT_MS = 15_000;

export type TabLowConfidenceHits = NonNullable<
  Awaited<ReturnType<typeof readLowConfidenceHits>>
>;
export type TabLowConfidenceHit = TabLowConfidenceHits['codes'][number];

/**
 * Finds the codes of a tab that are not underlined. Reads all frames, so only on request. Null if the browser refuses.
 *
 * @param judgedFor Finds every number that this sensitivity leaves unmarked instead, and why.
 */
export async function readLowConfidenceHits(
  tabId: number,
  host: string,
  {
    providerByHost,
    suppressions,
  }: Pick<Settings, 'providerByHost' | 'suppressions'>,
  judgedFor?: Settings['sensitivity'],
) {
  const about = {
    provider: getOwn(providerByHost, host) ?? null,
    suppressions: suppressions.map((one) => ({ ...one })),
    ...(judgedFor && { judgedFor }),
  };

  async function search() {
    await executeScript({
      target: { tabId, allFrames: true },
      files: [ANNOTATOR_SCRIPT],
    });

    // The result is null if marks are off in the frame.
    const findInFrame = async (asked: typeof about) => {
      const page = Object.hasOwn(globalThis, 'errataPage')
        ? globalThis.errataPage
        : undefined;

      return (await page?.lowConfidenceHits?.()?.find(asked)) ?? null;
    };

    return executeInFrames(tabId, findInFrame, about);
  }

  try {
    const frames = await withTimeout(search(), SEARCH_TIMEOUT_MS);
    if (!frames) throw new Error('The page does not answer.');

    const codes = frames.flatMap(({ frameId, result }) =>
      (result?.codes ?? []).map((code) => ({ ...code, frameId })),
    );

    return {
      codes: codes.sort((a, b) => b.confidence - a.confidence),
      /** Some frame was too large to be read completely. */
      partial: frames.some(({ result }) => result?.partial),
    };
  } catch (error) {
    recordFailure('find-low-confidence', error);
    return null;
  }
}

/** Scrolls the page to a code that is not underlined. Does nothing if it is gone. */
export async function revealLowConfidenceHit(
  tabId: number,
  { frameId, place }: Pick<TabLowConfidenceHit, 'frameId' | 'place'>,
): Promise<void> {
  const revealInPage = (at: number) => {
    const page = Object.hasOwn(globalThis, 'errataPage')
      ? globalThis.errataPage
      : undefined;

    return page?.lowConfidenceHits?.()?.reveal(at);
  };

  await executeInFrame({ tabId, frameId }, revealInPage, place).catch(
    recordAndReturn('navigate', undefined),
  );
}
