import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { registryOf } from '../../lib/catalogue/key.ts';
import type { Search } from '../../lib/catalogue/search.ts';
import { soleNumber } from '../../lib/catalogue/search-query.ts';
import { t } from '../../lib/language/translate.ts';
import { resultGroups } from '../shared/result-groups.ts';
import { type Filters, fits, isFiltered } from './address.ts';
import { nearestNumbers } from './nearest.ts';

export interface Section {
  id: string;
  /** Null for search results. */
  heading: string | null;
  /** Contains codes of several providers. */
  mixed: boolean;
  entries: readonly Entry[];
}

/** Maximum number of search results. */
const MOST = 2_000;
/** Few enough that the list of providers below stays in view. */
const MOST_MET = 12;

/** Returns the section of the most common codes, which also appear at their providers. Empty while a search or filter is active. */
export function mostMetOf({ mostMet, byKey }: Catalogue, filters: Filters): readonly Section[] {
  if (isFiltered(filters)) return [];
  const entries = mostMet.slice(0, MOST_MET).flatMap(({ key }) => byKey.get(key) ?? []);
  return entries.length > 0 ? [{ id: 'most-met', heading: t('Most common'), mixed: true, entries }] : [];
}

/** Returns the list's sections: by provider and API, or by relevance for a query. Neighbouring codes get their own section. */
export function sectionsOf(catalogue: Catalogue, find: Search['find'], filters: Filters): readonly Section[] {
  const query = filters.query.trim();
  if (query === '') return byApi(catalogue, filters);
  const context = filters.provider ? { provider: filters.provider } : {};
  const known = find(query, context, MOST);
  const found = known.filter(({ entry }) => fits(entry, filters));
  const close = found.filter(({ kind }) => kind === 'neighbour').map(({ entry }) => entry);
  const near =
    known.length > 0
      ? close
      : nearestNumbers(soleNumber(query) ?? '', catalogue).filter((entry) => fits(entry, filters));
  const groups = resultGroups(query, found).map((group) => ({ ...group, mixed: true }));
  return near.length === 0
    ? groups
    : [
        ...groups,
        { id: 'neighbours', heading: t('Not in the catalogue. Similar codes'), entries: near, mixed: true },
      ];
}

/** Groups entries by provider and API in the order of `providers.yaml`; sorts codes numerically. */
function byApi(catalogue: Catalogue, filters: Filters): Section[] {
  const fitting = catalogue.entries.filter((entry) => fits(entry, filters));
  const registries = Map.groupBy(fitting, registryOf);
  return catalogue.providers.flatMap(({ id: provider, apis }) =>
    apis.flatMap(({ id: api, name }) => {
      const id = registryOf({ provider, api });
      const entries = registries.get(id);
      return entries ? [{ id, heading: name, entries: entries.sort(byNumber), mixed: false }] : [];
    }),
  );
}

const collator = new Intl.Collator('en', { numeric: true });

function byNumber(a: Entry, b: Entry): number {
  return collator.compare(a.code, b.code) || collator.compare(a.subcode ?? '', b.subcode ?? '');
}
