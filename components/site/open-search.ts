import type { Entry } from '../../data/schema.ts';
import { answerQuery } from '../../lib/answer/answer.ts';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';

/** Opens the bundled catalogue and its search, without the engine. In a module of its own, because it is large. */
export function openSearch(): Pick<Catalogue, 'apiName'> & { find(query: string): readonly Entry[] } {
  const catalogue = getBundledCatalogue();
  return {
    apiName: catalogue.apiName,
    find: (query) => answerQuery(query, { catalogue }).results.map(({ entry }) => entry),
  };
}
