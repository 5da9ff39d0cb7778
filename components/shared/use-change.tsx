import { useState } from 'react';
import { t } from '../../lib/language/translate.ts';
import type { Change, ChangeSettings } from '../../lib/settings/changes.ts';

/** Makes changes, and gives the problem of the last one; null where it was stored. */
export function useChange(
  changeSettings: ChangeSettings,
): [change: (how: Change) => void, problem: string | null] {
  const [problem, setProblem] = useState<string | null>(null);
  const change = (how: Change) =>
    void changeSettings(how).then(
      () => setProblem(null),
      (error) => setProblem(notKept(error)),
    );
  return [change, problem];
}

/** As much of the browser's own words as is worth showing. */
const MOST = 120;

/** The message when a change could not be stored. Nothing has changed. */
export function notKept(error: unknown): string {
  const reason = (error instanceof Error ? error.message : '').slice(0, MOST).replace(/[.\s]+$/, '');
  if (/quota|no.?space/i.test(reason)) return t('The browser could not save that: its storage is full.');
  return reason
    ? t('The browser could not save that. Its reason: “$1”.', reason)
    : t('The browser could not save that.');
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
