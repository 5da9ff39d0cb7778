import { recordFailure } from '../../core/diagnostics.ts';
import { getOwnGlobal } from '../../core/get-own-global.ts';
import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import type { CoarseFilter } from '../../detect/prefilter/coarse-filter.ts';
import type { Prefilter } from '../../detect/prefilter/prefilter.ts';
import type { PageState } from '../../settings/settings.ts';
import type { LowConfidenceHitFinder } from '../marking/low-confidence-hits.ts';
import type { Annotator, FrameApi } from '../marking/page-api.ts';
import type { GetShadowRoot } from '../text/shadow-roots.ts';
import { getSite, onLocationChanged } from '../text/site.ts';
import { type Prescan, startPrescan } from './prescan.ts';

declare global {
  /** Extends the prefilter to the texts of the team's own codes. Set by `own-texts.js`, only if there are such codes. */
  var errataWithOwnTexts: ((prefilter: Prefilter) => Prefilter) | undefined;
}

/**
 * Starts Errata in one frame. A prescan runs until it finds a possible code, or until the user asks for more. Then
 * `annotator.js` takes over: it detects, marks and handles the pointer. Most frames never load it.
 */
export function bootstrapContent(options: {
  filter: CoarseFilter;
  getShadowRoot: GetShadowRoot;
  /** Runs `annotator.js` here. Resolves to the settings for its host, or to false if marks are off. */
  loadAnnotator(): Promise<PageState | false>;
  /** Runs `judge.js` here. */
  loadJudge(): Promise<void>;
  /** Called when the page returns from the back/forward cache, in which scripts for the team's own codes do not reach it. */
  onRestored(): void;
}) {
  const { filter, getShadowRoot, loadAnnotator } = options;
  let withOwnTexts = getOwnGlobal('errataWithOwnTexts');
  let prescan: Prescan | null = null;
  let annotator: Annotator | null = null;
  let weakHits: LowConfidenceHitFinder | undefined;
  let wanted = false;
  const life = new AbortController();
  const { signal } = life;
  let asking = false;
  /** True while marks are off and the prescan is stopped. */
  let isOff = false;

  function startAnnotator(settings: PageState | null): void {
    const script = getOwnGlobal('errataAnnotator');
    if (!wanted || asking || annotator || signal.aborted || !script) return;

    setPrescan(false);
    isOff = false;
    annotator = script.start(settings, filter.hasCandidate);
    Object.assign(api, annotator.api);
  }

  function setPrescan(on: boolean): void {
    prescan?.stop();
    withOwnTexts = getOwnGlobal('errataWithOwnTexts');
    prescan = null;
    if (!on || annotator || signal.aborted) return;

    prescan = startPrescan({
      prefilter: withOwnTexts?.(filter.passes) ?? filter.passes,
      // A text of the team's own needs no engine.
      isSure: (data) => filter.isSure(data) || !filter.passes(data),
      getShadowRoot,
      judge,
      onMatch,
    });
  }

  /** Returns true also if nobody can tell. */
  async function judge(texts: readonly Text[]): Promise<boolean> {
    try {
      if (!getOwnGlobal('errataJudge')) await options.loadJudge();
    } catch (error) {
      recordFailure('load-judge', error);
    }

    return getOwnGlobal('errataJudge')?.(texts) ?? true;
  }

  async function onMatch(): Promise<void> {
    if (asking) return;
    wanted = true;
    startAnnotator(null);
    if (annotator) return;
    asking = true;

    const { path } = getSite(null);

    const settings = await retryOnceWithTimeout(
      loadAnnotator,
      'load-annotator',
    );

    asking = false;
    if (settings !== false) return startAnnotator(settings);
    wanted = false;
    if (annotator || signal.aborted) return;
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
    if (isOff || withOwnTexts !== getOwnGlobal('errataWithOwnTexts'))
      setPrescan(true);
    isOff = false;
  }

  /** Browsers freeze a page in the back/forward cache, so it misses changes of the settings. */
  const handlePageShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    lookAgain();
    options.onRestored();
  };

  window.addEventListener('pageshow', handlePageShow, { signal });

  /**
   * Firefox still runs the script of a removed frame, in which even `setTimeout` throws. To reproduce, call `setTimeout` in an observer
   * of a content script after its iframe has been removed. No bug report is known.
   */
  const handlePageHide = ({ persisted, isTrusted }: PageTransitionEvent) =>
    isTrusted && !persisted && destroy();

  window.addEventListener('pagehide', handlePageHide, { signal });

  function destroy(): void {
    life.abort();
    setPrescan(false);
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
    lowConfidenceHits: () =>
      (weakHits ??= getOwnGlobal('errataAnnotator')?.findLowConfidenceHits()),
  };

  setPrescan(true);

  return { api, destroy };
}
