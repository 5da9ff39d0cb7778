import { createContext, type ReactNode, useContext } from 'react';
import type { Entry, EntryKey } from '../../data/schema.ts';
import { formatEntryCode } from '../../lib/answer/format/explanation-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import { EnglishText } from './EnglishText.tsx';
import { Code } from './EntryBody.tsx';

/** Why the user opens another entry: to answer "Which provider sends your messages?", for another meaning, or as a related code. */
export type LinkReason = 'answer' | 'meaning' | 'related';
export type OnChooseEntry = (key: EntryKey, why: LinkReason) => void;

/** Shared by everything that links to other entries. Without `onChoose` they are named but not linked. */
export interface EntryLinking {
  catalogue: Catalogue;
  onChoose?: OnChooseEntry | undefined;
}

export const EntryAddressContext = createContext<
  ((entry: Entry) => string) | null
>(null);

interface EntryLinkProps extends EntryLinking {
  entry: Entry;
  why?: LinkReason;
  lead?: ReactNode;
}

export function EntryLink({
  entry,
  catalogue,
  why = 'related',
  onChoose,
  lead,
}: EntryLinkProps) {
  const getAddress = useContext(EntryAddressContext);

  const line = (
    <>
      <MarkIcon mark={getMarkKind(entry)} size={14} />
      <span>
        {lead && <span className="er-soft">{lead} </span>}
        <Code>{formatEntryCode(entry)}</Code>{' '}
        <EnglishText unless={entry.hasTranslatedTitle} isVerbatim>
          {entry.title}
        </EnglishText>{' '}
        <span className="er-soft">{catalogue.apiName(entry)}</span>
      </span>
    </>
  );

  if (getAddress)
    return (
      <a className="er-link" href={getAddress(entry)}>
        {line}
      </a>
    );

  if (!onChoose) return <div className="er-link">{line}</div>;

  return (
    <button
      type="button"
      className="er-link"
      onClick={() => onChoose(entry.key, why)}
    >
      {line}
    </button>
  );
}

interface EntryLinksProps extends Omit<EntryLinkProps, 'entry' | 'lead'> {
  links: readonly Pick<EntryLinkProps, 'entry' | 'lead'>[];
}

export const EntryLinks = ({ links, ...linking }: EntryLinksProps) => (
  <ul className="er-links">
    {links.map(({ entry, lead }) => (
      <li key={entry.key}>
        <EntryLink {...linking} entry={entry} lead={lead} />
      </li>
    ))}
  </ul>
);
