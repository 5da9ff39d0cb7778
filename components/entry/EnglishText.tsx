import { type ReactNode, useEffect, useState } from 'react';
import { translateAutomatically } from '../../lib/i18n/auto-translate.ts';
import { getCurrentLanguage, t } from '../../lib/i18n/translate.ts';

interface EnglishTextProps {
  unless?: boolean | undefined;
  /** Titles and quotes stay as they are. */
  isVerbatim?: boolean;
  children: ReactNode;
}

/** Marks text that is always English with its language and direction, or translates it if the user has turned that on. */
export function EnglishText({ unless, isVerbatim, children }: EnglishTextProps) {
  const isEnglish = !unless && getCurrentLanguage() !== 'en';
  const translation = useAutoTranslation(
    isEnglish && !isVerbatim && typeof children === 'string' ? children : '',
  );
  // A fragment, because the card's text isolation (text-isolation.ts) covers texts of elements and of fragments only.
  if (!isEnglish) return <>{children}</>;
  if (translation)
    return (
      <span>
        {translation} <small className="er-auto">{t('translated automatically')}</small>
      </span>
    );
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}

function useAutoTranslation(text: string): string | null {
  const [found, setFound] = useState<{ text: string; translation: string | null }>();
  useEffect(() => {
    let isWanted = text !== '';
    void translateAutomatically(text).then((translation) => isWanted && setFound({ text, translation }));
    return () => {
      isWanted = false;
    };
  }, [text]);
  return found?.text === text ? found.translation : null;
}
