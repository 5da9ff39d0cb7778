import type { ReactNode } from 'react';
import { t } from '../../lib/language/translate.ts';
import type { Silence } from '../../lib/settings/silence.ts';
import { EntryButton } from '../entry/EntryButton.tsx';
import { rich } from '../shared/rich.tsx';
import { silencePlace } from '../shared/silence-words.ts';

interface SilencedProps {
  silence: Silence;
  /** Why the suppression was not stored; null if it was. */
  problem: string | null;
  notice?: string | null;
  foot: ReactNode;
  onUndo(): void;
  actions: ReactNode;
}

/** Shown after "Not an error code here": says what is suppressed and offers Undo. */
export function Silenced({ silence, problem, notice, foot, onUndo, actions }: SilencedProps) {
  return (
    <section className="er-entry">
      <div className="er-scroll">
        <div className="er-body">
          {problem === null ? (
            <>
              <h2 className="er-question">
                {rich('$1 is no longer marked here', <span className="er-code">{silence.code}</span>)}.
              </h2>
              <p className="er-soft">
                {t(
                  'This applies on $1 $2. You can undo it in Settings.',
                  silence.host,
                  silencePlace(silence),
                )}
              </p>
            </>
          ) : (
            <h2 className="er-question">{problem}</h2>
          )}
          {notice && <p className="er-notice">{notice}</p>}
        </div>
        {foot}
      </div>
      <footer className="er-footer">
        {problem === null && <EntryButton onClick={onUndo}>{t('Undo')}</EntryButton>}
        {actions}
      </footer>
    </section>
  );
}
