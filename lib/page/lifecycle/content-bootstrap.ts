import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import type { Prefilter } from '../../detect/prefilter.ts';
import type { PageState } from '../../settings/settings.ts';
import type { LowConfidenceHitFinder } from '../marking/low-confidence-hits.ts';
import type { Annotator, FrameApi } from '../marking/page-api.ts';
import type { GetShadowRoot } from '../text/shadow-roots.ts';
import { getSite, onLocationChanged } from '../text/site.ts';
import { type Prescan, startPrescan } from './prescan.ts';

export interface ContentBootstrapOptions {
  /** The cheap test that every text must pass first. */
  prefilter: Prefilter;
  getShadowRoot: GetShadowRoot;
  /**
   * Runs `annotator.js` in this frame.
   *
   * @returns The settings for its host, or false if marks are off and the script was not run.
   */
  loadAnnotator(): Promise<PageState | false>;
  /** Called when the page returns from the back/forward cache, in which scripts for the team's own codes do not reach it. */
  onRestored(): void;
}

declare global {
  /** Extends the prefilter to the texts of the team's own codes. Set by `own-texts.js`, only if there are such codes. */
  var errataWithOwnTexts: ((prefilter: Prefilter) => Prefilter) | undefined;
}

/**
 * Starts Errata in one frame. A prescan runs until it finds a possible code, or until the user asks for more. Then
 * `annotator.js` takes over: it detects, marks and handles the pointer. Most frames never load it.
 */
export function bootstrapContent({ getShadowRoot, loadAnnotator, ...options }: ContentBootstrapOptions): {
  api: FrameApi;
  destroy(): void;
} {
  let { prefilter } = options;
  let withOwnTexts = globalThis.errataWithOwnTexts;
  let prescan: Prescan | null = null;
  let annotator: Annotator | null = null;
  let weakHits: LowConfidenceHitFinder | undefined;
  /** True if the annotator is needed. */
  let wanted = false;
  let ended = false;
  let asking = false;
  /** True while marks are off and the prescan is stopped. */
  let isOff = false;

  function startAnnotator(settings: PageState | null): void {
    if (!wanted || asking || annotator || ended || !globalThis.errataAnnotator) return;
    setPrescan(false);
    isOff = false;
    annotator = globalThis.errataAnnotator.start(options.prefilter, settings);
    Object.assign(api, annotator.api);
  }

  function setPrescan(on: boolean): void {
    prescan?.stop();
    withOwnTexts = globalThis.errataWithOwnTexts;
    prefilter = withOwnTexts?.(options.prefilter) ?? options.prefilter;
    prescan = on && !annotator && !ended ? startPrescan({ prefilter, getShadowRoot, onMatch }) : null;
  }

  async function onMatch(): Promise<void> {
    if (asking) return;
    wanted = true;
    startAnnotator(null);
    if (annotator) return;
    asking = true;
    const { path } = getSite(null);
    const settings = await retryOnceWithTimeout(loadAnnotator, 'load-annotator');
    asking = false;
    if (settings !== false) return startAnnotator(settings);
    wanted = false;
    if (annotator || ended) return;
    setPrescan(false);
    isOff = true;
    // Only a part of the site may be paused, so check again when the page navigates within the document.
    const waits = new AbortController();
    const checkPath = () => {
      if (getSite(null).path === path) return;
      waits.abort();
      lookAgain();
    };
    onLocationChanged(checkPath, { signal: waits.signal });
    checkPath();
  }

  /** Marks may be on again, the page may have changed, or the team may have other codes of its own. */
  function lookAgain(): void {
    // Otherwise the running prescan misses nothing.
    if (isOff || withOwnTexts !== globalThis.errataWithOwnTexts) setPrescan(true);
    isOff = false;
  }

  /** Browsers freeze a page in the back/forward cache, so it misses changes of the settings. */
  const handlePageShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    lookAgain();
    options.onRestored();
  };
  window.addEventListener('pageshow', handlePageShow);

  /**
   * Firefox still runs the script of a removed frame, in which even `setTimeout` throws. To reproduce, call `setTimeout` in an observer
   * of a content script after its iframe has been removed. No bug report is known.
   */
  const handlePageHide = ({ persisted, isTrusted }: PageTransitionEvent) =>
    isTrusted && !persisted && destroy();
  window.addEventListener('pagehide', handlePageHide);

  function destroy(): void {
    ended = true;
    setPrescan(false);
    window.removeEventListener('pageshow', handlePageShow);
    window.removeEventListener('pagehide', handlePageHide);
    annotator?.destroy();
  }

  const api: FrameApi = {
    isReading: () => prescan?.isLooking() === true || asking,
    onAnnotatorReady(isWanted = false) {
      wanted ||= isWanted;
      startAnnotator(null);
    },
    lookAgain,
    isOff: () => isOff,
    lowConfidenceHits() {
      weakHits ??= globalThis.errataAnnotator?.findLowConfidenceHits(prefilter);
      return weakHits;
    },
  };
  setPrescan(true);
  return { api, destroy };
}
