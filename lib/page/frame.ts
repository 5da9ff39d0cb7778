import type { FirstLook } from '../detect/first-look.ts';
import { inTime } from './in-time.ts';
import { type Lookout, startLookout } from './lookout.ts';
import type { PageApi } from './page-api.ts';
import type { Reader } from './reader.ts';
import type { OpenRoot } from './roots.ts';

export interface FrameOptions {
  /** The cheap test that each text is put to first. */
  firstLook: FirstLook;
  openRoot: OpenRoot;
  /**
   * Runs `reader.js` in this frame.
   *
   * @param always Also where marks are switched off.
   * @returns False where they are, and it was not run.
   */
  loadReader(always: boolean): Promise<unknown>;
  /** Calls back once, when marks may have been switched on. */
  onceSwitched(again: () => void): void;
  /** The codes of a frame within this one are others now. */
  codesChanged(): void;
  /** Explains selections and marks nothing. */
  answersOnly: boolean;
}

/**
 * Errata in one frame: a lookout, until it sights what may be a code or a person asks for more; then `reader.js` takes over, which
 * judges, marks and follows the pointer. Most frames never need it.
 */
export function startFrame(options: FrameOptions): { api: PageApi; destroy(): void } {
  const { firstLook, openRoot, codesChanged: framesChanged, answersOnly } = options;
  let lookout: Lookout | null = null;
  let reader: Reader | null = null;
  /** The reader begins as soon as it is there. */
  let wanted = false;
  let ended = false;
  let loading: Promise<unknown> | null = null;

  async function load(always: boolean): Promise<unknown> {
    const came = await inTime(options.loadReader(always));
    loading = null;
    begin();
    return came;
  }

  /** The popup may bring it as well, whatever became of the background. */
  function begin(): void {
    if (!wanted || reader || ended || !globalThis.errataReader) return;
    lookOut(false);
    reader = globalThis.errataReader({ firstLook, answersOnly });
    Object.assign(api, reader.api);
  }
  globalThis.errataReaderCame = begin;

  function lookOut(on: boolean): void {
    lookout?.stop();
    lookout = on && !reader && !ended ? startLookout({ firstLook, openRoot, sighted, framesChanged }) : null;
  }

  async function sighted(): Promise<void> {
    if (loading) return;
    wanted = true;
    begin();
    if (reader) return;
    loading = load(false);
    if ((await loading) !== false || reader) return;
    wanted = false;
    lookOut(false);
    // Much may have changed by then.
    options.onceSwitched(() => lookOut(true));
  }

  const api: PageApi = {
    codes: () => [],
    isReading: () => lookout?.isLooking() === true || loading !== null,
    walk: async () => false,
    isWalking: () => false,
    async explainSelection(text) {
      // What is on its way may not come where marks are switched off.
      await loading;
      wanted = true;
      begin();
      if (!reader) {
        loading = load(true);
        await loading;
      }
      if (!reader) throw new Error('The reader could not be brought into this frame.');
      await reader.api.explainSelection(text);
    },
  };
  if (!answersOnly) lookOut(true);
  return {
    api,
    destroy() {
      ended = true;
      lookOut(false);
      globalThis.errataReaderCame = undefined;
      reader?.destroy();
    },
  };
}
