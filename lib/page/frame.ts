import type { Prefilter } from '../detect/prefilter.ts';
import type { Annotator } from './annotator.ts';
import type { PageState } from './page.ts';
import type { FrameApi } from './page-api.ts';
import { type Prescan, startPrescan } from './prescan.ts';
import type { OpenRoot } from './roots.ts';
import { onMoved, siteOf } from './site.ts';
import type { WeakHitFinder } from './weak-hits.ts';
import { withTimeout } from './with-timeout.ts';

export interface FrameOptions {
  /** The cheap test that each text is put to first. */
  prefilter: Prefilter;
  openRoot: OpenRoot;
  /**
   * Runs `annotator.js` in this frame.
   *
   * @returns The settings of its host; false where marks are switched off, and it was not run.
   */
  loadAnnotator(): Promise<PageState | false>;
}

/**
 * Errata in one frame: a prescan, until it meets what may be a code or a person asks for more; then `annotator.js` takes over, which
 * judges, marks and follows the pointer. Most frames never need it.
 */
export function startFrame({ prefilter, openRoot, loadAnnotator }: FrameOptions): {
  api: FrameApi;
  destroy(): void;
} {
  let prescan: Prescan | null = null;
  let annotator: Annotator | null = null;
  let weakHits: WeakHitFinder | undefined;
  /** Somebody has a use for the annotator. */
  let wanted = false;
  let ended = false;
  let asking = false;
  /** Marks are switched off, and the prescan waits. */
  let isOff = false;

  function begin(settings: PageState | null): void {
    if (!wanted || asking || annotator || ended || !globalThis.errataAnnotator) return;
    setPrescan(false);
    isOff = false;
    annotator = globalThis.errataAnnotator.start(prefilter, settings);
    Object.assign(api, annotator.api);
  }

  function setPrescan(on: boolean): void {
    prescan?.stop();
    prescan = on && !annotator && !ended ? startPrescan({ prefilter, openRoot, onMatch }) : null;
  }

  async function onMatch(): Promise<void> {
    if (asking) return;
    wanted = true;
    begin(null);
    if (annotator) return;
    asking = true;
    const { path } = siteOf(null);
    const settings = await withTimeout(loadAnnotator);
    asking = false;
    if (settings !== false) return begin(settings);
    wanted = false;
    if (annotator || ended) return;
    setPrescan(false);
    isOff = true;
    // A part of the site may be paused, and the page go on to another, or have gone.
    const waits = new AbortController();
    const look = () => {
      if (siteOf(null).path === path) return;
      waits.abort();
      lookAgain();
    };
    onMoved(look, { signal: waits.signal });
    look();
  }

  /** Marks may be on again, and much may have changed by then. */
  function lookAgain(): void {
    if (isOff) setPrescan(true);
    isOff = false;
  }

  /** No browser calls a page that it keeps for the way back. */
  const back = ({ persisted }: PageTransitionEvent) => persisted && lookAgain();
  window.addEventListener('pageshow', back);

  /** Firefox goes on calling the script of a frame that was taken out, where even `setTimeout` throws. */
  const away = ({ persisted, isTrusted }: PageTransitionEvent) => isTrusted && !persisted && destroy();
  window.addEventListener('pagehide', away);

  function destroy(): void {
    ended = true;
    setPrescan(false);
    window.removeEventListener('pageshow', back);
    window.removeEventListener('pagehide', away);
    annotator?.destroy();
  }

  const api: FrameApi = {
    isReading: () => prescan?.isLooking() === true || asking,
    onAnnotatorReady(isWanted = false) {
      wanted ||= isWanted;
      begin(null);
    },
    lookAgain,
    isOff: () => isOff,
    weakHits() {
      weakHits ??= globalThis.errataAnnotator?.findWeakHits(prefilter);
      return weakHits;
    },
  };
  setPrescan(true);
  return { api, destroy };
}
