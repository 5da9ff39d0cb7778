import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/language/translate.ts';
import { Beside } from './EntryBody.tsx';
import { EntryLink, type OnChoose } from './EntryLink.tsx';

interface UnknownCodeProps {
  family: string | null;
  said: string | null;
  /** For an unlisted subcode: the entry of the code that it belongs to. */
  parent?: Entry | null | undefined;
  /** For a range of codes: the entries in it. */
  within?: readonly Entry[] | undefined;
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

/** Maximum number of listed codes of a range. */
const NAMED = 5;

/** Shown for a code that the catalogue does not have: says only what is certain. */
export function UnknownCode({ family, said, parent, within = [], catalogue, onChoose }: UnknownCodeProps) {
  return (
    <div className="er-body">
      <p>{family ?? `${t('Not in the catalogue')}.`}</p>
      <Beside said={said} />
      {parent && (
        <>
          <p>{t('The code beside it is listed. $1', parent.next)}</p>
          <EntryLink entry={parent} lead={t('Stands with')} why="related" {...{ catalogue, onChoose }} />
        </>
      )}
      {within.length > 0 && (
        <>
          <p>
            {within.length > NAMED
              ? t('Codes of this range that are listed, the first of $1:', within.length)
              : t('Codes of this range that are listed:')}
          </p>
          {within.slice(0, NAMED).map((entry) => (
            <EntryLink key={entry.key} entry={entry} why="related" {...{ catalogue, onChoose }} />
          ))}
        </>
      )}
      <p className="er-soft">
        {t(
          'Errata does not guess. The text beside the code, or the provider’s own documentation, may tell more.',
        )}
      </p>
    </div>
  );
}
