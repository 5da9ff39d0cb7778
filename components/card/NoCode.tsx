import type { ReactNode } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';

const MAX_SHOWN_LENGTH = 80;

export const NO_CODE_ON_PAGE_TEXT = 'Errata found no error codes on this page.';

interface NoCodeProps {
  /** The selected text. Empty if the user asked for the next code on a page without codes. */
  text: string;
  /** Null in an orphaned script (the extension was updated under the page), which can open nothing. */
  onSearch: ((query: string) => void) | null;
  /** The "missed a code?" line; false if the text is not on the page. */
  foot: ReactNode;
  actions: ReactNode;
}

/** Shown for a selection without a known code: offers a search instead of a guess. */
export function NoCode({ text, onSearch, foot, actions }: NoCodeProps) {
  const query = text.trim().replace(/\s+/g, ' ');
  const shown = query.length > MAX_SHOWN_LENGTH ? `${query.slice(0, MAX_SHOWN_LENGTH).trimEnd()}…` : query;
  return (
    <section className="er-entry">
      <div className="er-scroll">
        <div className="er-body">
          <h2 className="er-question">
            {shown ? t('No error code found in “$1”.', shown) : t(NO_CODE_ON_PAGE_TEXT)}
          </h2>
          <p className="er-soft">
            {shown && `${t('No error in the catalogue has this wording either.')} `}
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
