import type { FirstLook } from '../detect/first-look.ts';
import { inTime } from './in-time.ts';
import { type Lookout, startLookout } from './lookout.ts';
import type { FrameApi } from './page-api.ts';
import type { Reader } from './reader.ts';
import type { OpenRoot } from './roots.ts';

export interface FrameOptions {
  /** The cheap test that each text is put to first. */
  firstLook: FirstLook;
  openRoot: OpenRoot;
  /**
   * Runs `reader.js` in this frame.
   *
   * @returns False where marks are switched off, and it was not run.
   */
  loadReader(): Promise<unknown>;
  /** Explains selections and marks nothing. */
  answersOnly: boolean;
}

/**
 * Errata in one frame: a lookout, until it sights what may be a code or a person asks for more; then `reader.js` takes over, which
 * judges, marks and follows the pointer. Most frames never need it.
 */
export function startFrame({ firstLook, openRoot, loadReader, answersOnly }: FrameOptions): {
  api: FrameApi;
  destroy(): void;
} {
  let lookout: Lookout | null = null;
  let reader: Reader | null = null;
  /** Somebody has a use for the reader. */
  let wanted = false;
  let ended = false;
  let asking = false;

  /** As soon as the reader is there and wanted: the popup runs it in every frame. */
  function begin(isWanted = false): void {
    wanted ||= isWanted;
    if (!wanted || reader || ended || !globalThis.errataReader) return;
    lookOut(false);
    reader = globalThis.errataReader({ firstLook, answersOnly });
    Object.assign(api, reader.api);
  }
  globalThis.errataReaderCame = begin;

  function lookOut(on: boolean): void {
    lookout?.stop();
    lookout = on && !reader ? startLookout({ firstLook, openRoot, sighted }) : null;
  }

  async function sighted(): Promise<void> {
    if (asking) return;
    begin(true);
    if (reader) return;
    asking = true;
    const came = await inTime(loadReader);
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

  const api: FrameApi = { isReading: () => lookout?.isLooking() === true || asking };
  if (!answersOnly) lookOut(true);
  return {
    api,
    destroy() {
      ended = true;
      lookOut(false);
      window.removeEventListener('pageshow', back);
      globalThis.errataReaderCame = globalThis.errataSwitched = undefined;
      reader?.destroy();
    },
  };
}
