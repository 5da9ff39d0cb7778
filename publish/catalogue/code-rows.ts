import * as v from 'valibot';
import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { parseCodeRange } from '../../lib/core/code-map.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import { explain } from '../../lib/explain/explain.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The row that a log is joined with. A join on rank 1 keeps one row for each failure. */
export const publishedCodeSchema = v.strictObject({
  provider: v.string(),
  code: v.pipe(v.string(), v.description('The code as a log prints it. A range has a row for each number.')),
  subcode: v.pipe(v.nullable(v.string()), v.description('Null for the code without a subcode.')),
  rank: v.pipe(count, v.description('1 is the most likely meaning at this provider.')),
  meanings: v.pipe(count, v.description('Number of meanings of the code at this provider.')),
  ambiguous: v.pipe(v.boolean(), v.description('True if only surrounding text can select the meaning.')),
  key: v.pipe(v.string(), v.description('Key of the entry.')),
});

/** Returns every code of every provider, ranked as the engine ranks them when only the provider is known. */
export function createPublishedCodeRows(catalogue: Catalogue): v.InferOutput<typeof publishedCodeSchema>[] {
  const wanted = new Map<string, EntryKey[]>();
  for (const { provider, subcode = null, key, ...entry } of catalogue.entries)
    for (const code of getWords(entry)) {
      const getKeys = (each: string | null) =>
        getOrInsert(wanted, JSON.stringify([provider, code, each]), () => []);
      getKeys(null);
      getKeys(subcode).push(key);
    }
  return [...wanted].flatMap(([id, own]) => {
    const [provider, code, subcode]: [string, string, string | null] = JSON.parse(id);
    const { entry, others, ambiguous } = explain({ code, subcode, provider }, catalogue);
    const ranked = others.flatMap(({ key }) => (own.includes(key) ? key : []));
    const keys = [...new Set([...(entry ? [entry.key] : []), ...ranked, ...own])];
    const meanings = keys.length;
    return keys.map((key, at) => ({ provider, code, subcode, rank: at + 1, meanings, ambiguous, key }));
  });
}

function getWords({ code, symbols = [], number }: Pick<Entry, 'code' | 'symbols' | 'number'>): Set<string> {
  const range = parseCodeRange(code);
  const numbers = range
    ? Array.from({ length: range.to - range.from + 1 }, (_, at) => String(range.from + at))
    : [code];
  return new Set([...numbers, ...symbols, ...(number ? [number] : [])]);
}
