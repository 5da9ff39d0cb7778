import type { ReactNode } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import { EntryButton } from '../entry/EntryButton.tsx';
import { interpolate } from '../shared/interpolate.tsx';
import { formatSuppressedPlace } from '../shared/suppression-text.ts';
import { CardMessage } from './CardMessage.tsx';

interface SuppressedNoticeProps {
  suppression: Suppression;
  /** Why the suppression was not stored; null if it was. */
  problem: string | null;
  foot: ReactNode;
  onUndo(): void;
  actions: ReactNode;
}

/** Shown after "Not an error code here": says what is suppressed and offers Undo. */
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
