import type { Prefilter } from '../detect/prefilter.ts';
import type { Annotator } from './annotator.ts';
import type { FrameApi } from './page-api.ts';
import { type Prescan, startPrescan } from './prescan.ts';
import type { OpenRoot } from './roots.ts';
import { withTimeout } from './with-timeout.ts';

export interface FrameOptions {
  /** The cheap test that each text is put to first. */
  prefilter: Prefilter;
  openRoot: OpenRoot;
  /**
   * Runs `annotator.js` in this frame.
   *
   * @returns False where marks are switched off, and it was not run.
   */
  loadAnnotator(): Promise<unknown>;
  /** Explains selections and marks nothing. */
  answersOnly: boolean;
}

/**
 * Errata in one frame: a prescan, until it sights what may be a code or a person asks for more; then `annotator.js` takes over, which
 * judges, marks and follows the pointer. Most frames never need it.
 */
export function startFrame({ prefilter, openRoot, loadAnnotator, answersOnly }: FrameOptions): {
  api: FrameApi;
  destroy(): void;
} {
  let prescan: Prescan | null = null;
  let reader: Annotator | null = null;
  /** Somebody has a use for the reader. */
  let wanted = false;
  let ended = false;
  let asking = false;

  /** As soon as the reader is there and wanted: the popup runs it in every frame. */
  function begin(isWanted = false): void {
    wanted ||= isWanted;
    if (!wanted || reader || ended || !globalThis.errataAnnotator) return;
    lookOut(false);
    reader = globalThis.errataAnnotator({ prefilter, answersOnly });
    Object.assign(api, reader.api);
  }
  globalThis.errataOnAnnotatorReady = begin;

  function lookOut(on: boolean): void {
    prescan?.stop();
    prescan = on && !reader ? startPrescan({ prefilter, openRoot, onMatch }) : null;
  }

  async function onMatch(): Promise<void> {
    if (asking) return;
    begin(true);
    if (reader) return;
    asking = true;
    const came = await withTimeout(loadAnnotator);
    asking = false;
    begin();
    if (came !== false || reader || ended) return;
    wanted = false;
    lookOut(false);
    // Much may have changed by then.
    globalThis.errataSwitched = () => lookOut(true);
    window.addEventListener('pageshow', back);
  }

  /** No browser calls a page that it keeps for the way back. */
  function back({ persisted }: PageTransitionEvent): void {
    if (persisted) globalThis.errataSwitched?.();
  }

  const api: FrameApi = { isReading: () => prescan?.isLooking() === true || asking };
  if (!answersOnly) lookOut(true);
  return {
    api,
    destroy() {
      ended = true;
      lookOut(false);
      window.removeEventListener('pageshow', back);
      globalThis.errataOnAnnotatorReady = globalThis.errataSwitched = undefined;
      reader?.destroy();
    },
  };
}
