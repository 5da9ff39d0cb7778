import type { Entry } from '../../data/schema.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { ownerWords } from './wording.ts';

/** What happened and what to do about it, in full. */
export function EntryBody({ entry, detail }: { entry: Entry; detail: Explanation['detail'] }) {
  return (
    <div className="er-body">
      <p>{entry.meaning}</p>
      {detail && (
        <p className="er-beside">
          Beside it: <q>{detail.text}</q>. <strong>{detail.meaning}</strong>
        </p>
      )}
      {entry.causes && entry.causes.length > 0 && (
        <>
          <p className="er-lead">Which cause it was is not told. Most likely first:</p>
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
              {step.do} <span className="er-owner">{ownerWords[step.who]}</span>
            </li>
          ))}
        </ol>
      )}
      {entry.note && <p className="er-soft">{entry.note}</p>}
      {entry.where && <p className="er-soft">Seen in: {entry.where}</p>}
    </div>
  );
}
