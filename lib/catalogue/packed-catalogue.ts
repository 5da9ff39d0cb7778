import type { CatalogueData } from '../../data/schema.ts';
import { createEntryKey } from '../core/entry-key.ts';

/** Compact form of the catalogue, without fields that can be derived. Saves a tenth of the package. `unpackCatalogue` restores them. */
export type PackedCatalogue = Omit<CatalogueData, 'entries'> & { entries: readonly PackedEntry[] };

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
  entries: data.entries.map(({ key: _, claims, confidence, ...entry }) => ({
    ...entry,
    ...(confidence !== USUAL_CONFIDENCE && { confidence }),
    claims: claims.map(({ agrees, title = null, ...claim }) => ({
      ...claim,
      ...(title !== entry.title && { title }),
      ...(!agrees && { agrees }),
    })),
  })),
});

export const unpackCatalogue = (packed: PackedCatalogue): CatalogueData => ({
  ...packed,
  entries: packed.entries.map((entry) => ({
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
