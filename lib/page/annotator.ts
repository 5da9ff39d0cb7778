import type { Prefilter } from '../detect/prefilter.ts';
import type { PageState } from './page.ts';
import type { PageApi } from './page-api.ts';
import type { WeakHitFinder } from './weak-hits.ts';

/** `globalThis.errataAnnotator`, left by `annotator.js` in a frame where a text may hold a code or a person asks for more. */
export interface AnnotatorScript {
  /** @param settings Those of the frame's host, where they are known already. */
  start(prefilter: Prefilter, settings: PageState | null): Annotator;
  /** Finds what is not underlined. */
  findWeakHits(prefilter: Prefilter): WeakHitFinder;
  /** Explains a selection in a page that is no console: nothing is marked there. */
  explainSelection(text: string | null): Promise<void>;
}

/** Errata at work in one frame, by the settings of its host. */
export interface Annotator {
  api: PageApi;
  /** Leaves the page as if Errata had never been there. */
  destroy(): void;
}

declare global {
  /** A script of its own, loaded when a text may hold a code. */
  var errataAnnotator: AnnotatorScript | undefined;
}
