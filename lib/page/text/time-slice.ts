import { createSurroundings, type Site, type Surroundings } from './surroundings.ts';
import { createLayout, type Layout } from './text-layout.ts';

/** Maximum working time between two yields. */
const SLICE_MS = 6;
/** Maximum age of cached layout and surroundings. */
const MAX_CACHE_AGE_MS = 100;
/** Number of texts between two checks of the clock, because a check takes as long as one text. */
export const TEXTS_PER_CLOCK_CHECK = 8;

/** Layout and surroundings are valid only until the page changes. */
export interface TimeSlice {
  layout: Layout;
  surroundings: Surroundings;
  done: Set<Text>;
  until: number;
  /** Time at which layout and surroundings expire. 0 after a change of the page. */
  stale: number;
}

/** Work that yields when the slice is used up, or yields a promise to wait for. */
export type SlicedWork = Generator<Promise<unknown> | undefined, void, undefined>;

export function createTimeSlice(site: Site): TimeSlice {
  const layout = createLayout();
  const surroundings = createSurroundings(site, layout);
  const now = performance.now();
  return { layout, surroundings, done: new Set(), until: now + SLICE_MS, stale: now + MAX_CACHE_AGE_MS };
}

/** Returns the next slice. Reuses cached layout and surroundings, unless the page has changed or they have expired. */
export function createNextTimeSlice(last: TimeSlice, site: () => Site): TimeSlice {
  const now = performance.now();
  return now < last.stale ? { ...last, until: now + SLICE_MS } : createTimeSlice(site());
}

export function isExpired({ until }: TimeSlice): boolean {
  return performance.now() >= until;
}
