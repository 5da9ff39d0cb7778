import { buildPages } from '../pages/build.ts';

/** Vitest runs this once before the first end-to-end test. */
export const setup = buildPages;
