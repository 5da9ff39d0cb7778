import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { EntryLink, type OnChoose } from './EntryLink.tsx';

interface RetiredProps {
  entry: Entry;
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

/** Says that a code is retired or renamed, and what came after it. */
export function Retired({ entry, catalogue, onChoose }: RetiredProps) {
  const successors = (entry.related ?? []).flatMap(({ key, as }) => {
    const found = as === 'successor' ? catalogue.byKey.get(key) : undefined;
    return found ? [found] : [];
  });
  if (!entry.deprecated && !entry.renamedFrom && successors.length === 0) return null;
  return (
    <div className="er-retired">
      {entry.deprecated && (
        <p>
          <strong>Retired.</strong> {entry.deprecated}
        </p>
      )}
      {entry.renamedFrom && <p>Formerly called “{entry.renamedFrom}”.</p>}
      {successors.map((successor) => (
        <EntryLink
          key={successor.key}
          entry={successor}
          catalogue={catalogue}
          why="related"
          onChoose={onChoose}
          lead="Now"
        />
      ))}
    </div>
  );
}
