import type { Entry } from '../../data/schema.ts';
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

/** The same code at other providers, and the codes that stand close to this one. Folded: few need them. */
export function Neighbours({ entry, others, catalogue, onChoose }: NeighboursProps) {
  const related = (entry.related ?? []).flatMap(({ key, as }) => {
    const found = catalogue.byKey.get(key);
    return found && as !== 'successor' ? [{ as, found }] : [];
  });
  return (
    <>
      {others.length > 0 && (
        <Fold summary={<>Elsewhere: {names(others.map((other) => catalogue.apiName(other)))}</>}>
          <ul className="er-links">
            {others.map((other) => (
              <li key={other.key}>
                <EntryLink entry={other} catalogue={catalogue} why="meaning" onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {related.length > 0 && (
        <Fold
          summary={
            <>
              Related:{' '}
              {related.slice(0, 4).map(({ found }, at) => (
                <span key={found.key}>
                  {at > 0 && ', '}
                  <Code>{found.code}</Code>
                </span>
              ))}
              {related.length > 4 && ` and ${related.length - 4} more`}
            </>
          }
        >
          <ul className="er-links">
            {related.map(({ as, found }) => (
              <li key={`${as} ${found.key}`}>
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

function names(all: readonly string[]): string {
  const distinct = [...new Set(all)];
  const shown = distinct.slice(0, 3).join(', ');
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown;
}
