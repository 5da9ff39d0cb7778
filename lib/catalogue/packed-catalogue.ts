import type { CatalogueData } from '../../data/schema.ts';
import { entryKey } from './key.ts';

/** The catalogue's data without what the rest of it says: a tenth of the package. `unpack` puts it back. */
export type PackedCatalogue = Omit<CatalogueData, 'entries'> & { entries: readonly PackedEntry[] };

type Entry = CatalogueData['entries'][number];
type Claim = Entry['claims'][number];
/** Most sources agree, and call a code as the entry does; null where one has no name for it. */
type PackedClaim = Omit<Claim, 'agrees' | 'title'> & { agrees?: false; title?: string | null };
type PackedEntry = Omit<Entry, 'key' | 'claims' | 'confidence'> & {
  claims: readonly PackedClaim[];
  confidence?: Entry['confidence'];
};

/** Of most entries. */
const USUAL = 'single-source';

export const pack = (data: CatalogueData): PackedCatalogue => ({
  ...data,
  entries: data.entries.map(({ key: _, claims, confidence, ...entry }) => ({
    ...entry,
    ...(confidence !== USUAL && { confidence }),
    claims: claims.map(({ agrees, title = null, ...claim }) => ({
      ...claim,
      ...(title !== entry.title && { title }),
      ...(!agrees && { agrees }),
    })),
  })),
});

export const unpack = (packed: PackedCatalogue): CatalogueData => ({
  ...packed,
  entries: packed.entries.map((entry) => ({
    confidence: USUAL,
    ...entry,
    key: entryKey(entry),
    claims: entry.claims.map(({ agrees = true, title = entry.title, ...claim }) => ({
      ...claim,
      agrees,
      ...(title !== null && { title }),
    })),
  })),
});
