import type { Entry, Plan } from '../../data/schema.ts';
import { GUIDES_API } from './entry-key.ts';

/** What decides the plan of an entry, and the verdict that people and programs get. */
export type CodeVerdict = Pick<Entry, 'verdict'> & Partial<Entry>;

/** Returns the plan that the code alone decides. A retired code has that of its only successor, and a guide is to be checked. */
export function getEntryPlan(entry: CodeVerdict) {
  const { api, success, deprecated, related = [] } = entry;
  const { turn, retry } = entry.verdict;

  if (success) return null;
  if (api === GUIDES_API) return 'check';

  if (deprecated && related.filter(({ as }) => as === 'successor').length !== 1)
    return 'check';

  // Its reader has to look at something before the one more try.
  if (retry === 'once') return turn === 'you' ? 'fix' : 'now';

  return PLAN_BY_RETRY[retry];
}

const PLAN_BY_RETRY = {
  no: 'never',
  'after-fix': 'fix',
  later: 'wait',
  backoff: 'slowly',
} as const;

/** Returns the plan once the wait is over. What somebody manages may be as before, unless it only syncs: then somebody looks. */
export function getPlanAfterWait({
  class: about,
  verdict: { turn, retry },
}: CodeVerdict): Plan {
  if (retry === 'backoff') return 'slowly';

  const isManaged = turn === 'you' || turn === 'meta';

  return isManaged && about !== 'sync' ? 'check' : 'now';
}

/** Returns the verdict to publish: what somebody has to check or fix, perhaps after a wait, is not sent before. */
export function getPublishedVerdict(entry: CodeVerdict): Entry['verdict'] {
  if (entry.own || entry.verdict.retry === 'no') return entry.verdict;

  const plan =
    entry.verdict.retry === 'later'
      ? getPlanAfterWait(entry)
      : getEntryPlan(entry);

  return plan === 'check' || plan === 'fix'
    ? { ...entry.verdict, retry: 'after-fix' }
    : entry.verdict;
}
