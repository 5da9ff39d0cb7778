import type { CatalogueData, Entry } from '../../data/schema.ts';

/** What one of the catalogue's scripts leaves in the page. The first has the head, the others entries. */
export interface CataloguePart {
  head?: Omit<CatalogueData, 'entries'>;
  entries?: readonly Entry[];
}

declare global {
  /** Left by `catalogue-0.js` and so on in the isolated world of the frame, for `card.js`. */
  var errataCatalogue: CataloguePart[] | undefined;
}

/**
 * The whole catalogue of its parts, in order.
 *
 * @throws Where the first part is missing.
 */
export function joinParts(parts: readonly CataloguePart[]): CatalogueData {
  const head = parts[0]?.head;
  if (!head) throw new Error('The catalogue has not come.');
  return { ...head, entries: parts.flatMap(({ entries = [] }) => entries) };
}
