import { type CSSProperties, useState } from 'react';
import type { ValueCount } from '../../lib/answer/breakdown/count-facets.ts';
import { formatNumber, t } from '../../lib/core/i18n/translate.ts';
import { CountTable } from './CountTable.tsx';
import { listShownPlans } from './PlanLegend.tsx';
import type { PictureProps } from './picture-props.ts';

const MAX_BARS = 8;
const MAX_SMALL_BARS = 4;
/** More would slow the page down. The rest is in the file. */
const MAX_ALL_BARS = 200;

/** Bars of the values with the most failures, stacked by plan. */
export function Bars(
  props: PictureProps & { title: string; isSmall?: boolean },
) {
  const { counts, filter, isSmall } = props;
  const { facet, values } = counts;
  const [isAll, setAll] = useState(false);

  const limit = isSmall ? MAX_SMALL_BARS : MAX_BARS;
  // The button would need the place of the only bar that it hides.
  const few = values.length === limit + 1 ? values.length : limit;
  const size = isAll ? MAX_ALL_BARS : few;

  const isShown = ({ value }: ValueCount, at: number) =>
    at < size || (filter?.facet === facet && filter.value === value);

  const shown = values.filter(isShown);
  const longest = Math.max(...values.map(({ failed }) => failed));
  const plans = listShownPlans({ facets: [{ facet, values: shown }] });

  /** A track of the grid for each plan, and for the rest of the longest bar. */
  const getStyle = ({ byPlan, failed }: ValueCount) => {
    const lengths = plans.map(({ at }) => byPlan[at] ?? 0);
    const tracks = [...lengths, longest - failed];

    return {
      '--tracks': tracks.map((length) => `minmax(0, ${length}fr)`).join(' '),
    } as CSSProperties;
  };

  return (
    <div className="bars-picture">
      <CountTable
        {...props}
        counts={{ facet, values: shown }}
        className="bar-table"
        getStyle={getStyle}
      />
      {values.length > few && (
        <button
          type="button"
          className="link-button"
          aria-expanded={isAll}
          onClick={() => setAll(!isAll)}
        >
          {isAll
            ? t('Show fewer')
            : t('Show all $1', formatNumber(values.length))}
        </button>
      )}
    </div>
  );
}
