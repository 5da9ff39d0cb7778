import type { ReactNode } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { describeCauses, getNextStep, isVerdictOfFirstCause } from '../../lib/format/explanation-text.ts';
import { formatOwner, formatPlaces, getDisplayedSteps } from '../../lib/format/verdict-text.ts';
import { t, tPlural } from '../../lib/i18n/translate.ts';
import { Disclosure } from './Disclosure.tsx';
import { EnglishText } from './EnglishText.tsx';

interface EntryBodyProps extends Pick<Explanation, 'detail' | 'said' | 'subcodeFamily'> {
  entry: Entry;
  catalogue: Catalogue;
}

/** Maximum number of causes and steps before the rest is folded; fewer steps if causes precede them. */
const MAX_CAUSES = 3;
const MAX_STEPS = 3;
const MAX_STEPS_AFTER_CAUSES = 2;

/** The meaning of a code, its causes and the steps to fix it. */
export function EntryBody({ entry, catalogue, detail, said, subcodeFamily }: EntryBodyProps) {
  const speaker = catalogue.provider(entry.provider)?.name ?? t('The provider');
  const causes = describeCauses({ detail }, entry, catalogue);
  const steps = getDisplayedSteps(entry, getNextStep({ detail }, entry));
  const isSaid = detail !== null && entry.meaning.includes(detail.meaning);
  return (
    <div className="er-body">
      <p>
        <EnglishText unless={entry.translated}>{entry.meaning}</EnglishText>
      </p>
      <SenderMessage said={detail?.text} meaning={isSaid ? undefined : detail?.meaning} />
      <SenderMessage said={said} />
      {subcodeFamily && <p>{subcodeFamily}</p>}
      {causes.length > 0 && (
        <>
          <p className="er-lead">
            {isVerdictOfFirstCause(causes)
              ? t(
                  '$1 doesn’t say which cause applies. The verdict is for the first, the most likely:',
                  speaker,
                )
              : t('$1 doesn’t say which cause applies. Most likely first:', speaker)}
          </p>
          <FoldedList
            parts={causes}
            max={MAX_CAUSES}
            labels={[t('Causes'), t('More causes')]}
            more={(rest) => tPlural(rest, '$1 less likely cause', '$1 less likely causes')}
          >
            {(cause) => (
              <li key={cause.text}>
                <EnglishText>{cause.text}</EnglishText>
                {cause.verdict && <span className="er-soft"> ({cause.verdict})</span>}
                {cause.do && (
                  <p className="er-remedy">
                    <EnglishText>{cause.do}</EnglishText>
                    {cause.who && <span className="er-owner"> {formatOwner(cause.who)}</span>}
                  </p>
                )}
              </li>
            )}
          </FoldedList>
        </>
      )}
      <StepList
        steps={steps}
        translated={entry.translated}
        max={causes.length > 0 ? MAX_STEPS_AFTER_CAUSES : MAX_STEPS}
        lead={causes.length > 0 ? t('What to do') : null}
      />
      {(entry.where || entry.unaffected) && (
        <p className="er-aside">
          {entry.where && t('Appears in: $1.', formatPlaces(entry.where))}{' '}
          {entry.unaffected && (
            <>
              {t('Not affected:')} <EnglishText>{entry.unaffected}</EnglishText>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** The sender's message next to the code, and its meaning. */
export function SenderMessage({
  said,
  meaning,
}: {
  said: string | null | undefined;
  meaning?: string | undefined;
}) {
  if (!said) return null;
  return (
    <p className="er-beside">
      {t('Next to the code:')} <q dir="auto">{said}</q>{' '}
      {meaning && (
        <strong>
          <EnglishText>{meaning}</EnglishText>
        </strong>
      )}
    </p>
  );
}

type EntryStep = NonNullable<Entry['steps']>[number];

interface StepListProps {
  steps: readonly EntryStep[];
  translated: boolean | undefined;
  /** Number of steps shown before the rest is folded. */
  max: number;
  lead: string | null;
}

/** The steps in order of likelihood, with the person who does each; named once if one person does all. */
export function StepList({ steps, translated, max, lead }: StepListProps) {
  const [first, ...others] = steps;
  if (!first) return null;
  const isForOne = others.length > 0 && others.every(({ who }) => who === first.who);
  const head = isForOne ? `${lead ?? t('Steps')} (${formatOwner(first.who)})` : lead;
  return (
    <>
      {head && <p className="er-lead">{head}:</p>}
      <FoldedList
        parts={steps}
        max={max}
        labels={[t('Steps'), t('More steps')]}
        more={(rest) =>
          tPlural(rest, 'If that doesn’t help: $1 more step', 'If that doesn’t help: $1 more steps')
        }
        owners={!isForOne}
      >
        {(step) => (
          <li key={step.do}>
            <span>
              <EnglishText unless={translated}>{step.do}</EnglishText>
            </span>
            {!isForOne && (
              <>
                {' '}
                <span className="er-owner">{formatOwner(step.who)}</span>
              </>
            )}
          </li>
        )}
      </FoldedList>
    </>
  );
}

interface FoldedListProps<T> {
  parts: readonly T[];
  /** Number of parts shown before the rest is folded. */
  max: number;
  /** Accessible names of the list and of its folded end. */
  labels: readonly [string, string];
  /** Returns the label of the fold for a number of hidden parts. */
  more: (rest: number) => string;
  owners?: boolean;
  children: (part: T) => ReactNode;
}

/** A numbered list whose end is folded. */
function FoldedList<T>({ parts, max, labels, more, owners, children }: FoldedListProps<T>) {
  // A single hidden line would take no more room than the fold itself.
  const shown = parts.length - max > 1 ? max : parts.length;
  const rest = parts.slice(shown);
  const list = { className: 'er-list', 'data-owners': owners || undefined };
  return (
    <>
      <ol {...list} aria-label={labels[0]}>
        {parts.slice(0, shown).map(children)}
      </ol>
      {rest.length > 0 && (
        <Disclosure inline summary={more(rest.length)}>
          <ol {...list} aria-label={labels[1]} start={shown + 1} style={{ counterReset: `er-step ${shown}` }}>
            {rest.map(children)}
          </ol>
        </Disclosure>
      )}
    </>
  );
}
