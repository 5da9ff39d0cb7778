import { PLANS } from '../../data/schema.ts';
import type { Breakdown } from '../../lib/answer/breakdown/count-facets.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import { t } from '../../lib/core/i18n/translate.ts';

/** Returns the plans that a picture shows, with their places among the counts. */
export const listShownPlans = ({ facets }: Pick<Breakdown, 'facets'>) =>
  PLANS.map((plan, at) => ({ plan, at })).filter(({ at }) =>
    facets.some(({ values }) => values.some(({ byPlan }) => byPlan[at])),
  );

/** The colours and patterns of the pictures. */
export const PlanLegend = ({ breakdown }: { breakdown: Breakdown }) => (
  <ul className="plan-legend" aria-label={t('What to do')}>
    {listShownPlans(breakdown).map(({ plan }) => (
      <li key={plan}>
        <span className="swatch" data-plan={plan} /> {formatPlan(plan)}
      </li>
    ))}
  </ul>
);
