import { useState } from 'react';
import { t } from '../../lib/language/translate.ts';
import type { Change, ChangeSettings } from '../../lib/settings/changes.ts';

/** Waits for work that stores something, and gives the problem of the last; null where it was stored. */
export function useAttempt(): [attempt: (work: Promise<unknown>) => void, problem: string | null] {
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (work: Promise<unknown>) =>
    void work.then(
      () => setProblem(null),
      (error) => setProblem(notKept(error)),
    );
  return [attempt, problem];
}

/** Makes changes in the same way. */
export function useChange(
  changeSettings: ChangeSettings,
): [change: (how: Change) => void, problem: string | null] {
  const [attempt, problem] = useAttempt();
  return [(how) => attempt(changeSettings(how)), problem];
}

/** As much of the browser's own words as is worth showing. */
const MOST = 120;

/** The message when a change could not be stored. Nothing has changed. */
export function notKept(error: unknown): string {
  const reason = (error instanceof Error ? error.message : '').slice(0, MOST).replace(/[.\s]+$/, '');
  if (/quota|no.?space/i.test(reason)) return t('The browser couldn’t save the change: its storage is full.');
  return reason
    ? t('The browser couldn’t save the change: “$1”.', reason)
    : t('The browser couldn’t save the change.');
}

/** Says beside the control that a change could not be stored. */
export function NotKept({ problem }: { problem: string | null }) {
  return (
    problem && (
      <p role="alert" className="not-kept">
        {problem}
      </p>
    )
  );
}
