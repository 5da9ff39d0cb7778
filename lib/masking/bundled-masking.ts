import known from 'virtual:prefilter';
import vocabulary from 'virtual:vocabulary';
import { createCodeTest } from './code-test.ts';
import { createMasking } from './find-private-parts.ts';
import { createWordTest } from './vocabulary.ts';

/** Masks texts, with the codes and the words of the bundled catalogue. */
export const bundledMasking = createMasking(createCodeTest(known), createWordTest(vocabulary));
