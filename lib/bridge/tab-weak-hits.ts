import type { WeakHit } from '../page/weak-hits.ts';
import type { Settings } from '../settings/settings.ts';
import { execute, executeIn } from './execute.ts';
import { ANNOTATOR_SCRIPT } from './tab-frames.ts';

/** A code that is not underlined, and the frame that it stands in. */
export interface TabWeakHit extends WeakHit {
  frameId: number;
}

export interface TabWeakHits {
  codes: readonly TabWeakHit[];
  /** Some frame was too large to be read whole. */
  partial: boolean;
}

/**
 * The codes of a tab that are not underlined: those that are only perhaps some, and those in tooltips and labels. The frames are
 * read for it, so ask only when a person looks. Null where the browser refuses.
 */
export async function readWeakHits(
  tabId: number,
  host: string,
  { providerByHost, silenced }: Pick<Settings, 'providerByHost' | 'silenced'>,
): Promise<TabWeakHits | null> {
  const target = { tabId, allFrames: true };
  const about = { provider: providerByHost[host] ?? null, silenced: silenced.map((one) => ({ ...one })) };
  try {
    await execute({ target, files: [ANNOTATOR_SCRIPT] });
    const frames = await execute({
      target,
      // Where marks are switched off, nothing is looked for either.
      func: async (asked: typeof about) => (await globalThis.errataPage?.weakHits?.()?.find(asked)) ?? null,
      args: [about],
    });
    const codes = frames.flatMap(({ frameId, result }) =>
      (result?.codes ?? []).map((code) => ({ ...code, frameId })),
    );
    return {
      codes: codes.sort((a, b) => b.strength - a.strength),
      partial: frames.some(({ result }) => result?.partial),
    };
  } catch {
    return null;
  }
}

/** Scrolls the page to a code that is not underlined. Where it has gone, nothing happens. */
export async function revealWeakHit(
  tabId: number,
  { frameId, place }: Pick<TabWeakHit, 'frameId' | 'place'>,
): Promise<void> {
  const reveal = (at: number) => globalThis.errataPage?.weakHits?.()?.reveal(at);
  await executeIn({ tabId, frameId }, reveal, place).catch(() => undefined);
}
