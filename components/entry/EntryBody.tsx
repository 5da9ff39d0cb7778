import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { OWNER_TEXT } from '../../lib/explain/words.ts';

interface EntryBodyProps extends Pick<Explanation, 'detail' | 'said' | 'subcodeFamily'> {
  entry: Entry;
  catalogue: Catalogue;
}

/** What happened and what to do about it, in full. */
export function EntryBody({ entry, catalogue, detail, said, subcodeFamily }: EntryBodyProps) {
  const speaker = catalogue.provider(entry.provider)?.name ?? 'The provider';
  const { causes = [], steps = [] } = entry;
  return (
    <div className="er-body">
      <p>{entry.meaning}</p>
      {detail && (
        <p className="er-beside">
          Beside it: <q dir="auto">{detail.text}</q> <strong>{detail.meaning}</strong>
        </p>
      )}
      {said && (
        <p className="er-beside">
          Beside it: <q dir="auto">{said}</q>
        </p>
      )}
      {subcodeFamily && <p>{subcodeFamily}</p>}
      {causes.length > 0 && (
        <>
          <p className="er-lead">{speaker} does not say which cause it was. Most likely first:</p>
          <ol className="er-list" aria-label="Causes">
            {causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ol>
        </>
      )}
      {steps.length > 0 && (
        <>
          {causes.length > 0 && <p className="er-lead">What to do:</p>}
          <ol className="er-list" aria-label="Steps">
            {steps.map((step) => (
              <li key={step.do}>
                {step.do} <span className="er-owner">{OWNER_TEXT[step.who]}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {entry.note && <p className="er-aside">{entry.note}</p>}
    </div>
  );
}
