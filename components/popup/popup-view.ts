import type { Plan } from '../../data/schema.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { findMainProvider, findPlan } from '../shared/PageHead.tsx';
import type { PasteProgress } from '../shared/pasted.ts';
import {
  type AnswerView,
  createFailureGroups,
  createPageRow,
  createRecentGroups,
  type ListGroup,
  MAX_ROWS_SHOWN,
  type Reference,
} from './answer.ts';
import type { usePagePlan } from './page-plan.ts';
import type { PopupStore } from './popup-store.ts';

type PopupState = ReturnType<PopupStore['getState']>;

/** What the list of the popup is made of. */
interface PopupSource extends Pick<Reference, 'catalogue'> {
  state: PopupState;
  page: TabPage | null | undefined;
  planned: ReturnType<typeof usePagePlan>;
  answer: AnswerView;
  reading: PasteProgress | null;
  /** Codes of the page without a mark. */
  besides: readonly ListGroup[];
  settings: Settings;
  provider: string | undefined;
}

export type PopupView = ReturnType<typeof createPopupView>;

const LOST_TEXT =
  'The text that this page was opened with is no longer available. Look it up again.';

/** Decides what the popup lists: the page, the answer to a query, or the failures of a paste. */
export function createPopupView(source: PopupSource) {
  const { state, page, planned, answer } = source;
  const { query, pasted } = state;
  const plan = findChosenPlan(source);
  const isHome = pasted === null && (query.trim() === '' || plan !== null);
  const groups = isHome ? createHomeGroups(source, plan) : answer.groups;
  const rows = groups.flatMap((group) => group.rows);
  const listed = answer.failures ?? (isHome ? planned.groups : []);

  const isAnswered =
    !isHome &&
    groups.some(({ id }) => id === 'results' || id.startsWith('decoded'));

  return {
    plan,
    isHome,
    groups,
    rows,
    listed,
    lostText: isHome && state.isLost ? t(LOST_TEXT) : null,
    /** Known only once the tab has answered. */
    isEmpty: isHome && page !== undefined && hasNoCodes(page),
    rowProvider: findMainProvider(listed) ?? source.provider,
    active: getActive(state, rows.length, isAnswered),
    spoken: isHome ? '' : getSpokenText(source, rows.length),
  };
}

/** The words of a plan filter the failures of the page. */
function findChosenPlan({ state, planned }: PopupSource): Plan | null {
  if (state.pasted) return state.plan;

  return planned.groups.length > 0 ? findPlan(state.query) : null;
}

function createHomeGroups(
  { state, planned, besides, settings, catalogue }: PopupSource,
  plan: Plan | null,
): readonly ListGroup[] {
  if (!planned.isPlanned) return [];

  const failures = createFailureGroups(
    'page',
    planned.groups,
    plan,
    createPageRow,
  );

  if (plan) return failures;

  // What is read later would move what is listed below it.
  const recent =
    state.lowConfidence === undefined ? [] : settings.recentLookups;

  return [...failures, ...besides, ...createRecentGroups(catalogue, recent)];
}

const hasNoCodes = (page: TabPage | null): boolean =>
  !page?.codes.length && !page?.isReading;

/** Returns the index of the row that Enter opens, or -1. */
function getActive(
  { isNavigating, active }: PopupState,
  count: number,
  isAnswered: boolean,
): number {
  if (isNavigating) return Math.min(active, count - 1);

  return isAnswered ? 0 : -1;
}

function getSpokenText(
  { answer, reading }: PopupSource,
  rowCount: number,
): string {
  if (reading?.state === 'reading') return '';

  const { message, more } = answer;
  const count = tPlural(more?.total ?? rowCount, '$1 result', '$1 results');

  return (
    message?.title ?? (more ? t('$1 of $2', MAX_ROWS_SHOWN, count) : count)
  );
}
