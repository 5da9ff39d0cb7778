import { type Layout, readLayout } from './layout.ts';
import { readSurroundings, type Site, type Surroundings } from './surroundings.ts';

/** Work between two pauses. */
const SLICE_MS = 6;

/** Layout and surroundings are true only until the page may change: they live for one slice. */
export interface Slice {
  layout: Layout;
  surroundings: Surroundings;
  done: Set<Text>;
  until: number;
}

/** Work that stops where a slice is used up and goes on in the next, or after what it has to wait for. */
export type Work = Generator<Promise<unknown> | undefined, void, undefined>;

export function newSlice(site: Site): Slice {
  const layout = readLayout();
  const surroundings = readSurroundings(site, layout);
  return { layout, surroundings, done: new Set(), until: performance.now() + SLICE_MS };
}

export function isUsedUp({ until }: Slice): boolean {
  return performance.now() >= until;
}
