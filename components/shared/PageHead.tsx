import type { ReactNode } from 'react';
import { type Entry, PLANS, type Plan } from '../../data/schema.ts';
import {
  formatBulkNotice,
  formatCodeCount,
  formatFailureCount,
  sumCounts,
} from '../../lib/answer/format/failure-counts.ts';
import type { FailureGroup } from '../../lib/answer/format/page-tree.ts';
import { formatPlan } from '../../lib/answer/format/verdict-text.ts';
import type { PlanSummary } from '../../lib/answer/plan/plan-summary.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import {
  formatLastSeenDate,
  getDataFreshness,
} from '../../lib/catalogue/data-freshness.ts';
import {
  formatNumber,
  getListSeparator,
  t,
  tPlural,
} from '../../lib/core/i18n/translate.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';

export function PageHead(props: {
  /** Undefined until the tab has answered, null if there is none. */
  page: Pick<TabPage, 'codes'> | null | undefined;
  isReading: boolean;
  failures: readonly FailureGroup<unknown>[];
  catalogue: Catalogue;
  children?: ReactNode;
}) {
  const { page } = props;
  // CSS shows it only if the answer takes time.
  if (page === undefined) return <p className="reading">{t('Reading…')}</p>;
  if (page === null) return null;

  const { codes } = page;

  const bulk = formatBulkNotice(
    codes.map((code) => ({
      ...code,
      entry: (code.key && props.catalogue.byKey.get(code.key)) || null,
    })),
  );

  const Count = props.isReading ? 'span' : 'b';
  const unmarked = codes.reduce((sum, code) => sum + (code.unmarked ?? 0), 0);
  const distinct = new Set(codes.map(({ code }) => code)).size;

  return (
    <>
      {props.failures.length > 0 && (
        <div className="paste-head page-head">
          <p className="paste-sum">
            {/* What is counted so far must not look like a result. */}
            <span className={props.isReading ? 'problem' : 'paste-name soft'}>
              {props.isReading ? t('Reading…') : t('On this page')}
            </span>{' '}
            <Count>{formatFailureCount(props.failures)}</Count>
            {getListSeparator() + formatCodeCount(distinct)}
            {props.isReading && ` ${t('so far')}`}
            {unmarked > 0 && `; ${t('$1 not underlined', unmarked)}`}
          </p>
          {bulk && <p className="page-bulk">{bulk}</p>}
          {props.children}
        </div>
      )}
      {props.isReading && (
        <p className="reading">
          {t('Still reading this page. There may be more codes.')}
        </p>
      )}
    </>
  );
}

/** Fewer codes do not show whose they are. */
const MIN_CODES_OF_PROVIDER = 3;

export function findMainProvider(
  groups: readonly FailureGroup<{ entry: Entry | null }>[],
) {
  const owners = groups.flatMap(({ codes }) =>
    codes.flatMap(({ entry }) => entry?.provider ?? []),
  );

  const isMain = ({ length }: readonly string[]) =>
    length >= MIN_CODES_OF_PROVIDER && 2 * length > owners.length;

  return [...Map.groupBy(owners, (owner) => owner).values()].find(isMain)?.[0];
}

/** How many failures can be sent again, have to wait or be fixed. A click lists only these, another click all. */
export function PlanStrip(props: {
  groups: readonly FailureGroup<unknown>[];
  /** Name of the provider of most codes, if it is not that of the site, which the site's options name. */
  provider?: string | false | undefined;
  /** Rows and recipients by plan, where they are known. */
  counts?: PlanSummary['counts'] | undefined;
  chosen: Plan | null;
  onChoose: (plan: Plan | null) => void;
}) {
  const { groups, provider, counts, chosen, onChoose } = props;
  if (!provider && sumCounts(groups.filter(({ plan }) => plan)) < 2)
    return null;

  return (
    <fieldset className="plans">
      <legend className="er-hidden">{t('What to do')}</legend>
      {PLANS.map((plan) => {
        const count = sumCounts(groups.filter((group) => group.plan === plan));
        const people = counts?.[plan].people ?? 0;

        const to =
          people > 0 &&
          people < count &&
          tPlural(people, 'to $1 recipient', 'to $1 recipients');

        return (
          count > 0 && (
            <button
              key={plan}
              type="button"
              aria-pressed={plan === chosen}
              title={to || undefined}
              onClick={() => onChoose(plan === chosen ? null : plan)}
            >
              <b>{formatNumber(count)}</b> {formatPlan(plan)}
              {to && ' '}
              {to && <span className="er-hidden">{to}</span>}
            </button>
          )
        );
      })}
      {provider && <span className="row-side">{t('Codes: $1', provider)}</span>}
    </fieldset>
  );
}

/** Returns the plan that a text of a filter field names in full: `send again now`. */
export const findPlan = (text: string): Plan | null =>
  PLANS.find(
    (plan) => formatPlan(plan).toLowerCase() === text.trim().toLowerCase(),
  ) ?? null;

/** The age of the catalogue, with a warning after half a year. `now` is in milliseconds since 1970. */
export const DataAge = ({
  catalogue,
  now,
}: {
  catalogue: Pick<Catalogue, 'sources'>;
  now: number;
}) => (
  <>
    {t('Sources last checked on $1.', formatLastSeenDate(catalogue))}
    <OutdatedNotice catalogue={catalogue} now={now} />
  </>
);

export function OutdatedNotice({
  catalogue,
  now,
}: {
  catalogue: Pick<Catalogue, 'sources'>;
  now: number;
}) {
  const { days, isStale } = getDataFreshness(catalogue, now);
  if (!isStale) return null;

  return (
    <b>
      {' '}
      {t(
        'The catalogue is $1 days old. Update Errata, and check the provider’s documentation.',
        days,
      )}
    </b>
  );
}
