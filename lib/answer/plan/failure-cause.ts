import type { Entry, Plan } from '../../../data/schema.ts';
import type { MessageFailure, PlannedFailure } from './plan-failures.ts';

/** What a failure may share with others: one paused template or one unpaid account is one thing to fix. */
export interface FailureCause {
  planned: PlannedFailure & { plan: Plan };
  entry: Entry;
  template: string | null;
}

/** Returns what many rows may share. A template is the cause only of codes about templates. */
export function findCause(
  planned: PlannedFailure | undefined,
  { entry = null, ambiguous, template }: Partial<MessageFailure> = {},
): FailureCause | null {
  const plan = planned?.plan;
  if (!plan || !entry || ambiguous) return null;

  const cause = { planned: { ...planned, plan }, entry };
  if ((plan === 'now' || plan === 'slowly') && !hasTicket(cause)) return null;

  return {
    ...cause,
    template: (entry.class === 'template' && template) || null,
  };
}

/** Returns true if support may have to help with failures, or somebody has to fix what they share. */
export const hasTicket = ({
  planned,
  entry,
}: Pick<FailureCause, 'planned' | 'entry'>): boolean =>
  planned.plan === 'fix' || ['meta', 'provider'].includes(entry.verdict.turn);

/** Failures with the same key have one cause. */
export const getCauseKey = ({
  planned,
  entry,
  template,
}: FailureCause): string =>
  [
    planned.plan,
    planned.reason,
    planned.reason === 'country' && planned.country,
    entry.key,
    template,
  ].join(' ');
