import type { Entry } from '../../data/schema.ts';
import { OWNER_TEXT } from '../../lib/explain/verdict-text.ts';
import { Fold } from './Fold.tsx';

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
        <Fold inline summary={`If that does not help: ${rest.length} more steps`}>
          <StepList steps={rest} label="More steps" start={shown + 1} />
        </Fold>
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
