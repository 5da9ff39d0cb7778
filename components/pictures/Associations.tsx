import type { FacetFilter } from '../../lib/answer/breakdown/count-facets.ts';
import type { Share } from '../../lib/answer/breakdown/exact-test.ts';
import type {
  Association,
  FacetValue,
} from '../../lib/answer/breakdown/find-associations.ts';
import {
  formatFacet,
  formatFacetValue,
  formatRatio,
  formatShare,
} from '../../lib/answer/format/facet-text.ts';
import { getListSeparator, t } from '../../lib/core/i18n/translate.ts';

interface AssociationsProps {
  associations: readonly Association[];
  total: Share;
  filter: FacetFilter | null;
  onFilter: ((filter: FacetFilter | null) => void) | null;
}

/** Messages that do not tell enough to compare. */
const MIN_MESSAGES = 20;

/** Names the groups in which messages fail more often. A click lists their rows. */
export function Associations(props: AssociationsProps) {
  const { associations, total } = props;
  const delivered = total.messages - total.failed;
  if (total.failed < MIN_MESSAGES || delivered < MIN_MESSAGES) return null;

  return (
    <section className="associations">
      <h2>{t('Failures come more often with')}</h2>
      {associations.length === 0 ? (
        <p className="soft">
          {t('Nothing stands out: chance explains the differences.')}
        </p>
      ) : (
        <AssociationList
          {...props}
          formatNumbers={({ failed, messages, ratio }) => [
            t(
              '$1 of failures, $2 of messages',
              formatShare(failed / total.failed),
              formatShare(messages / total.messages),
            ),
            Number.isFinite(ratio)
              ? t('$1 times as often as elsewhere', formatRatio(ratio))
              : '',
          ]}
        />
      )}
      {associations.length > 0 && (
        <p className="soft">
          {t(
            'Chance explains this in less than 1 of 100 tables. It need not be the cause.',
          )}
        </p>
      )}
    </section>
  );
}

/** @param formatNumbers Returns two texts: the shares, and how they compare. */
export function AssociationList(
  props: Omit<AssociationsProps, 'total'> & {
    formatNumbers: (one: Association) => readonly [string, string];
  },
) {
  const { associations, filter, onFilter, formatNumbers } = props;

  return (
    <ul>
      {associations.map((one) => {
        const wanted = one as FacetFilter & Association;
        const isChosen =
          filter?.facet === one.facet && filter.value === one.value;
        const [shares, comparison] = formatNumbers(one);

        return (
          <li key={`${one.facet} ${one.value}`}>
            <button
              type="button"
              className="link-button"
              aria-pressed={isChosen}
              onClick={() =>
                onFilter?.(
                  isChosen
                    ? null
                    : { facet: wanted.facet, value: wanted.value },
                )
              }
            >
              {formatFacet(wanted.facet)}{' '}
              <b dir="auto">{formatFacetValue(wanted)}</b>
            </button>
            <p>
              {shares}
              {comparison && <span className="soft"> · {comparison}</span>}
            </p>
            {one.overlapping.length > 0 && (
              <p className="soft">
                {t(
                  'Mostly the same messages: $1',
                  one.overlapping.map(formatName).join(getListSeparator()),
                )}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const formatName = (one: FacetValue): string => {
  const named = one as FacetFilter;
  return `${formatFacet(named.facet)} ${formatFacetValue(named)}`;
};
