import type { Entry, EntryKey } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { t } from '../../core/i18n/translate.ts';
import { getPublishedVerdict } from '../../core/published-verdict.ts';
import { type CodeQuestion, explain } from '../explain/explain.ts';
import { withPlan } from '../plan/apply-plan.ts';
import type { PlannedFailure } from '../plan/plan-failures.ts';

/** Names of the added columns, in the order of `ExplainedRow.cells`; the plan follows them. */
export const ADDED_COLUMNS = [
  'title',
  'turn',
  'retry',
  'wait_seconds',
  'next_step',
  'entry',
  'plan',
  'send_after',
].map((name) => `errata_${name}`);

/** The columns of the plan, which are written for each row. */
const PLAN_COLUMNS = 2;
const NEXT_STEP = ADDED_COLUMNS.indexOf('errata_next_step');
const MAX_LISTED_MEANINGS = 8;

/**
 * Explains the code of a row, in the user's language, and in English for encodings that lack its script. An undecided code
 * claims no more than its meanings have in common. A state of a number, an account or a template counts in a row without a code.
 */
export function createRowExplainer(catalogue: Catalogue, english: Catalogue) {
  return (
    asked: CodeQuestion | null,
    state: EntryKey | undefined,
    planned?: PlannedFailure,
  ) => {
    const question =
      asked ??
      (state ? { code: '', meanings: [{ key: state, score: 0 }] } : null);

    const cells = ADDED_COLUMNS.slice(PLAN_COLUMNS).map(() => '');

    const tell = (next: string) =>
      planned?.plan === 'check' ? cells.with(NEXT_STEP, next) : cells;

    const none = {
      cells: tell(t('Do not send it again in bulk until you know the cause.')),
      englishCells: tell(
        'Do not send it again in bulk until you know the cause.',
      ),
      hasCode: question !== null,
      code: question?.code ?? '',
      entry: null,
      ambiguous: false,
    };

    if (!question) return none;

    const { entry, others, ambiguous } = explain(question, catalogue);
    if (!entry) return none;

    const hasFailed = planned?.plan !== null;

    const create = (one: Entry, its: Catalogue) =>
      createCells(
        ambiguous ? [one, ...others] : [withPlan(one, planned, its)],
        hasFailed,
        its,
      );

    const own = create(entry, catalogue);

    const englishCells =
      catalogue === english
        ? own
        : create(explain(question, english).entry ?? entry, english);

    const { code } = question;
    return {
      cells: own,
      englishCells,
      hasCode: true,
      code,
      entry,
      ambiguous,
    };
  };
}

/** @param hasFailed A message that did not fail has no turn, retry, wait and next step. */
function createCells(
  meanings: readonly Entry[],
  hasFailed: boolean,
  catalogue: Catalogue,
) {
  const getCommon = (read: (entry: Entry) => string) => {
    const [first = '', ...more] = new Set(meanings.map(read));
    return more.length === 0 ? first : '';
  };

  const getAdvice = (read: (entry: Entry) => string) =>
    hasFailed ? getCommon(read) : '';

  const apis = [...new Set(meanings.map((entry) => catalogue.apiName(entry)))];

  return [
    getCommon(({ title }) => title) ||
      `${meanings.length} meanings: ${apis.slice(0, MAX_LISTED_MEANINGS).join(', ')}`,
    getAdvice(({ verdict }) => verdict.turn),
    getAdvice((entry) => getPublishedVerdict(entry).retry),
    getAdvice(({ verdict }) => String(verdict.wait ?? '')),
    getAdvice(({ next }) => next),
    meanings
      .slice(0, MAX_LISTED_MEANINGS)
      .map(({ key }) => key)
      .join(' '),
  ];
}
