import {
  getBundledCatalogue,
  setTextIndex,
} from '../../lib/catalogue/bundled-catalogue.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { readTextIndexFile } from './text-index-file.ts';

/** Returns the catalogue of the package, with the stored index of the search. */
export function openCatalogue(): Catalogue {
  setTextIndex(readTextIndexFile);
  return getBundledCatalogue();
}
