import { createLayout, type Layout } from './readable-text.ts';
import {
  createSurroundings,
  type Site,
  type Surroundings,
} from './surroundings.ts';

const SLICE_MS = 6;
/** Maximum age of cached layout and surroundings. */
const MAX_CACHE_AGE_MS = 100;
/** Number of texts between two checks of the clock, because a check takes as long as one text. */
export const TEXTS_PER_CLOCK_CHECK = 8;

/** Work that yields when the slice is used up, or yields a promise to wait for. */
export type SlicedWork = Generator<
  Promise<unknown> | undefined,
  void,
  undefined
>;

/** A stretch of work, with caches that are valid only until the page changes. */
export class TimeSlice {
  layout!: Layout;
  surroundings!: Surroundings;
  done!: Set<Text>;
  since = 0;
  private staleAt = 0;
  private readonly site: () => Site;

  constructor(site: () => Site) {
    this.site = site;
    this.next();
  }

  /** Starts the next slice. Keeps what is cached, unless the page has changed or the cache has expired. */
  next(): void {
    if (performance.now() >= this.staleAt) this.forget();
    this.since = performance.now();
  }

  /** Discards what is cached, and releases all nodes of the page. */
  forget(): void {
    this.layout = createLayout();
    this.surroundings = createSurroundings(this.site(), this.layout);
    this.done = new Set();
    this.staleAt = performance.now() + MAX_CACHE_AGE_MS;
  }

  /** Discards what is cached at the start of the next slice. */
  expire(): void {
    this.staleAt = 0;
  }

  isExpired(): boolean {
    return performance.now() - this.since >= SLICE_MS;
  }
}
