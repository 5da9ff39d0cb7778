import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { createSearch, type Search } from '../../lib/catalogue/search.ts';

/** Opens the bundled catalogue and its search. In a module of its own, because it is large. */
export function openSearch(): Pick<Search, 'find'> & Pick<Catalogue, 'apiName'> {
  const catalogue = getBundledCatalogue();
  return { find: createSearch(catalogue).find, apiName: catalogue.apiName };
}
