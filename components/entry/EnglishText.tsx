import type { ReactNode } from 'react';
import { getCurrentLanguage } from '../../lib/i18n/translate.ts';

/** Marks text that is always English with its language and direction. */
export function EnglishText({ unless, children }: { unless?: boolean | undefined; children: ReactNode }) {
  // A fragment, because the card's text isolation (text-isolation.ts) covers texts of elements and of fragments only.
  if (unless || getCurrentLanguage() === 'en') return <>{children}</>;
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}
