import type { ReactNode } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import { EntryButton } from '../entry/controls.tsx';
import { Icon } from '../icons/Icon.tsx';
import { formatSuppressedPlace, interpolate } from '../shared/texts.tsx';

type CardMessageProps = Record<'title' | 'text' | 'foot' | 'button' | 'actions', ReactNode>;

const CardMessage = ({ title, text, foot, button, actions }: CardMessageProps) => (
  <section className="er-entry">
    <div className="er-scroll">
      <div className="er-body">
        <h2 className="er-question">{title}</h2>
        {text && <p className="er-soft">{text}</p>}
      </div>
      {foot}
    </div>
    <footer className="er-footer">
      {button}
      {actions}
    </footer>
  </section>
);

const MAX_SHOWN_LENGTH = 80;

export const NO_CODE_ON_PAGE_TEXT = 'Errata found no error codes on this page.';

interface NoCodeProps extends Pick<CardMessageProps, 'foot' | 'actions'> {
  /** The selected text. Empty if the user asked for the next code on a page without codes. */
  text: string;
  /** Null in an orphaned script (the extension was updated under the page), which can open nothing. */
  onSearch: ((query: string) => void) | null;
}

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
          <EntryButton onClick={() => onSearch(query)}>
            <Icon name="search" /> {t('Search the catalogue')}
          </EntryButton>
        )
      }
    />
  );
}

interface SuppressedNoticeProps extends Pick<CardMessageProps, 'foot' | 'actions'> {
  suppression: Suppression;
  problem: string | null;
  onUndo(): void;
}

export function SuppressedNotice({ suppression, problem, onUndo, ...others }: SuppressedNoticeProps) {
  if (problem !== null) return <CardMessage {...others} title={problem} text={null} button={null} />;
  const { code, host } = suppression;
  const place = formatSuppressedPlace(suppression);
  return (
    <CardMessage
      {...others}
      title={<>{interpolate('$1 is no longer marked here', <span className="er-code">{code}</span>)}.</>}
      text={t('This applies on $1 $2. You can undo it in Settings.', host, place)}
      button={<EntryButton onClick={onUndo}>{t('Undo')}</EntryButton>}
    />
  );
}
