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
type PackedEntry = Omit<Entry, 'key' | 'claims' | 'confidence'> & {
  claims: readonly PackedClaim[];
  confidence?: Entry['confidence'];
};

/** The default confidence, which most entries have. */
const USUAL_CONFIDENCE = 'single-source';

export const packCatalogue = (data: CatalogueData): PackedCatalogue => ({
  ...data,
  entries: shareValues(
    data.entries.map(({ key: _, claims, confidence, ...entry }) => ({
      ...entry,
      ...(confidence !== USUAL_CONFIDENCE && { confidence }),
      claims: claims.map(({ agrees, title = null, ...claim }) => ({
        ...claim,
        ...(title !== entry.title && { title }),
        ...(!agrees && { agrees }),
      })),
    })),
  ),
});

export const unpackCatalogue = (packed: PackedCatalogue): CatalogueData => ({
  ...packed,
  entries: (unshareValues(packed.entries) as readonly PackedEntry[]).map((entry) => ({
    confidence: USUAL_CONFIDENCE,
    ...entry,
    key: createEntryKey(entry),
    claims: entry.claims.map(({ agrees = true, title = entry.title, ...claim }) => ({
      ...claim,
      agrees,
      ...(title !== null && { title }),
    })),
  })),
});
