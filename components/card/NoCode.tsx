import type { ReactNode } from 'react';
import { t } from '../../lib/language/translate.ts';
import { Icon } from '../icons/Icon.tsx';

const SHOWN = 80;

export const NOTHING_TO_GO_TO = 'Errata found no error codes on this page.';

interface NoCodeProps {
  /** What was selected; empty where the reader wanted to go to a code and there is none. */
  text: string;
  /** Null where nothing can be opened: the extension was updated under the page. */
  onSearch: ((query: string) => void) | null;
  /** A line for the tests, where the selection is on the page. */
  foot: ReactNode;
  actions: ReactNode;
}

/** The answer to a selection without a code: no guess, but a way to search. */
export function NoCode({ text, onSearch, foot, actions }: NoCodeProps) {
  const query = text.trim().replace(/\s+/g, ' ');
  const shown = query.length > SHOWN ? `${query.slice(0, SHOWN).trimEnd()}…` : query;
  return (
    <section className="er-entry">
      <div className="er-scroll">
        <div className="er-body">
          <h2 className="er-question">
            {shown ? t('No error code found in “$1”.', shown) : t(NOTHING_TO_GO_TO)}
          </h2>
          <p className="er-soft">
            {t('Select the code itself or the message around it, or search the catalogue.')}
          </p>
        </div>
        {foot}
      </div>
      <footer className="er-footer">
        {onSearch && (
          <button type="button" className="er-button" onClick={() => onSearch(query)}>
            <Icon name="search" /> {t('Search the catalogue')}
          </button>
        )}
        {actions}
      </footer>
    </section>
  );
}
