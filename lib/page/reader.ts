import type { PageOptions } from './page.ts';
import type { PageApi } from './page-api.ts';

/** What the lookout hands on to whoever reads on. */
export type ReaderOptions = Pick<PageOptions, 'firstLook' | 'answersOnly'>;

/** Errata at work in one frame, by the settings of its host. */
export interface Reader {
  api: PageApi;
  /** Leaves the page as if Errata had never been there. */
  destroy(): void;
}
