import { MARKS, type Mark, markOf } from '../../lib/catalogue/mark.ts';
import { sumOf } from '../../lib/explain/counted.ts';
import type { CodeNode, GroupNode } from '../../lib/explain/page-tree.ts';
import { comma, numberText, t } from '../../lib/language/translate.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { MARK_WORDS } from '../shared/mark-words.ts';

/** Who acts next; `unknown` if there is no verdict. */
type Owner = Mark | 'unknown';

const OWNERS: readonly Owner[] = [...MARKS, 'unknown'];
const nameOf = (owner: Owner) => (owner === 'unknown' ? t('Unknown') : t(MARK_WORDS[owner].name));
const ownerOf = ({ entry }: CodeNode): Owner => (entry ? markOf(entry) : 'unknown');

/** Stacked bar per action, split by owner. Owners differ in pattern as well as in colour. */
export function Shares({ groups }: { groups: readonly GroupNode[] }) {
  const codes = groups.flatMap((group) => group.codes);
  const all = sumOf(codes);
  const shown = [...Map.groupBy(groups, ({ heading }) => heading)].map(([heading, own]) => {
    const byOwner = Map.groupBy(
      own.flatMap((group) => group.codes),
      ownerOf,
    );
    const parts = OWNERS.flatMap((owner) => {
      const count = sumOf(byOwner.get(owner) ?? []);
      return count > 0 ? [{ owner, count }] : [];
    });
    return { heading, count: sumOf(own), parts };
  });
  const owners = OWNERS.filter((owner) => codes.some((code) => ownerOf(code) === owner));
  // A single bar with a single pattern shows nothing.
  if (shown.length < 2 && owners.length < 2) return null;
  return (
    <figure className="shares">
      <figcaption className="er-hidden">{t('Failures by what to do and whose turn it is')}</figcaption>
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
            <span className="share-part">{percent(count, all)}</span>
            <span className="er-hidden">
              {parts.map((part) => `${nameOf(part.owner)}: ${numberText(part.count)}`).join(comma())}
            </span>
          </li>
        ))}
      </ul>
      <p className="shares-owners soft">
        {owners.map((owner) => (
          <span key={owner}>
            <span className="share" data-mark={owner} aria-hidden="true" />
            {owner !== 'unknown' && <MarkIcon mark={owner} size={12} />} {nameOf(owner)}
          </span>
        ))}
      </p>
    </figure>
  );
}

function percent(count: number, all: number): string {
  const share = (100 * count) / all;
  return share < 1 ? '< 1 %' : `${Math.round(share)} %`;
}
