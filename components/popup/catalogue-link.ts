import { CLASSES, RETRIES } from '../../data/schema.ts';
import type { Limited, LimitName } from '../../lib/catalogue/limits.ts';
import { SHOWN_TURNS } from '../../lib/catalogue/mark.ts';
import { type Filters, NO_FILTERS, writeFilters } from '../catalogue/address.ts';

/** Returns the address of the catalogue page for a query. What its filters cannot express stays in its search field. */
export function catalogueLink(query: string, { rest, limits }: Pick<Limited, 'rest' | 'limits'>): string {
  const only = (name: LimitName) => (limits.get(name)?.length === 1 ? limits.get(name)?.[0] : undefined);
  const among = <T extends string>(name: LimitName, values: readonly T[]) =>
    values.find((value) => value === only(name)) ?? null;
  const filters: Filters = {
    query: rest,
    provider: only('provider') ?? null,
    turn: among('owner', SHOWN_TURNS),
    retry: among('retry', RETRIES),
    class: among('class', CLASSES),
  };
  const { query: _, ...said } = filters;
  const isWhole = Object.values(said).filter((value) => value !== null).length === limits.size;
  return `catalogue.html${writeFilters(isWhole ? filters : { ...NO_FILTERS, query })}`;
}
