import type { Entry, Plan } from '../../data/schema.ts';

/** Returns the plan that the code alone decides. A retired code has that of its only successor. */
export function getEntryPlan(
  entry: Pick<Entry, 'verdict' | 'success' | 'deprecated' | 'related'>,
): Plan | null {
  const { success, deprecated, related = [] } = entry;
  const { turn, retry } = entry.verdict;
  if (success) return null;
  if (deprecated && related.filter(({ as }) => as === 'successor').length !== 1) return 'check';
  // Its reader has to look at something before the one more try.
  if (retry === 'once') return turn === 'you' ? 'fix' : 'now';
  return PLAN_BY_RETRY[retry];
}

const PLAN_BY_RETRY = { no: 'never', 'after-fix': 'fix', later: 'wait', backoff: 'slowly' } as const;
