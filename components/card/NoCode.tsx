import type { ReactNode } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { CardMessage } from './CardMessage.tsx';

const MAX_SHOWN_LENGTH = 80;

export const NO_CODE_ON_PAGE_TEXT = 'Errata found no error codes on this page.';

interface NoCodeProps {
  /** The selected text. Empty if the user asked for the next code on a page without codes. */
  text: string;
  /** Null in an orphaned script (the extension was updated under the page), which can open nothing. */
  onSearch: ((query: string) => void) | null;
  foot: ReactNode;
  actions: ReactNode;
}

/** Shown for a selection without a known code: offers a search instead of a guess. */
export function NoCode({ text, onSearch, ...others }: NoCodeProps) {
  const query = text.trim().replace(/\s+/g, ' ');
  const shown = query.length > MAX_SHOWN_LENGTH ? `${query.slice(0, MAX_SHOWN_LENGTH).trimEnd()}…` : query;
  const hint = t('Select the code itself or the message around it, or search the catalogue.');
  return (
    <CardMessage
      {...others}
      title={shown ? t('No error code found in “$1”.', shown) : t(NO_CODE_ON_PAGE_TEXT)}
      text={shown ? `${t('No error in the catalogue has this wording either.')} ${hint}` : hint}
      button={
        onSearch && (
          <button type="button" className="er-button" onClick={() => onSearch(query)}>
            <Icon name="search" /> {t('Search the catalogue')}
          </button>
        )
      }
    />
  );
}
