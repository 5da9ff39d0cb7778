import { getMarkKind, MARK_KINDS, type MarkKind } from '../../lib/core/mark-kind.ts';
import { sumCounts } from '../../lib/format/failure-counts.ts';
import type { CodeNode, GroupNode } from '../../lib/format/page-tree.ts';
import { formatNumber, getListSeparator, t } from '../../lib/i18n/translate.ts';
import { Disclosure } from '../entry/Disclosure.tsx';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { MARK_TEXTS } from '../shared/mark-texts.ts';

/** Who acts next; `unknown` if there is no verdict. */
type BarOwner = MarkKind | 'unknown';

const BAR_OWNERS: readonly BarOwner[] = [...MARK_KINDS, 'unknown'];
const getOwnerName = (owner: BarOwner) => (owner === 'unknown' ? t('Unknown') : t(MARK_TEXTS[owner].name));
const getOwner = ({ entry }: CodeNode): BarOwner => (entry ? getMarkKind(entry) : 'unknown');

/** Stacked bar per action, split by owner, folded above the codes. Owners differ in pattern as well as in colour. */
export function OutcomeBars({ groups }: { groups: readonly GroupNode[] }) {
  const codes = groups.flatMap((group) => group.codes);
  const all = sumCounts(codes);
  const shown = [...Map.groupBy(groups, ({ heading }) => heading)].map(([heading, own]) => {
    const byOwner = Map.groupBy(
      own.flatMap((group) => group.codes),
      getOwner,
    );
    const parts = BAR_OWNERS.flatMap((owner) => {
      const count = sumCounts(byOwner.get(owner) ?? []);
      return count > 0 ? [{ owner, count }] : [];
    });
    return { heading, count: sumCounts(own), parts };
  });
  const owners = BAR_OWNERS.filter((owner) => codes.some((code) => getOwner(code) === owner));
  // A single bar with a single pattern shows nothing.
  if (shown.length < 2 && owners.length < 2) return null;
  return (
    <Disclosure summary={t('Failures by what to do and whose turn it is')}>
      <div className="shares">
        <ul>
          {shown.map(({ heading, count, parts }) => (
            <li key={heading}>
              <span>{heading}</span>
              <span className="share-bar" aria-hidden="true">
                {parts.map((part) => (
                  <span
                    key={part.owner}
                    className="share"
                    data-mark={part.owner}
                    style={{ inlineSize: `${(100 * part.count) / all}%` }}
                  />
                ))}
              </span>
              <span className="share-part">{formatPercent(count, all)}</span>
              <span className="er-hidden">
                {parts
                  .map((part) => `${getOwnerName(part.owner)}: ${formatNumber(part.count)}`)
                  .join(getListSeparator())}
              </span>
            </li>
          ))}
        </ul>
        <p className="shares-owners soft">
          {owners.map((owner) => (
            <span key={owner}>
              <span className="share" data-mark={owner} aria-hidden="true" />
              {owner !== 'unknown' && <MarkIcon mark={owner} size={12} />} {getOwnerName(owner)}
            </span>
          ))}
        </p>
      </div>
    </Disclosure>
  );
}

function formatPercent(count: number, all: number): string {
  const share = (100 * count) / all;
  return share < 1 ? '< 1 %' : `${Math.round(share)} %`;
}
