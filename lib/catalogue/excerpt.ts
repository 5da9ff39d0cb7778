import type { CatalogueData, Entry } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { findNeighbour, findSimilarCodes } from './nearest-codes.ts';
import { findAllInRange } from './rank-entries.ts';

/**
 * Returns what a card needs for these codes: their meanings, or codes near an unknown one or in a range, the
 * entries that these link to, and the sources they cite.
 */
export function createExcerpt(
  codes: readonly string[],
  catalogue: Catalogue,
): CatalogueData {
  const { version, providers, consoles, mostCommon, byKey, deadLinks } =
    catalogue;

  const wanted = new Set(
    codes.flatMap((code) => findEntriesOf(code, catalogue)),
  );

  const links = [...wanted].flatMap(({ related = [] }) =>
    related.flatMap(({ key, via }) => [key, via]),
  );

  for (const key of links) {
    const entry = key && byKey.get(key);
    if (entry) wanted.add(entry);
  }

  const quoted = new Set(
    [...wanted].flatMap(({ claims }) => claims.map(({ source }) => source)),
  );

  const keys = new Set([...wanted].map(({ key }) => key));

  return {
    version,
    ...(deadLinks && { deadLinks }),
    providers,
    consoles,
    mostCommon: mostCommon.filter(({ key }) => keys.has(key)),
    entries: catalogue.entries.filter((entry) => wanted.has(entry)),
    guides: catalogue.guides.filter((guide) => wanted.has(guide)),
    stateEntries: catalogue.stateEntries.filter((entry) => wanted.has(entry)),
    sources: catalogue.sources.filter(({ id }) => quoted.has(id)),
  };
}

function findEntriesOf(code: string, catalogue: Catalogue): readonly Entry[] {
  const found = [
    ...catalogue.meaningsOf(code),
    ...findAllInRange(code, catalogue),
  ];

  return found.length > 0
    ? found
    : [
        ...findSimilarCodes(code, catalogue),
        ...[findNeighbour(code, catalogue) ?? []].flat(),
      ];
}
