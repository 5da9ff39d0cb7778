import type { CatalogueData, Entry, EntryKey, Provider, Source } from '../../data/schema.ts';
import { withBorrowed } from './borrowed-steps.ts';
import { createByCode } from './by-code.ts';

/** The bundled data with the look-ups that every context needs, and what codes borrow. Made once by `openCatalogue`. */
export interface Catalogue extends CatalogueData {
  byKey: ReadonlyMap<EntryKey, Entry>;
  /** Every entry whose code, range or symbol is exactly this text; file order. */
  meaningsOf(code: string): readonly Entry[];
  /** Those of a provider that pages mark by name alone, since much else has their number. */
  numbered(code: string, provider: string): readonly Entry[];
  source(id: string): Source | undefined;
  provider(id: string): Provider | undefined;
  /** `Meta Cloud API`, `Twilio`. */
  apiName(entry: Pick<Entry, 'provider' | 'api'>): string;
}

export function openCatalogue(data: CatalogueData): Catalogue {
  const entries = withBorrowed(data.entries, data.providers);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const byCode = createByCode<Entry>();
  for (const entry of entries) {
    byCode.file(entry.code, [...(entry.symbols ?? []), ...(entry.subcode ? [entry.subcode] : [])], entry);
  }
  const numbers = entries.filter(({ number }) => number);
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const providers = new Map(data.providers.map((provider) => [provider.id, provider]));
  return {
    ...data,
    entries,
    byKey,
    meaningsOf: byCode.meaningsOf,
    numbered: (code, provider) => numbers.filter((one) => one.number === code && one.provider === provider),
    source: (id) => sources.get(id),
    provider: (id) => providers.get(id),
    apiName({ provider, api }) {
      const found = providers.get(provider);
      return found?.apis.find(({ id }) => id === api)?.name ?? found?.name ?? provider;
    },
  };
}
