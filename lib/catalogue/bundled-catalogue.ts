import { text } from 'virtual:catalogue';
import type { CatalogueData, Entry } from '../../data/schema.ts';
import { createEntryKey } from '../core/entry-key.ts';
import {
  getCurrentLocale,
  type TranslatedEntries,
} from '../core/i18n/translate.ts';
import { type PackedRecords, unpackRecords } from '../core/pack-records.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type OwnCode, withOwnCodes } from './own-codes.ts';
import type { TextIndexData } from './search/word-index.ts';

/** Reads the index of the build, where there is one. */
let readStoredIndex: () => TextIndexData | null = () => null;
let opened: Catalogue | undefined;
/** The last one with own codes, which rarely change. */
let extended: { own: string; catalogue: Catalogue } | undefined;

/** Returns the catalogue of the build, parsed on first use, with a team's own codes. Scripts use `readCatalogue`. */
export function getBundledCatalogue(codes: readonly OwnCode[] = []): Catalogue {
  opened ??= createCatalogue(parseBundled(), () => readStoredIndex());
  if (codes.length === 0) return opened;

  const own = JSON.stringify(codes);
  if (extended?.own !== own)
    extended = {
      own,
      catalogue: createCatalogue(
        withOwnCodes(opened, codes),
        opened.readTextIndex,
      ),
    };

  return extended.catalogue;
}

/**
 * Gives the search of the bundled catalogue the index of the build, which takes hundreds of milliseconds to make.
 *
 * @param read Called at the first words. Returns null if the index is missing.
 */
export function setTextIndex(read: () => TextIndexData | null): void {
  readStoredIndex = read;
}

/** The data as the build stores it: without keys. */
export interface BundledData extends Omit<CatalogueData, 'entries'> {
  count: number;
  packed: PackedRecords;
}

export function parseBundled(added = '{}'): CatalogueData {
  const { count, packed, ...data }: BundledData = JSON.parse(text);
  const { packed: more, ...other }: Partial<BundledData> = JSON.parse(added);

  const entries = unpackRecords(
    { ...packed, ...more },
    count,
  ) as unknown as Omit<Entry, 'key'>[];

  return {
    ...data,
    ...other,
    entries: entries.map((entry) => ({ ...entry, key: createEntryKey(entry) })),
  };
}

/** Returns the catalogue in the user's language, if loaded. The index of the search is English. */
export function getTranslatedCatalogue(
  codes: readonly OwnCode[] = [],
): Catalogue {
  const { entries } = getCurrentLocale();
  const english = getBundledCatalogue(codes);

  return Object.keys(entries).length === 0
    ? english
    : createCatalogue(translateCatalogue(english, entries));
}

type CountryRule = NonNullable<Entry['countries']>[number];

/** Replaces the texts of a rule of countries with their translations. */
function translateRule(
  rule: CountryRule,
  words:
    | NonNullable<TranslatedEntries[string]['countries']>[number]
    | undefined,
): CountryRule {
  const { steps = [], ...texts } = words ?? {};
  const translated = rule.steps?.map((step, at) => ({
    ...step,
    do: steps[at] ?? step.do,
  }));

  return { ...rule, ...texts, ...(translated && { steps: translated }) };
}

/** Replaces entries' texts with their translations. Titles of codes stay as the providers write them; those of guides and states are ours. */
export function translateCatalogue<
  T extends Pick<CatalogueData, 'entries' | 'guides' | 'stateEntries'>,
>(data: T, by: TranslatedEntries): T {
  const { entries, guides = [], stateEntries = [] } = data;

  const translate = (entry: Entry): Entry => {
    const words = by[entry.key];
    if (!words) return entry;

    const { meaning, next, title } = words;

    const steps = entry.steps?.map((step, at) => ({
      ...step,
      do: words.steps?.[at] ?? step.do,
    }));

    const causes = entry.causes?.map((cause, at) => ({
      ...cause,
      ...words.causes?.[at],
    }));

    const ours = title && { title, hasTranslatedTitle: true };

    const english = {
      title: entry.title,
      next: entry.next,
      steps: entry.steps,
      causes: entry.causes,
      countries: entry.countries,
    };

    const countries = entry.countries?.map((rule, at) =>
      translateRule(rule, words.countries?.[at]),
    );

    const lists = {
      ...(steps && { steps }),
      ...(causes && { causes }),
      ...(countries && { countries }),
    };

    return {
      ...entry,
      translated: true,
      english,
      ...ours,
      meaning,
      next,
      ...lists,
    };
  };

  const other = {
    guides: guides.map(translate),
    stateEntries: stateEntries.map(translate),
  };

  return { ...data, entries: entries.map(translate), ...other };
}
