import { getOwnGlobal } from '../../core/get-own-global.ts';
import { retryOnceWithTimeout } from '../../core/retry-once.ts';
import type { DetectRequest } from '../../detect/detect-request.ts';
import type { Prefilter } from '../../detect/prefilter.ts';
import type { PageState } from '../../settings/settings.ts';
import type { LowConfidenceHitFinder } from '../marking/low-confidence-hits.ts';
import type { Annotator, FrameApi } from '../marking/page-api.ts';
import { createDoubtRequests } from '../text/doubtful-text.ts';
import type { GetShadowRoot } from '../text/shadow-roots.ts';
import { getSite, onLocationChanged } from '../text/site.ts';
import { type Prescan, startPrescan } from './prescan.ts';

/** A page with more doubtful texts gets the annotator, which sends many in one message. */
const MAX_JUDGED = 1_000;

declare global {
  /** Extends the prefilter to the texts of the team's own codes. Set by `own-texts.js`, only if there are such codes. */
  var errataWithOwnTexts: ((prefilter: Prefilter) => Prefilter) | undefined;
}

/**
 * Starts Errata in one frame. A prescan runs until it finds a possible code, or until the user asks for more. Then
 * `annotator.js` takes over: it detects, marks and handles the pointer. Most frames never load it.
 */
export function bootstrapContent(options: {
  prefilter: Prefilter;
  getShadowRoot: GetShadowRoot;
  /** Runs `annotator.js` here. Resolves to the settings for its host, or to false if marks are off. */
  loadAnnotator(): Promise<PageState | false>;
  /** Asks the engine whether one of these texts has a code, however unsure. */
  hasCode(requests: readonly DetectRequest[]): Promise<boolean>;
  /** Called when the page returns from the back/forward cache, in which scripts for the team's own codes do not reach it. */
  onRestored(): void;
}) {
  const { getShadowRoot, loadAnnotator } = options;
  let { prefilter } = options;
  let withOwnTexts = getOwnGlobal('errataWithOwnTexts');
  let prescan: Prescan | null = null;
  let annotator: Annotator | null = null;
  let weakHits: LowConfidenceHitFinder | undefined;
  let wanted = false;
  const life = new AbortController();
  const { signal } = life;
  let asking = false;
  /** What the engine was asked, to ask only once. */
  const judged = new Set<string>();
  /** True while marks are off and the prescan is stopped. */
  let isOff = false;

  function startAnnotator(settings: PageState | null): void {
    const script = getOwnGlobal('errataAnnotator');
    if (!wanted || asking || annotator || signal.aborted || !script) return;

    setPrescan(false);
    isOff = false;
    annotator = script.start(options.prefilter, settings);
    Object.assign(api, annotator.api);
  }

  function setPrescan(on: boolean): void {
    prescan?.stop();
    withOwnTexts = getOwnGlobal('errataWithOwnTexts');
    prefilter = withOwnTexts?.(options.prefilter) ?? options.prefilter;

    prescan =
      on && !annotator && !signal.aborted
        ? startPrescan({ prefilter, getShadowRoot, judge, onMatch })
        : null;
  }

  /** Returns true also if nobody can tell. */
  async function judge(texts: readonly Text[]): Promise<boolean> {
    const requests: DetectRequest[] = [];

    for (const text of texts) {
      const own = createDoubtRequests(text, getSite(null));
      if (!own) return true;
      requests.push(...own);
    }

    const isNew = (request: DetectRequest) => {
      const key = JSON.stringify(request);
      return !judged.has(key) && judged.add(key);
    };

    const asked = requests.filter(isNew);

    if (asked.length === 0) return false;
    if (judged.size > MAX_JUDGED) return true;

    return options.hasCode(asked).catch(() => true);
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
      (weakHits ??=
        getOwnGlobal('errataAnnotator')?.findLowConfidenceHits(prefilter)),
  };

  setPrescan(true);

  return { api, destroy };
}
