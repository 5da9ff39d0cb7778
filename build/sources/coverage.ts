import type { Coverage, Entry, SourceRecord } from '../../data/schema.ts';
import { hasCode, isInRange, type SourceData } from './compare.ts';

const RECENT_DAYS = 90;
const DAY_MS = 86_400_000;

export function createCoverage({ entries, sources, accepted, reads }: SourceData): Coverage {
  const claims = entries.flatMap((entry) => entry.claims.map(({ source }) => ({ source, entry })));
  const byId = new Map(sources.map((source) => [source.id, source]));
  const readOn = ({ id, seen }: SourceRecord) => [seen, reads[id]?.read ?? ''].sort().at(-1) ?? seen;
  const last = Math.max(...sources.map((source) => Date.parse(readOn(source))));
  const isRecent = (source: SourceRecord) => Date.parse(readOn(source)) >= last - RECENT_DAYS * DAY_MS;
  const count = (test: (source: SourceRecord) => boolean) =>
    claims.filter(({ source }) => {
      const record = byId.get(source);
      return record && test(record);
    }).length;

  const codesOf = new Map<string, Set<string>>();
  for (const [id, { codes }] of Object.entries(reads)) {
    if (byId.get(id)?.kind === 'third-party') continue;
    const left = accepted
      .filter(({ source, kind }) => source === id && kind === 'new')
      .flatMap((one) => one.codes);
    const provider = getRegistry(id, { entries, sources }).split('/')[0] ?? '';
    const own = codesOf.get(provider) ?? new Set();
    for (const code of Object.keys(codes)) if (!left.some((range) => isInRange(code, range))) own.add(code);
    codesOf.set(provider, own);
  }
  return {
    sources: sources.filter(({ read }) => read).length,
    claims: count(({ read }) => Boolean(read)),
    recentClaims: count(isRecent),
    published: [...codesOf].sort().map(([provider, codes]) => {
      const own = entries.filter((entry) => entry.provider === provider);
      const known = [...codes].filter((code) => own.some((entry) => hasCode(entry, code)));
      return { provider, codes: codes.size, known: known.length };
    }),
  };
}

/** Returns the registry of a source's new codes: as declared, or the one with most of its claims. */
export function getRegistry(
  id: string,
  { entries, sources }: Pick<SourceData, 'entries' | 'sources'>,
): string {
  const read = sources.find((source) => source.id === id)?.read;
  if (read && 'format' in read && read.into) return read.into;
  const claimed = entries.filter(({ claims }) => claims.some(({ source }) => source === id));
  const byRegistry = Map.groupBy(claimed, ({ provider, api }: Entry) => `${provider}/${api}`);
  return [...byRegistry].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}
