import { useMemo } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { sumCounts } from '../../lib/format/failure-counts.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { TabLowConfidenceHit, TabLowConfidenceHits } from '../../lib/webext/tab-low-confidence-hits.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';
import {
  type AnswerView,
  createCountedRow,
  createRecentGroup,
  type ListGroup,
  type ListRow,
  type LookupContext,
  type Reference,
} from './answer.ts';
import { createPageGroups } from './outcome-groups.ts';
import type { PopupState } from './popup-store.ts';

/** Returns the groups that the popup lists: those of the answer, or, if the field is empty, the page's codes and recent lookups. */
export function useGroups(
  { page, lowConfidence }: Pick<PopupState, 'page' | 'lowConfidence'>,
  context: LookupContext,
  answer: AnswerView,
  isHome: boolean,
  recentLookups: Settings['recentLookups'],
  reference: Reference,
): { groups: readonly ListGroup[]; hasLowConfidence: boolean } {
  return useMemo(() => {
    if (!isHome) return { groups: answer.groups, hasLowConfidence: false };
    const besides = createLowConfidenceGroups(reference.catalogue, page ?? null, lowConfidence, context);
    const recent = createRecentGroup(reference, recentLookups);
    const groups = [
      ...answer.groups,
      ...createPageGroups(reference, page ?? null, context),
      ...besides,
      recent,
    ];
    return { groups: groups.filter((group) => group !== null), hasLowConfidence: besides.length > 0 };
  }, [reference, answer, isHome, page, lowConfidence, context, recentLookups]);
}

/** Maximum number of rows per group; more would hide the certain codes. */
const MAX_LOW_CONFIDENCE_SHOWN = 12;

/** Returns the page's codes that are not underlined, in two groups: those only in tooltips and labels, and uncertain ones. */
export function createLowConfidenceGroups(
  catalogue: Catalogue,
  page: TabPage | null,
  quiet: TabLowConfidenceHits | null,
  context: LookupContext = {},
): ListGroup[] {
  if (!page || !quiet) return [];
  const underlined = new Set(page.codes.map(({ code }) => code));
  const unseen = mergeCodes(
    quiet.codes.filter(({ why, code }) => why === 'attribute' && !underlined.has(code)),
  );
  const perhaps = quiet.codes.filter(({ why }) => why === 'perhaps');
  const group = (
    id: ListGroup['id'],
    heading: string,
    codes: readonly TabLowConfidenceHit[],
  ): ListGroup[] => {
    if (codes.length === 0) return [];
    const more = codes.length - MAX_LOW_CONFIDENCE_SHOWN;
    const aside =
      more > 0
        ? t('$1 of $2', MAX_LOW_CONFIDENCE_SHOWN, codes.length)
        : quiet.partial
          ? t('part of the page')
          : undefined;
    const rows = codes
      .slice(0, MAX_LOW_CONFIDENCE_SHOWN)
      .map((found) => createRow(found, catalogue, context));
    return [{ id, heading, ...(aside && { aside }), rows }];
  };
  return [
    ...group('unseen', t('Only in tooltips and labels'), unseen),
    ...group('perhaps', t('Less certain, not underlined'), perhaps),
  ];
}

function createRow(found: TabLowConfidenceHit, catalogue: Catalogue, context: LookupContext): ListRow {
  const { around, frameId, place } = found;
  return { ...createCountedRow(found, catalogue, context), lowConfidenceHit: { around, frameId, place } };
}

/** Merges equal codes of several frames, most frequent first. */
function mergeCodes(codes: readonly TabLowConfidenceHit[]): TabLowConfidenceHit[] {
  return [...Map.groupBy(codes, ({ code, key }) => `${code} ${key}`).values()]
    .flatMap(([first, ...more]) => (first ? { ...first, count: sumCounts([first, ...more]) } : []))
    .sort((a, b) => b.count - a.count);
}
