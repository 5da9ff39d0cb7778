import type { ReactNode } from 'react';
import { languageNow } from '../../lib/language/translate.ts';

/** What stays English whatever the interface speaks, read out and laid out as such. */
export function EnglishText({ unless, children }: { unless?: boolean | undefined; children: ReactNode }) {
  // A fragment: the card seals the texts of elements and of these alone.
  if (unless || languageNow() === 'en') return <>{children}</>;
  return (
    <span lang="en" dir="ltr">
      {children}
    </span>
  );
}
