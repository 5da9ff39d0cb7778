import type {
  FacetCounts,
  FacetFilter,
} from '../../lib/answer/breakdown/count-facets.ts';

export interface PictureProps {
  counts: FacetCounts;
  filter: FacetFilter | null;
  /** Null while a click has nothing to filter. */
  onFilter: ((filter: FacetFilter | null) => void) | null;
}
