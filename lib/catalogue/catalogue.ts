import type {
  CatalogueData,
  Entry,
  EntryKey,
  PreflightData,
} from '../../data/schema.ts';
import { createCodeMap } from '../core/code-map.ts';
import { withBorrowedSteps } from './borrowed-steps.ts';
import type { TextIndexData } from './search/word-index.ts';

export type Catalogue = ReturnType<typeof createCatalogue>;

/**
 * Adds the look-ups that every context needs to the bundled data. Entries include borrowed steps.
 *
 * @param readTextIndex Returns the stored index of the first entries, or null. The search calls it at the first words, and makes what is missing.
 */
export function createCatalogue(
  data: CatalogueData,
  readTextIndex?: () => TextIndexData | null,
) {
  const entries = withBorrowedSteps(data.entries, data.providers);
  const { guides = [], stateFields = [], stateEntries = [] } = data;

  const preflight: PreflightData = data.preflight ?? {
    buttons: [],
    parameters: {},
    rules: [],
  };

  const all = [...entries, ...guides, ...stateEntries];

  const byKey: ReadonlyMap<EntryKey, Entry> = new Map(
    all.map((entry) => [entry.key, entry]),
  );

  const byCode = createCodeMap<Entry>();

  for (const entry of all) {
    byCode.add(
      entry.code,
      [...(entry.symbols ?? []), ...(entry.subcode ? [entry.subcode] : [])],
      entry,
    );
  }

  const numbers = entries.filter(({ number }) => number);
  const sources = new Map(data.sources.map((source) => [source.id, source]));

  const providers = new Map(
    data.providers.map((provider) => [provider.id, provider]),
  );

  return {
    ...data,
    readTextIndex,
    entries,
    guides,
    stateFields,
    stateEntries,
    preflight,
    /** Includes guides and states, as does `meaningsOf`. */
    byKey,
    /** Returns all entries whose code, range, symbol or subcode equals this text, in file order. */
    meaningsOf: byCode.meaningsOf,
    /** Returns the provider's entries with this `number`, which pages mark only by name. */
    numbered: (code: string, provider: string): readonly Entry[] =>
      numbers.filter((one) => one.number === code && one.provider === provider),
    source: (id: string) => sources.get(id),
    provider: (id: string) => providers.get(id),
    /** Returns the display name of an API, such as `Meta Cloud API`. Falls back to the provider's name, then to its id. */
    apiName({ provider, api }: Pick<Entry, 'provider' | 'api'>): string {
      const found = providers.get(provider);

      return (
        found?.apis.find(({ id }) => id === api)?.name ??
        found?.name ??
        provider
      );
    },
  };
}
