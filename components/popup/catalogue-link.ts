import { CLASSES, RETRIES } from '../../data/schema.ts';
import type { FilterName, ParsedFilters } from '../../lib/catalogue/search-filters.ts';
import { DISPLAYED_TURNS } from '../../lib/core/mark-kind.ts';
import { NO_PAGE_FILTERS, type PageFilters, writeFilters } from '../catalogue/page-filters.ts';

/** Returns the address of the catalogue page for a query. What its filters cannot express stays in its search field. */
export function createCatalogueLink(
  query: string,
  { rest, filters: limits }: Pick<ParsedFilters, 'rest' | 'filters'>,
): string {
  const only = (name: FilterName) => (limits.get(name)?.length === 1 ? limits.get(name)?.[0] : undefined);
  const among = <T extends string>(name: FilterName, values: readonly T[]) =>
    values.find((value) => value === only(name)) ?? null;
  const filters: PageFilters = {
    query: rest,
    provider: only('provider') ?? null,
    turn: among('owner', DISPLAYED_TURNS),
    retry: among('retry', RETRIES),
    class: among('class', CLASSES),
  };
  const { query: _, ...said } = filters;
  const isWhole = Object.values(said).filter((value) => value !== null).length === limits.size;
  return `catalogue.html${writeFilters(isWhole ? filters : { ...NO_PAGE_FILTERS, query })}`;
}
