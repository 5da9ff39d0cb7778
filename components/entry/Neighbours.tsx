import type { Entry, Relation } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { Code } from './Code.tsx';
import { EntryLink, type OnChoose } from './EntryLink.tsx';
import { Fold } from './Fold.tsx';
import { relationWords } from './wording.ts';

interface NeighboursProps {
  entry: Entry;
  others: readonly Entry[];
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

/** Named elsewhere in the view: a successor beside the notice of retirement, what is behind under the meaning. */
const ELSEWHERE: readonly Relation[] = ['successor', 'behind', 'shown-as'];

/** The same number at other providers, what providers show in place of it, and the codes that stand close. Folded: few need them. */
export function Neighbours({ entry, others, catalogue, onChoose }: NeighboursProps) {
  const known = (entry.related ?? []).flatMap(({ key, as }) => {
    const found = catalogue.byKey.get(key);
    return found ? [{ as, found }] : [];
  });
  const shownAs = known.filter(({ as }) => as === 'shown-as').map(({ found }) => found);
  const related = known.filter(({ as }) => !ELSEWHERE.includes(as));
  return (
    <>
      {others.length > 0 && (
        <Fold summary={<>Elsewhere: {names(others.map((other) => catalogue.apiName(other)))}</>}>
          <Links entries={others} why="meaning" catalogue={catalogue} onChoose={onChoose} />
        </Fold>
      )}
      {shownAs.length > 0 && (
        <Fold summary={<>Shown by providers as: {codes(shownAs)}</>}>
          <Links entries={shownAs} why="related" catalogue={catalogue} onChoose={onChoose} />
        </Fold>
      )}
      {related.length > 0 && (
        <Fold summary={<>Related: {codes(related.map(({ found }) => found))}</>}>
          <ul className="er-links">
            {related.map(({ as, found }) => (
              <li key={found.key}>
                <EntryLink
                  entry={found}
                  catalogue={catalogue}
                  why="related"
                  onChoose={onChoose}
                  lead={relationWords[as]}
                />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

interface LinksProps {
  entries: readonly Entry[];
  why: 'meaning' | 'related';
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

function Links({ entries, why, catalogue, onChoose }: LinksProps) {
  return (
    <ul className="er-links">
      {entries.map((entry) => (
        <li key={entry.key}>
          <EntryLink entry={entry} catalogue={catalogue} why={why} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
}

const MOST = 4;

/** The first few codes in a row, and how many more there are. */
function codes(entries: readonly Entry[]) {
  return (
    <>
      {entries.slice(0, MOST).map((entry, at) => (
        <span key={entry.key}>
          {at > 0 && ', '}
          <Code>{entry.code}</Code>
        </span>
      ))}
      {entries.length > MOST && ` and ${entries.length - MOST} more`}
    </>
  );
}

function names(all: readonly string[]): string {
  const distinct = [...new Set(all)];
  const shown = distinct.slice(0, 3).join(', ');
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown;
}
