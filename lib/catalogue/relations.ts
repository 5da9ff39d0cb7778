import type { Entry, EntryKey, Related, Relation } from '../../data/schema.ts';
import { getOrInsert } from '../core/get-or-insert.ts';

const INVERSE_RELATIONS: Readonly<Record<Relation, Relation>> = {
  successor: 'predecessor',
  predecessor: 'successor',
  behind: 'shown-as',
  'shown-as': 'behind',
  'same-cause': 'same-cause',
  confused: 'confused',
  'see-also': 'see-also',
};

/** Relations by priority. If two entries have several relations, the first in this list is kept. */
const RELATIONS_BY_WEIGHT = Object.keys(INVERSE_RELATIONS) as Relation[];
const compareLinks = (one: Related, other: Related) =>
  RELATIONS_BY_WEIGHT.indexOf(one.as) - RELATIONS_BY_WEIGHT.indexOf(other.as);

/**
 * Adds the reverse of each relation, which `data/` records once. A provider's code that wraps a retired code is also
 * linked to its successor, unless another one is. Relations are sorted by priority, one for each entry.
 */
export function addInverseRelations(
  entries: readonly Entry[],
): readonly Entry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const links = new Map<EntryKey, Map<EntryKey, Related>>();

  const addLink = (from: EntryKey, link: Related) => {
    const own = getOrInsert(links, from, () => new Map<EntryKey, Related>());
    const known = own.get(link.key);
    if (!known || compareLinks(link, known) < 0) own.set(link.key, link);
  };

  const addBoth = (from: EntryKey, { key, as, via }: Related) => {
    if (!byKey.has(key)) return;
    addLink(from, { key, as, ...(via && { via }) });
    addLink(key, { key: from, as: INVERSE_RELATIONS[as], ...(via && { via }) });
  };

  for (const { key, related = [] } of entries)
    for (const link of related) addBoth(key, link);

  for (const { from, link } of linkAcrossRetired(entries, byKey))
    if (!links.get(from)?.has(link.key)) addBoth(from, link);

  return entries.map((entry) => {
    const own = links.get(entry.key);
    return own
      ? { ...entry, related: [...own.values()].sort(compareLinks) }
      : entry;
  });
}

/** Finds links from a provider's code through a retired code to the current code. */
function linkAcrossRetired(
  entries: readonly Entry[],
  byKey: ReadonlyMap<EntryKey, Entry>,
) {
  const hasOwn = new Set(
    entries.flatMap(({ provider, related = [] }) =>
      related
        .filter(({ as }) => as === 'behind')
        .map(({ key }) => `${provider} ${key}`),
    ),
  );

  const found: { from: EntryKey; link: Related }[] = [];

  for (const { key: from, provider, related = [] } of entries) {
    for (const { key: via, as } of related) {
      if (as !== 'behind') continue;

      for (const next of byKey.get(via)?.related ?? []) {
        if (next.as !== 'successor' || hasOwn.has(`${provider} ${next.key}`))
          continue;
        found.push({ from, link: { key: next.key, as: 'behind', via } });
      }
    }
  }

  return found;
}

/** Returns true if no source of the entry names the wrapped code, which means that Errata inferred the relation from the descriptions. */
export function isInferredRelation(
  { claims }: Entry,
  { code }: Entry,
): boolean {
  return !claims.some(
    ({ agrees, title, says, remedy }) =>
      agrees && `${title} ${says} ${remedy}`.split(/[^\w-]+/).includes(code),
  );
}

/** Skips entries that an excerpt of the catalogue does not contain. */
export function findRelated(
  relations: readonly Relation[],
  { related = [] }: Pick<Entry, 'related'>,
  byKey: ReadonlyMap<EntryKey, Entry>,
): readonly Entry[] {
  return related.flatMap(({ key, as }) =>
    relations.includes(as) ? (byKey.get(key) ?? []) : [],
  );
}

export const findSuccessors = (
  entry: Entry,
  { byKey }: { byKey: ReadonlyMap<EntryKey, Entry> },
) => findRelated(['successor'], entry, byKey);

/** Returns the entry of a code that a text contains. The successor of a retired pair is the code itself. */
export function findCurrentEntry(
  key: EntryKey | null,
  catalogue: { byKey: ReadonlyMap<EntryKey, Entry> },
) {
  const entry = (key && catalogue.byKey.get(key)) || null;
  const isRetiredPair = entry?.subcode && entry.deprecated;

  const now =
    isRetiredPair &&
    findSuccessors(entry, catalogue).find(({ code }) => code === entry.code);

  return now || entry;
}

/** Returns the codes of one API that a provider's code wraps without saying which, else `[]`. */
export function findAmbiguousWrappedCodes({
  related = [],
}: Entry): readonly EntryKey[] {
  const behind = related
    .filter(({ as, via }) => as === 'behind' && !via)
    .map(({ key }) => key);

  const getApi = (key: EntryKey) => key.slice(0, key.lastIndexOf('/'));

  const groups = behind.map((first) =>
    behind.filter((key) => getApi(key) === getApi(first)),
  );

  const longest = groups.sort((a, b) => b.length - a.length)[0] ?? [];

  return longest.length > 1 ? longest : [];
}
