import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { OWNER_TEXT } from '../../lib/explain/words.ts';

interface EntryBodyProps extends Pick<Explanation, 'detail' | 'subcodeFamily'> {
  entry: Entry;
  catalogue: Catalogue;
}

/** What happened and what to do about it, in full. */
export function EntryBody({ entry, catalogue, detail, subcodeFamily }: EntryBodyProps) {
  const speaker = catalogue.provider(entry.provider)?.name ?? 'The provider';
  return (
    <div className="er-body">
      <p>{entry.meaning}</p>
      {detail && (
        <p className="er-beside">
          Beside it: <q>{detail.text}</q>. <strong>{detail.meaning}</strong>
        </p>
      )}
      {subcodeFamily && <p>{subcodeFamily}</p>}
      {entry.causes && entry.causes.length > 0 && (
        <>
          <p className="er-lead">{speaker} does not say which of these it was. Most likely first:</p>
          <ol className="er-list">
            {entry.causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ol>
        </>
      )}
      {entry.steps && entry.steps.length > 0 && (
        <ol className="er-list" aria-label="Steps">
          {entry.steps.map((step) => (
            <li key={step.do}>
              {step.do} <span className="er-owner">{OWNER_TEXT[step.who]}</span>
            </li>
          ))}
        </ol>
      )}
      {entry.note && <p className="er-soft">{entry.note}</p>}
      {entry.where && <p className="er-soft">Seen in: {entry.where}</p>}
    </div>
  );
}
