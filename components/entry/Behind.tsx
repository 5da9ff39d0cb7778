import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { lostBehind } from '../../lib/catalogue/relations.ts';
import type { OnChoose } from './EntryLink.tsx';
import { EntryLinks } from './EntryLinks.tsx';
import { numberWords } from './wording.ts';

interface BehindProps {
  entry: Entry;
  catalogue: Catalogue;
  onChoose: OnChoose | undefined;
}

/** Of a provider's own code: which codes of Meta stand behind it, and whether the provider tells them apart. */
export function Behind({ entry, catalogue, onChoose }: BehindProps) {
  const behind = (entry.related ?? []).flatMap(({ key, as, via }) => {
    const entry = as === 'behind' ? catalogue.byKey.get(key) : undefined;
    const way = via && catalogue.byKey.get(via)?.code;
    return entry ? [{ entry, lead: way && `by way of ${way}` }] : [];
  });
  if (behind.length === 0) return null;
  const lost = lostBehind(entry);
  const [first] = lost;
  const registry = first && catalogue.byKey.get(first);
  return (
    <section className="er-behind" aria-label="Behind it">
      <p className="er-lead">
        Behind it
        {registry && (
          <>
            : {numberWords(lost.length)} codes of the {catalogue.apiName(registry)} share this one, and{' '}
            {catalogue.provider(entry.provider)?.name} does not say which it was
          </>
        )}
      </p>
      <EntryLinks links={behind} why="related" catalogue={catalogue} onChoose={onChoose} />
    </section>
  );
}
