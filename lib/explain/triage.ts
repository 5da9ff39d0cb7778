import type { Entry } from '../../data/schema.ts';
import type { Explanation } from './explanation.ts';

/** What can be done with a failed message now. */
export const OUTCOMES = ['resend', 'wait', 'fix', 'never', 'unknown', 'fine'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  resend: 'Safe to resend',
  wait: 'Not now: wait first',
  fix: 'Fix first, then resend',
  never: 'Do not resend',
  unknown: 'Not sure: look first',
  fine: 'Nothing failed',
};

/** Sorts a failure by its verdict. What evidence does not decide is never called safe. */
export function outcomeOf({ entry, ambiguous }: Pick<Explanation, 'entry' | 'ambiguous'>): Outcome {
  if (!entry || ambiguous) return 'unknown';
  return entry.success ? 'fine' : byRetry(entry);
}

function byRetry({ verdict: { retry } }: Entry): Outcome {
  if (retry === 'no') return 'never';
  if (retry === 'after-fix') return 'fix';
  return retry === 'later' ? 'wait' : 'resend';
}

/** Findings by outcome, in the order of `OUTCOMES`, the most frequent first. */
export function triage<T extends Pick<Explanation, 'entry' | 'ambiguous'> & { count: number }>(
  findings: readonly T[],
): readonly { outcome: Outcome; findings: readonly T[] }[] {
  return OUTCOMES.map((outcome) => ({
    outcome,
    findings: findings.filter((one) => outcomeOf(one) === outcome).sort((a, b) => b.count - a.count),
  })).filter(({ findings: own }) => own.length > 0);
}
