import { useState } from 'react';
import type {
  Breakdown,
  FacetFilter,
} from '../../lib/answer/breakdown/count-facets.ts';
import {
  formatFacet,
  formatFacetValue,
} from '../../lib/answer/format/facet-text.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { Button } from '../shared/controls.tsx';
import { hasPicture, Picture } from './Picture.tsx';

/** One small picture of the failures of a page, and a choice of others. */
export function PictureStrip(props: {
  breakdown: Breakdown;
  filter: FacetFilter | null;
  onFilter: (filter: FacetFilter | null) => void;
}) {
  const { breakdown, filter, onFilter } = props;
  const [chosen, setChosen] = useState<string | null>(null);

  const facets = breakdown.facets.filter(hasPicture);
  const shown = facets.find(({ facet }) => facet === chosen) ?? facets[0];
  if (!shown) return null;

  return (
    <div className="picture-strip">
      {facets.length > 1 && (
        <fieldset className="strip-choice">
          <legend className="er-hidden">{t('Failures')}</legend>
          {facets.map(({ facet }) => (
            <button
              key={facet}
              type="button"
              className="link-button"
              aria-pressed={facet === shown.facet}
              onClick={() => setChosen(facet)}
            >
              {formatFacet(facet)}
            </button>
          ))}
        </fieldset>
      )}
      <Picture
        key={shown.facet}
        isSmall
        counts={shown}
        filter={filter}
        onFilter={onFilter}
      />
      {filter && (
        <p className="csv-filter">
          <b dir="auto">{formatFacetValue(filter)}</b>
          <Button onClick={() => onFilter(null)}>{t('Show all rows')}</Button>
        </p>
      )}
    </div>
  );
}
