import { type Entry, PLANS, type Plan } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { CodeContext } from '../../catalogue/rank-entries.ts';
import { findCurrentEntry } from '../../catalogue/relations.ts';
import { parseFilters } from '../../catalogue/search/search-filters.ts';
import { isObjectState } from '../../core/entry-key.ts';
import { groupBy } from '../../core/group-by.ts';
import {
  formatNumber,
  getListSeparator,
  t,
} from '../../core/i18n/translate.ts';
import { getEntryPlan } from '../../core/published-verdict.ts';
import { explainUndecided, type ListedCode } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import { hasArrived, type PlannedFailure } from '../plan/plan-failures.ts';
import {
  type AnswerOption,
  formatMeaningCount,
  getAnswerOptions,
} from './answer-options.ts';
import { stripFullStop } from './explanation-text.ts';
import {
  formatCodeCount,
  formatFailureCount,
  formatMoreCount,
  sumCounts,
} from './failure-counts.ts';
import { formatPlan, formatVerdictLine } from './verdict-text.ts';

export interface CodeNode {
  id: string;
  name: { code: string; key: string | null };
  ambiguous: boolean;
  /** Null for a code that the catalogue does not know, and for an undecided one. */
  entry: Entry | null;
  undecided: Explanation | null;
  options: readonly AnswerOption[];
  count: number;
  /** Number of marked occurrences, which the user can jump to. */
  places: number;
  /** Which of the marked occurrences these are, if others have another plan. */
  shown?: readonly number[];
  planned?: PlannedFailure | undefined;
  /** Why the rows have their plan, in a few words. */
  reason?: string | null;
  /** `Send at: tomorrow at 08:00 (CET)`. */
  sendAt?: string | null;
}

export interface FailureGroup<T> {
  /** Null if nothing failed. */
  plan: Plan | null;
  heading: string;
  count: number;
  /** How many of these are states of a number, a template or an account. */
  states: number;
  codes: readonly T[];
}

export type GroupNode = FailureGroup<CodeNode>;

export function createCodeNode(
  {
    count,
    unmarked = 0,
    ...listed
  }: ListedCode & { count: number; unmarked?: number },
  catalogue: Catalogue,
  context: CodeContext = {},
): CodeNode {
  const { code, key } = listed;
  const undecided = explainUndecided(listed, catalogue, context);

  return {
    id: `${code} ${key}`,
    name: { code, key },
    entry: undecided ? null : findCurrentEntry(key, catalogue),
    undecided,
    options: undecided ? getAnswerOptions(undecided, catalogue) : [],
    ambiguous: undecided !== null,
    count,
    places: count - unmarked,
  };
}

/** Returns the plan that the code alone decides, or `check` if the code is unknown or undecided. */
export const getCodePlan = ({
  entry,
  ambiguous,
}: Pick<Explanation, 'entry' | 'ambiguous'>): Plan | null =>
  entry && !ambiguous ? getEntryPlan(entry) : 'check';

/** Groups failures by plan, then sorts by frequency. A code that only passes another on counts there. */
export function groupFailures<
  T extends Pick<Explanation, 'entry' | 'ambiguous'> & {
    count: number;
    name?: CodeNode['name'];
    cause?: string | null;
    planned?: PlannedFailure | undefined;
  },
>(failures: readonly T[]): FailureGroup<T>[] {
  const getPlan = (one: T) =>
    one.planned ? one.planned.plan : getCodePlan(one);

  const getHeading = (one: T) =>
    hasArrived(one.planned, one.entry?.success)
      ? t('Failed after delivery')
      : formatPlan(getPlan(one));

  const byPlan = groupBy(failures, getPlan);

  return [...PLANS, null].flatMap((plan) => {
    const alike = (byPlan.get(plan) ?? []).toSorted(
      (a, b) => b.count - a.count,
    );

    return [...groupBy(alike, getHeading)].map(([heading, codes]) => ({
      plan,
      heading,
      codes,
      ...countOccurrences(codes, plan),
    }));
  });
}

/** Counts what failed, and the states among it. A code that only passes another one on is counted there. */
function countOccurrences(
  codes: readonly Parameters<typeof groupFailures>[0][number][],
  plan: Plan | null,
) {
  const counted = plan
    ? codes.filter(({ entry, cause }) => !entry?.success && !cause)
    : codes;

  const isState = ({ entry, name }: (typeof codes)[number]) =>
    isObjectState(entry?.key ?? name?.key ?? '');

  return {
    count: sumCounts(counted),
    states: sumCounts(counted.filter(isState)),
  };
}

/** Returns the meanings of an undecided code: `Two meanings: Meta Cloud API, Twilio`. */
export const formatMeanings = ({
  options,
}: Pick<CodeNode, 'options'>): string =>
  `${formatMeaningCount(options.length)}: ${options.map(({ name }) => stripFullStop(name)).join(getListSeparator())}`;

/** Counts distinct codes: one code can have several plans. */
export const countCodes = (nodes: readonly Pick<CodeNode, 'name'>[]): number =>
  new Set(nodes.map(({ name }) => `${name.code} ${name.key}`)).size;

const MAX_SPOKEN_CODES = 5;

/** Returns a summary for screen readers: `26 failures, 3 codes: 17 × 131056, 8 × 131026, 1 × 131999`. */
export function formatSpokenSum(groups: readonly GroupNode[]): string {
  const codes = groups
    .flatMap((group) => group.codes)
    .sort((a, b) => b.count - a.count);

  const named = codes
    .slice(0, MAX_SPOKEN_CODES)
    .map(({ name, count }) => `${formatNumber(count)} × ${name.code}`);

  if (codes.length > MAX_SPOKEN_CODES)
    named.push(formatMoreCount(codes.length - MAX_SPOKEN_CODES));

  return `${formatFailureCount(groups)}, ${formatCodeCount(countCodes(codes))}: ${named.join(', ')}`;
}

/** Filters a tree by the filters of a query. All other words must occur in the code, its title, its verdict or its next step. */
export function filterPageTree(
  groups: readonly GroupNode[],
  query: string,
  catalogue: Catalogue,
) {
  const { rest, hasFilters, matches } = parseFilters(query, catalogue);
  const words = rest.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !hasFilters) return groups;

  return groups.flatMap((group) => {
    const codes = group.codes.filter((node) => {
      const entries = node.entry
        ? [node.entry]
        : node.options.map(({ entry }) => entry);

      if (hasFilters && !entries.some(matches)) return false;

      const text = getNodeText(node, group, catalogue);

      return words.every((word) => text.includes(word));
    });

    return codes.length > 0
      ? [{ ...group, codes, ...countOccurrences(codes, group.plan) }]
      : [];
  });
}

function getNodeText(
  { name, entry, options, planned, reason, sendAt = null }: CodeNode,
  { heading }: GroupNode,
  catalogue: Catalogue,
) {
  const said = entry
    ? [
        entry.title,
        formatVerdictLine(entry, catalogue, planned && { ...planned, sendAt })
          .line,
        reason,
        entry.next,
        catalogue.apiName(entry),
      ]
    : options.flatMap((option) => [option.name, option.says]);

  return [name.code, entry?.subcode, heading, ...said].join('\n').toLowerCase();
}
