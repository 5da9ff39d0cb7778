import type { Entry, EntryKey, Related, Relation } from '../../data/schema.ts';

/** What the other entry says of this one, where this one says that of the other. */
const INVERSE: Readonly<Record<Relation, Relation>> = {
  successor: 'predecessor',
  predecessor: 'successor',
  behind: 'shown-as',
  'shown-as': 'behind',
  'same-cause': 'same-cause',
  confused: 'confused',
  'see-also': 'see-also',
};

/** Of two relations between the same entries, the one that says more counts: it stands first. */
const WEIGHT = Object.keys(INVERSE) as Relation[];

/**
 * Gives each entry its relations in both directions. `data/` writes a relation once; the way back follows here. A provider's
 * code that stands for a code of the retired API leads on to that one's successor, unless the provider has another code for it.
 *
 * @returns New entries in the same order, each with what weighs most first and no other entry twice.
 */
export function linkBothWays(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const links = new Map<EntryKey, Map<EntryKey, Related>>();
  const add = (from: EntryKey, link: Related) => {
    const own = links.get(from) ?? new Map<EntryKey, Related>();
    links.set(from, own);
    const known = own.get(link.key);
    if (!known || WEIGHT.indexOf(link.as) < WEIGHT.indexOf(known.as)) own.set(link.key, link);
  };
  const addBoth = (from: EntryKey, { key, as, via }: Related) => {
    if (!byKey.has(key)) return;
    add(from, { key, as, ...(via && { via }) });
    add(key, { key: from, as: INVERSE[as], ...(via && { via }) });
  };

  for (const { key, related = [] } of entries) for (const link of related) addBoth(key, link);
  for (const { from, link } of overRetired(entries, byKey))
    if (!links.get(from)?.has(link.key)) addBoth(from, link);

  return entries.map((entry) => {
    const own = links.get(entry.key);
    if (!own) return entry;
    const related = [...own.values()].sort((a, b) => WEIGHT.indexOf(a.as) - WEIGHT.indexOf(b.as));
    return { ...entry, related };
  });
}

/** From a provider's code, over the retired code that its list names, to the code of today. */
function overRetired(entries: readonly Entry[], byKey: ReadonlyMap<EntryKey, Entry>) {
  const hasOwn = new Set(
    entries.flatMap(({ provider, related = [] }) =>
      related.filter(({ as }) => as === 'behind').map(({ key }) => `${provider} ${key}`),
    ),
  );
  const found: { from: EntryKey; link: Related }[] = [];
  for (const { key: from, provider, related = [] } of entries) {
    for (const { key: via, as } of related) {
      if (as !== 'behind') continue;
      for (const next of byKey.get(via)?.related ?? []) {
        if (next.as !== 'successor' || hasOwn.has(`${provider} ${next.key}`)) continue;
        found.push({ from, link: { key: next.key, as: 'behind', via } });
      }
    }
  }
  return found;
}

/** Whether no source of an entry names the code behind it: Errata has read that from what both say. */
export function isInferred({ claims }: Entry, { code }: Entry): boolean {
  return !claims.some(
    ({ agrees, title, says, remedy }) =>
      agrees && `${title} ${says} ${remedy}`.split(/[^\w-]+/).includes(code),
  );
}

/** The entries that stand in one of these relations to this one, as far as the catalogue at hand has them. */
export function relatedAs(
  relations: readonly Relation[],
  { related = [] }: Pick<Entry, 'related'>,
  byKey: ReadonlyMap<EntryKey, Entry>,
): readonly Entry[] {
  return related.flatMap(({ key, as }) => (relations.includes(as) ? (byKey.get(key) ?? []) : []));
}

/** What came after a retired or renamed code. */
export const successorsOf = (entry: Entry, { byKey }: { byKey: ReadonlyMap<EntryKey, Entry> }) =>
  relatedAs(['successor'], entry, byKey);

/**
 * The codes of one registry that a provider's code stands for, where they are several: the provider does not say which of them
 * it was. Empty where nothing is lost.
 */
export function lostBehind({ related = [] }: Entry): readonly EntryKey[] {
  const behind = related.filter(({ as, via }) => as === 'behind' && !via).map(({ key }) => key);
  const byRegistry = Map.groupBy(behind, (key) => key.slice(0, key.lastIndexOf('/')));
  const most = [...byRegistry.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return most.length > 1 ? most : [];
}
