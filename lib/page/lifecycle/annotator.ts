import type { Prefilter } from '../../detect/prefilter.ts';
import type { PageState } from '../../settings/settings.ts';
import type { LowConfidenceHitFinder } from '../marking/low-confidence-hits.ts';
import type { PageApi } from '../marking/page-api.ts';

/**
 * `globalThis.errataAnnotator`, set by `annotator.js` in a frame in which a text may hold a code, or in which the user
 * asks for more.
 */
export interface AnnotatorScript {
  /** @param settings Settings for the frame's host, if they are already known. */
  start(prefilter: Prefilter, settings: PageState | null): Annotator;
  /** Creates a finder for codes that are not marked. */
  findLowConfidenceHits(prefilter: Prefilter): LowConfidenceHitFinder;
  /** Explains a selection on a page without marks, which is not a console. */
  explainSelection(text: string | null): Promise<void>;
}

/** Errata running in one frame with the settings of its host. */
export interface Annotator {
  api: PageApi;
  /** Removes all traces of Errata from the page. */
  destroy(): void;
}

declare global {
  /** A separate script, loaded when a text may hold a code. */
  var errataAnnotator: AnnotatorScript | undefined;
}
