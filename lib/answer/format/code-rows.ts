import type { Entry, EntryKey } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseCodeRange } from '../../core/code-map.ts';
import { getOrInsert } from '../../core/get-or-insert.ts';
import { explain } from '../explain/explain.ts';

/** Returns every code of every provider, ranked as the engine ranks them when only the provider is known. */
export function createPublishedCodeRows(catalogue: Catalogue) {
  const wanted = new Map<string, EntryKey[]>();

  for (const { provider, subcode = null, key, ...entry } of catalogue.entries)
    for (const code of getWords(entry)) {
      const getKeys = (each: string | null) =>
        getOrInsert(wanted, JSON.stringify([provider, code, each]), () => []);
      getKeys(null);
      getKeys(subcode).push(key);
    }

  return [...wanted].flatMap(([id, own]) => {
    const [provider, code, subcode]: [string, string, string | null] =
      JSON.parse(id);

    const { entry, others, ambiguous } = explain(
      { code, subcode, provider },
      catalogue,
    );

    const ranked = others.flatMap(({ key }) => (own.includes(key) ? key : []));

    const keys = [
      ...new Set([...(entry ? [entry.key] : []), ...ranked, ...own]),
    ];

    const meanings = keys.length;

    return keys.map((key, at) => ({
      provider,
      code,
      subcode,
      rank: at + 1,
      meanings,
      ambiguous,
      key,
    }));
  });
}

function getWords({
  code,
  symbols = [],
  number,
}: Pick<Entry, 'code' | 'symbols' | 'number'>): Set<string> {
  const range = parseCodeRange(code);

  const numbers = range
    ? Array.from({ length: range.to - range.from + 1 }, (_, at) =>
        String(range.from + at),
      )
    : [code];

  return new Set([...numbers, ...symbols, ...(number ? [number] : [])]);
}
