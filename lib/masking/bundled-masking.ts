import known from 'virtual:prefilter';
import vocabulary from 'virtual:vocabulary';
import { createMasking } from './find-private-parts.ts';
import { createCodeTest, createWordTest } from './known.ts';

/** Masks texts, with the codes and the words of the bundled catalogue. */
export const bundledMasking = createMasking(
  createCodeTest(known),
  createWordTest(vocabulary),
);
