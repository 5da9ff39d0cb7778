import { useState } from 'react';
import type { FacetCounts } from '../../lib/answer/breakdown/count-facets.ts';
import { fillPeriods } from '../../lib/answer/breakdown/periods.ts';
import { formatPictureTitle } from '../../lib/answer/format/facet-text.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { Bars } from './Bars.tsx';
import { Columns } from './Columns.tsx';
import type { PictureProps } from './picture-props.ts';

const getFailed = ({ values }: FacetCounts) =>
  values.filter(({ failed }) => failed > 0);

/** Whether counts tell more than their sum: those of one value do not. */
export const hasPicture = (counts: FacetCounts): boolean =>
  getFailed(counts).length > 1 &&
  getFailed(counts).some(({ value }) => value !== '');

/** Failures by one facet, stacked by plan. A picture is a table in another form, so that both always have the same numbers. */
export function Picture(props: PictureProps & { isSmall?: boolean }) {
  const { counts, isSmall } = props;
  const { facet } = counts;
  const [isTable, setTable] = useState(false);
  const values = getFailed(counts);
  const named = values.filter(({ value }) => value !== '');

  const isTime = facet === 'period' || facet === 'hour';
  const title = formatPictureTitle(facet, named[0]?.value);

  return (
    <figure
      className="picture"
      data-facet={facet}
      data-view={isTable ? 'table' : 'picture'}
    >
      <figcaption>
        <b>{title}</b>
        {!isSmall && (
          <button
            type="button"
            className="link-button"
            aria-pressed={isTable}
            aria-label={`${t('Numbers')}: ${title}`}
            onClick={() => setTable(!isTable)}
          >
            {t('Numbers')}
          </button>
        )}
      </figcaption>
      {isTime ? (
        <Columns {...props} title={title} counts={fillTime(counts)} />
      ) : (
        <Bars {...props} title={title} counts={{ facet, values }} />
      )}
    </figure>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) =>
  String(hour).padStart(2, '0'),
);

/** Returns the counts in the order of time, with empty ones for spans without a message. */
function fillTime({ facet, values }: FacetCounts): FacetCounts {
  const known = new Map(values.map((one) => [one.value, one]));
  const spans =
    facet === 'hour' ? HOURS : fillPeriods(values.map(({ value }) => value));

  return {
    facet,
    values: spans.map(
      (value) =>
        known.get(value) ?? {
          value,
          messages: 0,
          failed: 0,
          byPlan: [],
        },
    ),
  };
}
