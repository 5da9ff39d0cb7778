import { createStore } from 'zustand/vanilla';
import type { Filters } from './address.ts';

export interface CatalogueState {
  filters: Filters;
  /** Code or key of the entry shown; null for none. */
  target: string | null;
  filter(change: Partial<Filters>): void;
  show(target: string | null): void;
}

export type CatalogueStore = ReturnType<typeof createCatalogueStore>;

/** What the catalogue page shows. The address holds the same; whoever makes the store keeps the two equal. */
export function createCatalogueStore(start: { filters: Filters; target: string | null }) {
  return createStore<CatalogueState>()((set) => ({
    ...start,
    filter: (change) => set(({ filters }) => ({ filters: { ...filters, ...change } })),
    show: (target) => set({ target }),
  }));
}
