import type { PageOptions } from './page.ts';
import type { PageApi } from './page-api.ts';

/** What the prescan hands on to whoever reads on. */
export type AnnotatorOptions = Pick<PageOptions, 'prefilter' | 'answersOnly'>;

/** Errata at work in one frame, by the settings of its host. */
export interface Annotator {
  api: PageApi;
  /** Leaves the page as if Errata had never been there. */
  destroy(): void;
}
