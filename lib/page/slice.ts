import { readSurroundings, type Site, type Surroundings } from './surroundings.ts';
import { type Layout, readLayout } from './text-layout.ts';

/** Maximum working time between two yields. */
const SLICE_MS = 6;
/** Maximum age of cached layout and surroundings. */
const FRESH_MS = 100;
/** Number of texts between two checks of the clock, because a check takes as long as one text. */
export const FEW = 8;

/** Layout and surroundings are valid only until the page changes. */
export interface Slice {
  layout: Layout;
  surroundings: Surroundings;
  done: Set<Text>;
  until: number;
  /** Time at which layout and surroundings expire. 0 after a change of the page. */
  stale: number;
}

/** Work that yields when the slice is used up, or yields a promise to wait for. */
export type Work = Generator<Promise<unknown> | undefined, void, undefined>;

export function newSlice(site: Site): Slice {
  const layout = readLayout();
  const surroundings = readSurroundings(site, layout);
  const now = performance.now();
  return { layout, surroundings, done: new Set(), until: now + SLICE_MS, stale: now + FRESH_MS };
}

/** Returns the next slice. Reuses cached layout and surroundings, unless the page has changed or they have expired. */
export function nextSlice(last: Slice, site: () => Site): Slice {
  const now = performance.now();
  return now < last.stale ? { ...last, until: now + SLICE_MS } : newSlice(site());
}

export function isUsedUp({ until }: Slice): boolean {
  return performance.now() >= until;
}
