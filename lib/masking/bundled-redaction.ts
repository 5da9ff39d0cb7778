import known from 'virtual:prefilter';
import { createCodeTest } from './code-test.ts';
import { createRedaction } from './find-private-parts.ts';

/** Masks with the codes of the catalogue that this build holds. */
export const bundledRedaction = createRedaction(createCodeTest(known.numbers));
