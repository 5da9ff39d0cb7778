import known from 'virtual:prefilter';
import { createCodeTest } from './code-test.ts';
import { createMasking } from './find-private-parts.ts';

/** Masks texts, with the codes of the bundled catalogue. */
export const bundledMasking = createMasking(createCodeTest(known));
