import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import {
  autoTranslation,
  getTranslationOffer,
  translateAutomatically,
} from '../../lib/core/i18n/auto-translate.ts';
import { getTextDirection } from '../../lib/core/i18n/languages.ts';
import { getCurrentLanguage, t } from '../../lib/core/i18n/translate.ts';
import { EntryButton } from './controls.tsx';
import { useLoaded } from './masking.ts';

/** Marks text that is always English with its language and direction, or translates it if the user has turned that on. */
export function EnglishText(props: {
  unless?: boolean | undefined;
  /** Titles and quotes stay as they are. */
  isVerbatim?: boolean;
  children: ReactNode;
}) {
  const { unless, isVerbatim, children } = props;
  // A fragment, because the card's text isolation (text-isolation.ts) covers texts of elements and of fragments only.
  if (unless || getCurrentLanguage() === 'en') return <>{children}</>;

  const isTranslated = !isVerbatim && typeof children === 'string';

  return isTranslated ? (
    <TranslatedText>{children}</TranslatedText>
  ) : (
    <MarkedText>{children}</MarkedText>
  );
}

export function TranslationOffer() {
  const start = useStore(autoTranslation, getTranslationOffer);
  const [state, setState] = useState<'idle' | 'starting' | 'failed'>('idle');

  if (getCurrentLanguage() === 'en' || !start) return null;

  return (
    <p className="er-case">
      <EntryButton
        disabled={state === 'starting'}
        onClick={() => {
          setState('starting');
          start().catch(() => setState('failed'));
        }}
      >
        {t('Translate the rest automatically')}
      </EntryButton>
      {state === 'failed' && (
        <span role="alert">{t('Couldn’t translate.')}</span>
      )}
    </p>
  );
}

const MarkedText = ({ children }: { children: ReactNode }) => (
  <span lang="en" dir="ltr">
    {children}
  </span>
);

function TranslatedText({ children: text }: { children: string }) {
  const isOn = useStore(autoTranslation, ({ translate }) => translate !== null);

  const translate = async () => ({
    text,
    translation: await translateAutomatically(text),
  });

  const found = useLoaded(translate, [text, isOn]);

  if (!isOn || found?.text !== text || !found.translation)
    return <MarkedText>{text}</MarkedText>;

  return (
    <span
      lang={getCurrentLanguage()}
      dir={getTextDirection(getCurrentLanguage())}
    >
      {found.translation}{' '}
      <small className="er-auto">{t('translated automatically')}</small>
    </span>
  );
}
