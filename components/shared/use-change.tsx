import { useState } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { ChangeSettings, SettingsChange } from '../../lib/settings/changes.ts';

/** Returns a function that waits for work that stores something, and the error message of the last attempt; null if it succeeded. */
export function useAsyncError(): [attempt: (work: Promise<unknown>) => void, problem: string | null] {
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = (work: Promise<unknown>) =>
    void work.then(
      () => setProblem(null),
      (error) => setProblem(getSaveErrorText(error)),
    );
  return [attempt, problem];
}

export function useChange(changeSettings: ChangeSettings) {
  const [attempt, problem] = useAsyncError();
  return [(how: SettingsChange) => attempt(changeSettings(how)), problem] as const;
}

const MAX_REASON_LENGTH = 120;

export function getSaveErrorText(error: unknown): string {
  const reason = (error instanceof Error ? error.message : '')
    .slice(0, MAX_REASON_LENGTH)
    .replace(/[.\s]+$/, '');
  if (/quota|no.?space/i.test(reason)) return t('The browser couldn’t save the change: its storage is full.');
  return reason
    ? t('The browser couldn’t save the change: “$1”.', reason)
    : t('The browser couldn’t save the change.');
}

export const SaveError = ({ problem }: { problem: string | null }) =>
  problem && (
    <p role="alert" className="not-kept">
      {problem}
    </p>
  );
