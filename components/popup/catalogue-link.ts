import { CLASSES, RETRIES } from '../../data/schema.ts';
import type { FilterName, ParsedFilters } from '../../lib/catalogue/search-filters.ts';
import { DISPLAYED_TURNS } from '../../lib/core/mark-kind.ts';
import { NO_PAGE_FILTERS, type PageFilters, writeFilters } from '../catalogue/page-filters.ts';

/** Returns the address of the catalogue page for a query. What its filters cannot express stays in its search field. */
export function createCatalogueLink(
  query: string,
  { rest, filters: limits }: Pick<ParsedFilters, 'rest' | 'filters'>,
): string {
  const getOnlyValue = (name: FilterName) =>
    limits.get(name)?.length === 1 ? limits.get(name)?.[0] : undefined;
  const readChoice = <T extends string>(name: FilterName, values: readonly T[]) =>
    values.find((value) => value === getOnlyValue(name)) ?? null;
  const filters: PageFilters = {
    query: rest,
    provider: getOnlyValue('provider') ?? null,
    turn: readChoice('owner', DISPLAYED_TURNS),
    retry: readChoice('retry', RETRIES),
    class: readChoice('class', CLASSES),
  };
  const { query: _, ...said } = filters;
  const isWhole = Object.values(said).filter((value) => value !== null).length === limits.size;
  return `catalogue.html${writeFilters(isWhole ? filters : { ...NO_PAGE_FILTERS, query })}`;
}
