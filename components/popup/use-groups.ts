import { useMemo } from 'react';
import type { TabPage } from '../../lib/bridge/tab.ts';
import type { TabWeakHit, TabWeakHits } from '../../lib/bridge/tab-weak-hits.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { sumOf } from '../../lib/explain/counted.ts';
import { t } from '../../lib/language/translate.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import {
  type Answer,
  countedRow,
  type ListGroup,
  type ListRow,
  type Reference,
  recentGroup,
} from './answer.ts';
import { pageGroups } from './outcome-groups.ts';
import type { PopupState } from './store.ts';

/** Returns the groups that the popup lists: those of the answer, or, if the field is empty, the page's codes and recent lookups. */
export function useGroups(
  { page, quiet }: Pick<PopupState, 'page' | 'quiet'>,
  answer: Answer,
  isHome: boolean,
  { on: remembers, list: remembered }: Settings['recent'],
  reference: Reference,
): { groups: readonly ListGroup[]; hasQuiet: boolean } {
  return useMemo(() => {
    if (!isHome) return { groups: answer.groups, hasQuiet: false };
    const besides = quietGroups(reference.catalogue, page ?? null, quiet);
    const recent = remembers ? recentGroup(reference, remembered) : null;
    const groups = [...answer.groups, ...pageGroups(reference, page ?? null), ...besides, recent];
    return { groups: groups.filter((group) => group !== null), hasQuiet: besides.length > 0 };
  }, [reference, answer, isHome, page, quiet, remembers, remembered]);
}

/** Maximum number of rows per group; more would hide the certain codes. */
const SHOWN = 12;

/** Returns the page's codes that are not underlined, in two groups: those only in tooltips and labels, and uncertain ones. */
export function quietGroups(
  catalogue: Catalogue,
  page: TabPage | null,
  quiet: TabWeakHits | null,
): ListGroup[] {
  if (!page || !quiet) return [];
  const underlined = new Set(page.codes.map(({ code }) => code));
  const unseen = addUp(quiet.codes.filter(({ why, code }) => why === 'attribute' && !underlined.has(code)));
  const perhaps = quiet.codes.filter(({ why }) => why === 'perhaps');
  const group = (id: ListGroup['id'], heading: string, codes: readonly TabWeakHit[]): ListGroup[] => {
    if (codes.length === 0) return [];
    const more = codes.length - SHOWN;
    const aside =
      more > 0 ? t('$1 of $2', SHOWN, codes.length) : quiet.partial ? t('part of the page') : undefined;
    const rows = codes.slice(0, SHOWN).map((found) => rowOf(found, catalogue));
    return [{ id, heading, ...(aside && { aside }), rows }];
  };
  return [
    ...group('unseen', t('Only in tooltips and labels'), unseen),
    ...group('perhaps', t('Less certain, not underlined'), perhaps),
  ];
}

function rowOf(found: TabWeakHit, catalogue: Catalogue): ListRow {
  const { around, frameId, place } = found;
  return { ...countedRow(found, catalogue), quiet: { around, frameId, place } };
}

/** Merges equal codes of several frames, most frequent first. */
function addUp(codes: readonly TabWeakHit[]): TabWeakHit[] {
  return [...Map.groupBy(codes, ({ code, key }) => `${code} ${key}`).values()]
    .flatMap(([first, ...more]) => (first ? { ...first, count: sumOf([first, ...more]) } : []))
    .sort((a, b) => b.count - a.count);
}
