import type { ReactNode } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import { EntryButton } from '../entry/EntryButton.tsx';
import { interpolate } from '../shared/interpolate.tsx';
import { formatSuppressedPlace } from '../shared/suppression-text.ts';

interface SuppressedNoticeProps {
  suppression: Suppression;
  /** Why the suppression was not stored; null if it was. */
  problem: string | null;
  foot: ReactNode;
  onUndo(): void;
  actions: ReactNode;
}

/** Shown after "Not an error code here": says what is suppressed and offers Undo. */
export function SuppressedNotice({ suppression, problem, foot, onUndo, actions }: SuppressedNoticeProps) {
  return (
    <section className="er-entry">
      <div className="er-scroll">
        <div className="er-body">
          {problem === null ? (
            <>
              <h2 className="er-question">
                {interpolate(
                  '$1 is no longer marked here',
                  <span className="er-code">{suppression.code}</span>,
                )}
                .
              </h2>
              <p className="er-soft">
                {t(
                  'This applies on $1 $2. You can undo it in Settings.',
                  suppression.host,
                  formatSuppressedPlace(suppression),
                )}
              </p>
            </>
          ) : (
            <h2 className="er-question">{problem}</h2>
          )}
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
