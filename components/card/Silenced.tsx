import type { ReactNode } from 'react';
import type { Silence } from '../../lib/detect/silence.ts';
import { silencePlace } from '../shared/silence-words.ts';

interface SilencedProps {
  silence: Silence;
  /** False where it could not be kept: the extension was updated under the page. */
  kept: boolean;
  /** A line for the tests. */
  foot: ReactNode;
  onUndo(): void;
  actions: ReactNode;
}

/** What follows on "Not an error code here": what is silenced, and the way back. */
export function Silenced({ silence, kept, foot, onUndo, actions }: SilencedProps) {
  return (
    <section className="er-entry">
      <div className="er-scroll">
        <div className="er-body">
          {kept ? (
            <>
              <h2 className="er-question">
                <span className="er-code">{silence.code}</span> is no longer marked here.
              </h2>
              <p className="er-soft">
                That holds on {silence.host} {silencePlace(silence)}. The settings list it.
              </p>
            </>
          ) : (
            <h2 className="er-question">
              That could not be kept, as Errata was updated. Reload the page, then say it again.
            </h2>
          )}
        </div>
        {foot}
      </div>
      <footer className="er-footer">
        {kept && (
          <button type="button" className="er-button" onClick={onUndo}>
            Undo
          </button>
        )}
        {actions}
      </footer>
    </section>
  );
}
