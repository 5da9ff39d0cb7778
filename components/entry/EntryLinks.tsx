import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { type Choice, EntryLink, type OnChoose } from './EntryLink.tsx';

interface EntryLinksProps {
  /** Each with what it is to the entry that is shown. */
  links: readonly { entry: Entry; lead?: string | undefined }[];
  why: Choice;
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
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
