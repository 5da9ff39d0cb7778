import type { CatalogueData } from '../../data/schema.ts';
import { entryKey } from './key.ts';

/** The catalogue's data without what the rest of it says: a tenth of the package. `unpack` puts it back. */
export type PackedCatalogue = Omit<CatalogueData, 'entries'> & { entries: readonly PackedEntry[] };

type Entry = CatalogueData['entries'][number];
type PackedClaim = Omit<Entry['claims'][number], 'agrees'> & { agrees?: false };
type PackedEntry = Omit<Entry, 'key' | 'claims'> & { claims: readonly PackedClaim[] };

export const pack = (data: CatalogueData): PackedCatalogue => ({
  ...data,
  entries: data.entries.map(({ key: _, claims, ...entry }) => ({
    ...entry,
    claims: claims.map(({ agrees, ...claim }) => (agrees ? claim : { ...claim, agrees })),
  })),
});

export const unpack = (packed: PackedCatalogue): CatalogueData => ({
  ...packed,
  entries: packed.entries.map((entry) => ({
    ...entry,
    key: entryKey(entry),
    claims: entry.claims.map((claim) => ({ ...claim, agrees: claim.agrees ?? true })),
  })),
});
