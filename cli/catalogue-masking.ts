import type { Catalogue } from '../lib/catalogue/catalogue.ts';
import { getCodeIndex } from '../lib/catalogue/get-code-index.ts';
import { memoize } from '../lib/core/get-or-insert.ts';
import { createPrefilterData } from '../lib/detect/prefilter/prefilter-pack.ts';
import { createMasking } from '../lib/masking/find-private-parts.ts';
import {
  createCodeTest,
  createWordTest,
  packVocabulary,
} from '../lib/masking/known.ts';

/** Masks texts, with the codes and the words of a catalogue. The first call takes half a second. */
export const getCatalogueMasking = memoize((catalogue: Catalogue) =>
  createMasking(
    createCodeTest(createPrefilterData(getCodeIndex(catalogue))),
    createWordTest(packVocabulary(JSON.stringify(catalogue))),
  ),
);
