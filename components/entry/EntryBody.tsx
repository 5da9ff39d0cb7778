import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { nextOf } from '../../lib/explain/as-text.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { OWNER_TEXT, shownSteps } from '../../lib/explain/verdict-text.ts';
import { Disclosure } from './Disclosure.tsx';

interface EntryBodyProps extends Pick<Explanation, 'detail' | 'said' | 'subcodeFamily'> {
  entry: Entry;
  catalogue: Catalogue;
  /** With every step in sight. */
  full: boolean;
}

/** Steps that a card shows before it folds the rest; fewer where causes come first. */
const MOST_STEPS = 3;
const MOST_AFTER_CAUSES = 2;

/** What happened and what to do about it. */
export function EntryBody({ entry, catalogue, detail, said, subcodeFamily, full }: EntryBodyProps) {
  const speaker = catalogue.provider(entry.provider)?.name ?? 'The provider';
  const { causes = [] } = entry;
  const steps = shownSteps(entry, nextOf({ detail }, entry));
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
      <Steps
        steps={steps}
        most={full ? steps.length : causes.length > 0 ? MOST_AFTER_CAUSES : MOST_STEPS}
        lead={causes.length > 0 ? 'What to do:' : null}
      />
      {full && entry.note && <p className="er-aside">{entry.note}</p>}
    </div>
  );
}

type Step = NonNullable<Entry['steps']>[number];

interface StepsProps {
  steps: readonly Step[];
  /** How many are shown before the rest is folded. */
  most: number;
  lead: string | null;
}

/** What to do, in order of likelihood, and who does each. */
export function Steps({ steps, most, lead }: StepsProps) {
  if (steps.length === 0) return null;
  // One more line says as much as the fold that would hide it.
  const shown = steps.length - most > 1 ? most : steps.length;
  const rest = steps.slice(shown);
  return (
    <>
      {lead && <p className="er-lead">{lead}</p>}
      <StepList steps={steps.slice(0, shown)} label="Steps" />
      {rest.length > 0 && (
        <Disclosure inline summary={`If that does not help: ${rest.length} more steps`}>
          <StepList steps={rest} label="More steps" start={shown + 1} />
        </Disclosure>
      )}
    </>
  );
}

function StepList({ steps, label, start = 1 }: { steps: readonly Step[]; label: string; start?: number }) {
  return (
    <ol
      className="er-list"
      aria-label={label}
      start={start}
      style={start > 1 ? { counterReset: `er-step ${start - 1}` } : undefined}
    >
      {steps.map((step) => (
        <li key={step.do}>
          {step.do} <span className="er-owner">{OWNER_TEXT[step.who]}</span>
        </li>
      ))}
    </ol>
  );
}
