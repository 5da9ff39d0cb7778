import type { CatalogueData } from '../../data/schema.ts';
import { createEntryKey } from '../core/entry-key.ts';

/** JSON in which each repeated text, list or object is stored once. A reference is `~` and the index in `shared`, in base 36. */
interface SharedJson {
  shared: readonly unknown[];
  value: unknown;
}

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

/** Shorter JSON costs less than a reference. */
const MIN_SHARED_LENGTH = 7;
const REFERENCE = /^~[\da-z]+$/;

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

/** Stores repeated parts of a JSON value once. A quarter of the catalogue's texts and half of its claims are repeated. */
function shareValues(value: unknown): SharedJson {
  const counts = new Map<string, number>();
  const count = (part: unknown): void => {
    const json = JSON.stringify(part);
    if (json.length < MIN_SHARED_LENGTH) return;
    if (typeof part === 'string' && REFERENCE.test(part)) throw new Error(`"${part}" looks like a reference`);
    const before = counts.get(json) ?? 0;
    counts.set(json, before + 1);
    // The parts of a repeated value are stored with it.
    if (before === 0 && typeof part === 'object' && part !== null) Object.values(part).forEach(count);
  };
  count(value);
  const repeated = [...counts].filter(([, times]) => times > 1).sort(([, a], [, b]) => b - a);
  const indexes = new Map(repeated.map(([json], at) => [json, at]));
  const refer = (part: unknown): unknown => {
    const index = indexes.get(JSON.stringify(part));
    return index === undefined ? mapParts(part, refer) : `~${index.toString(36)}`;
  };
  return { shared: repeated.map(([json]) => mapParts(JSON.parse(json), refer)), value: refer(value) };
}

/** Restores the value in place, which is twice as fast as a copy. Repeated objects become one object. */
function unshareValues({ shared, value }: SharedJson): unknown {
  const restored: unknown[] = [];
  const restore = (part: unknown): unknown => {
    if (typeof part === 'string') {
      if (part[0] !== '~' || !REFERENCE.test(part)) return part;
      const index = Number.parseInt(part.slice(1), 36);
      restored[index] ??= restore(shared[index]);
      return restored[index];
    }
    if (typeof part !== 'object' || part === null) return part;
    const parts = part as Record<string, unknown>;
    for (const key in parts) parts[key] = restore(parts[key]);
    return part;
  };
  return restore(value);
}

function mapParts(value: unknown, map: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = map((value as Record<string, unknown>)[key]);
  return copy;
}
