import type { CatalogueData, Entry, EntryKey, Provider, Source } from '../../data/schema.ts';

/** The bundled data with the look-ups that every context needs. Made once by `openCatalogue`. */
export interface Catalogue extends CatalogueData {
  byKey: ReadonlyMap<EntryKey, Entry>;
  /** Every entry whose code, range or symbol is exactly this text; file order. */
  meaningsOf(code: string): readonly Entry[];
  source(id: string): Source | undefined;
  provider(id: string): Provider | undefined;
  /** `Meta Cloud API`, `Twilio`. */
  apiName(entry: Pick<Entry, 'provider' | 'api'>): string;
}

export function openCatalogue(data: CatalogueData): Catalogue {
  const byKey = new Map(data.entries.map((entry) => [entry.key, entry]));
  const byCode = new Map<string, Entry[]>();
  const ranges: { from: number; to: number; entry: Entry }[] = [];
  const file = (code: string, entry: Entry) => {
    const found = byCode.get(code);
    if (found) found.push(entry);
    else byCode.set(code, [entry]);
  };
  for (const entry of data.entries) {
    file(entry.code, entry);
    for (const symbol of entry.symbols ?? []) file(symbol, entry);
    if (entry.subcode) file(entry.subcode, entry);
    const range = rangeOf(entry.code);
    if (range) ranges.push({ ...range, entry });
  }
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const providers = new Map(data.providers.map((provider) => [provider.id, provider]));
  return {
    ...data,
    byKey,
    meaningsOf(code) {
      const exact = byCode.get(code) ?? [];
      if (!/^\d+$/.test(code)) return exact;
      const within = ranges.filter(({ from, to }) => Number(code) >= from && Number(code) <= to);
      return within.length === 0 ? exact : [...exact, ...within.map(({ entry }) => entry)];
    },
    source: (id) => sources.get(id),
    provider: (id) => providers.get(id),
    apiName({ provider, api }) {
      const found = providers.get(provider);
      return found?.apis.find(({ id }) => id === api)?.name ?? found?.name ?? provider;
    },
  };
}

/** `200-299` as numbers; null for a single code. */
export function rangeOf(code: string): { from: number; to: number } | null {
  const match = /^(\d+)-(\d+)$/.exec(code);
  return match ? { from: Number(match[1]), to: Number(match[2]) } : null;
}
