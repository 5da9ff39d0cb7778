import type { FirstLook } from '../detect/first-look.ts';
import { type Lookout, startLookout } from './lookout.ts';
import type { PageApi } from './page-api.ts';
import type { Reader } from './reader.ts';
import { createRootFinder, type OpenRoot } from './roots.ts';

/** A background that does not answer for so long counts as one that will not. */
const PATIENCE_MS = 10_000;

export interface FrameOptions {
  /** The cheap test that each text is put to first. */
  firstLook: FirstLook;
  openRoot: OpenRoot;
  /** Resolves when marks are switched on here, with the settings as they are stored. @param off Called where they are not, and it may take long. */
  untilOn(off: () => void): Promise<unknown>;
  /** Runs `reader.js` in this frame. */
  loadReader(): Promise<void>;
  /** The codes of this frame, or of one within it, are others now. */
  codesChanged(): void;
  /** Explains selections and marks nothing, until `annotate` of the api is called. */
  answersOnly: boolean;
}

/**
 * Errata in one frame: a lookout, until it sights what may be a code or a person asks for more; then `reader.js` takes over, which
 * judges, marks and follows the pointer. Most frames never need it.
 */
export function startFrame(options: FrameOptions): { api: PageApi; destroy(): void } {
  const openRoot = createRootFinder(options.openRoot);
  let { answersOnly } = options;
  let lookout: Lookout | null = null;
  let reader: Reader | null = null;
  /** The reader begins as soon as it is there. */
  let wanted = false;
  let waiting = false;
  let ended = false;
  let loading: Promise<void> | null = null;
  /** As they were read last. */
  let settings: { stored: unknown } | null = null;

  function load(): Promise<void> {
    loading ??= Promise.race([
      options.loadReader().catch(() => undefined),
      new Promise<void>((late) => setTimeout(late, PATIENCE_MS)),
    ]).then(() => {
      loading = null;
      begin();
    });
    return loading;
  }

  /** The popup may bring it as well, whatever became of the background. */
  function begin(): void {
    if (!wanted || reader || ended || !globalThis.errataReader) return;
    lookOut(false);
    const { firstLook } = options;
    reader = globalThis.errataReader({ firstLook, openRoot, answersOnly, settings });
  }
  globalThis.errataReaderCame = begin;

  async function bring(): Promise<void> {
    wanted = true;
    begin();
    if (!reader) await load();
  }

  function lookOut(on: boolean): void {
    lookout?.stop();
    lookout = null;
    if (!on || reader || ended) return;
    const { firstLook, codesChanged } = options;
    lookout = startLookout({ firstLook, openRoot, sighted, framesChanged: codesChanged });
  }

  async function sighted(): Promise<void> {
    if (waiting || loading) return;
    waiting = true;
    let wasOff = false;
    const stored = await options.untilOn(() => {
      wasOff = true;
      lookOut(false);
    });
    settings = { stored };
    waiting = false;
    if (ended || reader) return;
    // Much may have changed since.
    if (wasOff) lookOut(true);
    else await bring();
  }

  if (!answersOnly) lookOut(true);
  return {
    api: {
      codes: () => reader?.api.codes() ?? [],
      isReading: () => reader?.api.isReading() ?? (lookout?.isLooking() === true || loading !== null),
      walk: async (step) => (await reader?.api.walk(step)) ?? false,
      isWalking: () => reader?.api.isWalking() ?? false,
      async explainSelection(text) {
        await bring();
        if (!reader) throw new Error('The reader could not be brought into this frame.');
        await reader.api.explainSelection(text);
      },
      annotate() {
        answersOnly = false;
        if (reader) reader.api.annotate();
        else lookOut(true);
      },
    },
    destroy() {
      ended = true;
      lookOut(false);
      globalThis.errataReaderCame = undefined;
      reader?.destroy();
    },
  };
}
