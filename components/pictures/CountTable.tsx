import type { CSSProperties, KeyboardEvent } from 'react';
import type { ValueCount } from '../../lib/answer/breakdown/count-facets.ts';
import type { Facet } from '../../lib/answer/breakdown/facet-column.ts';
import {
  formatFacet,
  formatFacetValue,
} from '../../lib/answer/format/facet-text.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import { formatNumber, t } from '../../lib/core/i18n/translate.ts';
import { listShownPlans } from './PlanLegend.tsx';
import type { PictureProps } from './picture-props.ts';

interface CountTableProps extends PictureProps {
  title: string;
  className: string;
  /** What CSS needs to place and size the row of a value. */
  getStyle: (count: ValueCount, at: number) => CSSProperties;
  onKeyDown?: (event: KeyboardEvent<HTMLTableSectionElement>) => void;
  /** Index of the only button that Tab reaches. By default, it reaches all. */
  tabStop?: number;
  onReach?: (at: number | null) => void;
}

/**
 * The numbers of a picture: a row for each value, with a button that filters, and a cell for each plan. CSS makes a
 * picture of it; browsers keep its roles whatever the display of its parts.
 */
export function CountTable(props: CountTableProps) {
  const { counts, title, className, filter, onFilter, getStyle } = props;
  const { facet, values } = counts;
  const plans = listShownPlans({ facets: [counts] });

  return (
    <table className={className}>
      <caption className="er-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{formatFacet(facet)}</th>
          {plans.map(({ plan }) => (
            <th key={plan} scope="col">
              {formatPlan(plan)}
            </th>
          ))}
          <th scope="col">{t('Failures')}</th>
        </tr>
      </thead>
      <tbody onKeyDown={props.onKeyDown}>
        {values.map((count, at) => {
          const { value } = count;
          const isChosen = filter?.facet === facet && filter.value === value;

          return (
            <tr
              key={value}
              style={getStyle(count, at)}
              title={formatCount(facet, count)}
              data-chosen={isChosen || undefined}
              data-dim={(filter && !isChosen) || undefined}
              onPointerEnter={() => props.onReach?.(at)}
              onPointerLeave={() => props.onReach?.(null)}
            >
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={isChosen}
                  aria-disabled={!onFilter}
                  tabIndex={
                    props.tabStop === undefined || props.tabStop === at ? 0 : -1
                  }
                  onFocus={() => props.onReach?.(at)}
                  onBlur={() => props.onReach?.(null)}
                  onClick={() => onFilter?.(isChosen ? null : { facet, value })}
                >
                  <bdi>{formatFacetValue({ facet, value })}</bdi>
                </button>
              </th>
              {plans.map(({ plan, at: index }) => (
                <CountCell
                  key={plan}
                  plan={plan}
                  count={count.byPlan[index] ?? 0}
                />
              ))}
              <td className="count-sum">{formatNumber(count.failed)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const CountCell = ({ plan, count }: { plan: string; count: number }) => (
  <td data-plan={plan} style={createCountStyle(count)}>
    <span>{formatNumber(count)}</span>
  </td>
);

/** Lets CSS know a number. */
export const createCountStyle = (count: number): CSSProperties =>
  ({ '--count': count }) as CSSProperties;

/** Returns `28 Nov, 14:00: 12 Wait · 3 Fix first`. */
export function formatCount(facet: Facet, count: ValueCount): string {
  const counts = listShownPlans({ facets: [{ facet, values: [count] }] }).map(
    ({ plan, at }) =>
      `${formatNumber(count.byPlan[at] ?? 0)} ${formatPlan(plan)}`,
  );

  return `${formatFacetValue({ facet, value: count.value })}: ${counts.join(' · ') || formatNumber(0)}`;
}
