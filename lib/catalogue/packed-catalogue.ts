import type { CatalogueData } from '../../data/schema.ts';
import { createEntryKey } from '../core/entry-key.ts';
import { type SharedJson, shareValues, unshareValues } from './shared-values.ts';

/**
 * Compact form of the catalogue: without fields that can be derived, and with repeated values stored once. A third
 * smaller. `unpackCatalogue` restores it.
 */
export type PackedCatalogue = Omit<CatalogueData, 'entries'> & { entries: SharedJson };

type Entry = CatalogueData['entries'][number];
type Claim = Entry['claims'][number];
/** By default a source agrees and uses the entry's title. A `title` of null means that the source has no title. */
type PackedClaim = Omit<Claim, 'agrees' | 'title'> & { agrees?: false; title?: string | null };
/** By default an entry is of the same list as the one before it. */
type PackedEntry = Omit<Entry, 'key' | 'claims' | 'confidence' | 'provider' | 'api'> & {
  claims: readonly PackedClaim[];
  confidence?: Entry['confidence'];
  list?: Pick<Entry, 'provider' | 'api'>;
};

/** The default confidence, which most entries have. */
const USUAL_CONFIDENCE: Entry['confidence'] = 'single-source';

export const packCatalogue = (data: CatalogueData): PackedCatalogue => ({
  ...data,
  entries: shareValues(
    data.entries.map(({ key: _, provider, api, claims, confidence, ...entry }, at, { [at - 1]: last }) => ({
      ...entry,
      ...((provider !== last?.provider || api !== last.api) && { list: { provider, api } }),
      ...(confidence !== USUAL_CONFIDENCE && { confidence }),
      claims: claims.map(({ agrees, title = null, ...claim }) => ({
        ...claim,
        ...(title !== entry.title && { title }),
        ...(!agrees && { agrees }),
      })),
    })),
  ),
});

export function unpackCatalogue(packed: PackedCatalogue): CatalogueData {
  let lastList: PackedEntry['list'];
  const entries = (unshareValues(packed.entries) as readonly PackedEntry[]).map(
    ({ list = lastList, ...entry }) => {
      lastList = list;
      const own = { confidence: USUAL_CONFIDENCE, ...entry, ...(list as NonNullable<typeof list>) };
      return {
        ...own,
        key: createEntryKey(own),
        claims: entry.claims.map(({ agrees = true, title = entry.title, ...claim }) => ({
          ...claim,
          agrees,
          ...(title !== null && { title }),
        })),
      };
    },
  );
  return { ...packed, entries };
}
