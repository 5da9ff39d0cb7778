import { type ReactNode, useEffect, useState } from 'react';
import { isTranslating, translateAutomatically } from '../../lib/i18n/auto-translate.ts';
import { getCurrentLanguage, t } from '../../lib/i18n/translate.ts';

interface EnglishTextProps {
  unless?: boolean | undefined;
  /** Titles and quotes stay as they are. */
  isVerbatim?: boolean;
  children: ReactNode;
}

/** Marks text that is always English with its language and direction, or translates it if the user has turned that on. */
export function EnglishText({ unless, isVerbatim, children }: EnglishTextProps) {
  // A fragment, because the card's text isolation (text-isolation.ts) covers texts of elements and of fragments only.
  if (unless || getCurrentLanguage() === 'en') return <>{children}</>;
  const isTranslated = !isVerbatim && typeof children === 'string';
  return isTranslated ? <TranslatedText>{children}</TranslatedText> : <MarkedText>{children}</MarkedText>;
}

export const TranslationOffer = () =>
  getCurrentLanguage() !== 'en' &&
  'Translator' in globalThis &&
  !isTranslating() && (
    <p className="er-case">
      <a href="options.html#translate-label">{t('Translate the rest automatically')}</a>
    </p>
  );

const MarkedText = ({ children }: { children: ReactNode }) => (
  <span lang="en" dir="ltr">
    {children}
  </span>
);

function TranslatedText({ children: text }: { children: string }) {
  const [found, setFound] = useState<{ text: string; translation: string | null }>();
  useEffect(() => {
    let isWanted = true;
    void translateAutomatically(text).then((translation) => isWanted && setFound({ text, translation }));
    return () => {
      isWanted = false;
    };
  }, [text]);
  if (found?.text !== text || !found.translation) return <MarkedText>{text}</MarkedText>;
  return (
    <span>
      {found.translation} <small className="er-auto">{t('translated automatically')}</small>
    </span>
  );
}
