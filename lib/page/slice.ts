import { readSurroundings, type Site, type Surroundings } from './surroundings.ts';
import { type Layout, readLayout } from './text-layout.ts';

/** Work between two pauses. */
const SLICE_MS = 6;
/** What was read of the page is read again after so long, whatever happens. */
const FRESH_MS = 100;
/** To look at the clock takes as long as one text: for texts it is done after so many. */
export const FEW = 8;

/** Layout and surroundings are true only until the page changes. */
export interface Slice {
  layout: Layout;
  surroundings: Surroundings;
  done: Set<Text>;
  until: number;
  /** When layout and surroundings count as out of date; 0 where the page has changed. */
  stale: number;
}

/** Work that stops where a slice is used up and goes on in the next, or after what it has to wait for. */
export type Work = Generator<Promise<unknown> | undefined, void, undefined>;

export function newSlice(site: Site): Slice {
  const layout = readLayout();
  const surroundings = readSurroundings(site, layout);
  const now = performance.now();
  return { layout, surroundings, done: new Set(), until: now + SLICE_MS, stale: now + FRESH_MS };
}

/** The next slice: what was read still holds, unless the page changed or may have without our knowing. */
export function nextSlice(last: Slice, site: () => Site): Slice {
  const now = performance.now();
  return now < last.stale ? { ...last, until: now + SLICE_MS } : newSlice(site());
}

export function isUsedUp({ until }: Slice): boolean {
  return performance.now() >= until;
}
