import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/i18n/translate.ts';
import { SenderMessage } from './EntryBody.tsx';
import { EntryLink, type OnChooseEntry } from './EntryLink.tsx';

interface UnknownCodeProps {
  family: string | null;
  said: string | null;
  /** For an unlisted subcode: the entry of the code that it belongs to. */
  parent?: Entry | null | undefined;
  /** For a range of codes: the entries in it. */
  within?: readonly Entry[] | undefined;
  catalogue: Catalogue;
  onChoose: OnChooseEntry | undefined;
}

/** Maximum number of listed codes of a range. */
const MAX_NAMED = 5;

/** Shown for a code that the catalogue does not have: says only what is certain. */
export function UnknownCode({ family, said, parent, within = [], catalogue, onChoose }: UnknownCodeProps) {
  return (
    <div className="er-body">
      <p>{family ?? `${t('Not in the catalogue')}.`}</p>
      <SenderMessage said={said} />
      {parent && (
        <>
          <p>{t('The code it appears with is in the catalogue. $1', parent.next)}</p>
          <EntryLink entry={parent} lead={t('Appears with')} why="related" {...{ catalogue, onChoose }} />
        </>
      )}
      {within.length > 0 && (
        <>
          <p>
            {within.length > MAX_NAMED
              ? t('Some of the $1 codes in this range:', within.length)
              : t('Codes in this range:')}
          </p>
          {within.slice(0, MAX_NAMED).map((entry) => (
            <EntryLink key={entry.key} entry={entry} why="related" {...{ catalogue, onChoose }} />
          ))}
        </>
      )}
      <p className="er-soft">
        {t('Errata doesn’t guess. The text next to the code or the provider’s documentation may say more.')}
      </p>
    </div>
  );
}
