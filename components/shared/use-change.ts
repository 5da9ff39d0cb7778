import { useState } from 'react';
import type { Change, ChangeSettings } from '../../lib/settings/changes.ts';
import { notKept } from './not-kept.ts';

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
