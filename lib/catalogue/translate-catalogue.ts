import type { CatalogueData, Entry } from '../../data/schema.ts';
import type { TranslatedEntries } from '../i18n/translate.ts';

/** Replaces entries' texts with their translations. Titles stay as the providers write them. */
export function translateCatalogue<T extends Pick<CatalogueData, 'entries'>>(
  data: T,
  by: TranslatedEntries,
): T {
  if (Object.keys(by).length === 0) return data;
  return { ...data, entries: data.entries.map((entry) => translateEntry(entry, by[entry.key])) };
}

function translateEntry(entry: Entry, words: TranslatedEntries[string] | undefined): Entry {
  if (!words) return entry;
  const { meaning, next, steps = [] } = words;
  return {
    ...entry,
    translated: true,
    meaning,
    next,
    ...(entry.steps && { steps: entry.steps.map((step, at) => ({ ...step, do: steps[at] ?? step.do })) }),
  };
}
