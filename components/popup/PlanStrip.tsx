import { PLANS, type Plan } from '../../data/schema.ts';
import { sumCounts } from '../../lib/format/failure-counts.ts';
import type { FailureGroup } from '../../lib/format/page-tree.ts';
import { formatPlan } from '../../lib/format/verdict-text.ts';
import { formatNumber, t } from '../../lib/i18n/translate.ts';

/** How many failures can be sent again, have to wait or be fixed. A click lists only these, another click all. */
export function PlanStrip(props: {
  groups: readonly FailureGroup<unknown>[];
  chosen: Plan | null;
  onChoose: (plan: Plan | null) => void;
}) {
  const { groups, chosen, onChoose } = props;
  if (sumCounts(groups.filter(({ plan }) => plan)) < 2) return null;
  return (
    <fieldset className="plans">
      <legend className="er-hidden">{t('What to do')}</legend>
      {PLANS.map((plan) => {
        const count = sumCounts(groups.filter((group) => group.plan === plan));
        return (
          count > 0 && (
            <button
              key={plan}
              type="button"
              aria-pressed={plan === chosen}
              onClick={() => onChoose(plan === chosen ? null : plan)}
            >
              <b>{formatNumber(count)}</b> {formatPlan(plan)}
            </button>
          )
        );
      })}
    </fieldset>
  );
}

/** Returns the plan that a text of a filter field names in full: `send again now`. */
export const findPlan = (text: string): Plan | null =>
  PLANS.find((plan) => formatPlan(plan).toLowerCase() === text.trim().toLowerCase()) ?? null;
