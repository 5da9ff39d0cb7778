import type { CatalogueData, Entry, EntryKey, PreflightData, Provider, Source } from '../../data/schema.ts';
import { createCodeMap } from '../core/code-map.ts';
import { withBorrowedSteps } from './borrowed-steps.ts';

/** The bundled data with the look-ups that every context needs. Entries include borrowed steps. Created by `createCatalogue`. */
export interface Catalogue extends CatalogueData {
  /** Includes guides and states, as does `meaningsOf`. */
  byKey: ReadonlyMap<EntryKey, Entry>;
  guides: readonly Entry[];
  stateFields: NonNullable<CatalogueData['stateFields']>;
  stateEntries: readonly Entry[];
  preflight: PreflightData;
  /** Returns all entries whose code, range, symbol or subcode equals this text, in file order. */
  meaningsOf(code: string): readonly Entry[];
  /** Returns the provider's entries with this `number`, which pages mark only by name. */
  numbered(code: string, provider: string): readonly Entry[];
  source(id: string): Source | undefined;
  provider(id: string): Provider | undefined;
  /** Returns the display name of an API, such as `Meta Cloud API`. Falls back to the provider's name, then to its id. */
  apiName(entry: Pick<Entry, 'provider' | 'api'>): string;
}

export function createCatalogue(data: CatalogueData): Catalogue {
  const entries = withBorrowedSteps(data.entries, data.providers);
  const { guides = [], stateFields = [], stateEntries = [] } = data;
  const { preflight = { buttons: [], parameters: {}, rules: [] } } = data;
  const all = [...entries, ...guides, ...stateEntries];
  const byKey = new Map(all.map((entry) => [entry.key, entry]));
  const byCode = createCodeMap<Entry>();
  for (const entry of all) {
    byCode.add(entry.code, [...(entry.symbols ?? []), ...(entry.subcode ? [entry.subcode] : [])], entry);
  }
  const numbers = entries.filter(({ number }) => number);
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const providers = new Map(data.providers.map((provider) => [provider.id, provider]));
  return {
    ...data,
    entries,
    ...{ guides, stateFields, stateEntries, preflight },
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
