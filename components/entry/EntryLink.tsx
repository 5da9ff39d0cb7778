import type { ReactNode } from 'react';
import type { Entry, EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { markOf } from '../../lib/catalogue/mark.ts';
import { codeText } from '../../lib/explain/as-text.ts';
import { MarkIcon } from '../icons/MarkIcon.tsx';
import { Code } from './Code.tsx';
import { EnglishText } from './EnglishText.tsx';

/** Why a reader goes to another entry: to answer "Which provider sends for you?", to see another meaning, or a neighbour. */
export type Choice = 'answer' | 'meaning' | 'related';
export type OnChoose = (key: EntryKey, why: Choice) => void;

/** What names other entries, and the way to them where the place around has one. */
export interface Linking {
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

interface EntryLinkProps extends Linking {
  entry: Entry;
  why: Choice;
  /** Words in front: `Successor`. */
  lead?: ReactNode;
}

/** One line that names another entry, and goes there where the place around can. */
export function EntryLink({ entry, catalogue, why, onChoose, lead }: EntryLinkProps) {
  const line = (
    <>
      <MarkIcon mark={markOf(entry)} size={14} />
      <span>
        {lead && <span className="er-soft">{lead} </span>}
        <Code>{codeText({ code: entry.code, subcode: entry.subcode ?? null })}</Code>{' '}
        <EnglishText>{entry.title}</EnglishText> <span className="er-soft">{catalogue.apiName(entry)}</span>
      </span>
    </>
  );
  if (!onChoose) return <div className="er-link">{line}</div>;
  return (
    <button type="button" className="er-link" onClick={() => onChoose(entry.key, why)}>
      {line}
    </button>
  );
}

interface EntryLinksProps extends Linking {
  /** Each with what it is to the entry that is shown. */
  links: readonly { entry: Entry; lead?: string | undefined }[];
  why: Choice;
}

/** A list of other entries to go to. */
export function EntryLinks({ links, why, catalogue, onChoose }: EntryLinksProps) {
  return (
    <ul className="er-links">
      {links.map(({ entry, lead }) => (
        <li key={entry.key}>
          <EntryLink entry={entry} catalogue={catalogue} why={why} onChoose={onChoose} lead={lead} />
        </li>
      ))}
    </ul>
  );
}
