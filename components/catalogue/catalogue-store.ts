import { createStore } from 'zustand/vanilla';
import type { PageFilters } from './page-filters.ts';

export interface CatalogueState {
  filters: PageFilters;
  /** Code or key of the open entry; null if none is open. */
  target: string | null;
  filter(change: Partial<PageFilters>): void;
  show(target: string | null): void;
}

export type CatalogueStore = ReturnType<typeof createCatalogueStore>;

/** Creates the state of the catalogue page. The caller keeps it in sync with the address. */
export function createCatalogueStore(start: { filters: PageFilters; target: string | null }) {
  return createStore<CatalogueState>()((set) => ({
    ...start,
    filter: (change) => set(({ filters }) => ({ filters: { ...filters, ...change } })),
    show: (target) => set({ target }),
  }));
}
