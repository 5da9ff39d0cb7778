import type { ReactNode } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { nextOf, openCauses } from '../../lib/explain/as-text.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { ownerText, shownSteps } from '../../lib/explain/verdict-text.ts';
import { t, tn } from '../../lib/language/translate.ts';
import { Disclosure } from './Disclosure.tsx';
import { EnglishText } from './EnglishText.tsx';

interface EntryBodyProps extends Pick<Explanation, 'detail' | 'said' | 'subcodeFamily'> {
  entry: Entry;
  catalogue: Catalogue;
}

/** Maximum number of causes and steps before the rest is folded; fewer steps if causes precede them. */
const MOST_CAUSES = 3;
const MOST_STEPS = 3;
const MOST_AFTER_CAUSES = 2;

/** The meaning of a code, its causes and the steps to fix it. */
export function EntryBody({ entry, catalogue, detail, said, subcodeFamily }: EntryBodyProps) {
  const speaker = catalogue.provider(entry.provider)?.name ?? t('The provider');
  const causes = openCauses({ detail }, entry);
  const steps = shownSteps(entry, nextOf({ detail }, entry));
  const isSaid = detail !== null && entry.meaning.includes(detail.meaning);
  return (
    <div className="er-body">
      <p>
        <EnglishText unless={entry.translated}>{entry.meaning}</EnglishText>
      </p>
      <Beside said={detail?.text} meaning={isSaid ? undefined : detail?.meaning} />
      <Beside said={said} />
      {subcodeFamily && <p>{subcodeFamily}</p>}
      {causes.length > 0 && (
        <>
          <p className="er-lead">{t('$1 doesn’t say which cause applies. Most likely first:', speaker)}</p>
          <Folding
            parts={causes}
            most={MOST_CAUSES}
            labels={[t('Causes'), t('More causes')]}
            more={(rest) => tn(rest, '$1 less likely cause', '$1 less likely causes')}
          >
            {(cause) => (
              <li key={cause}>
                <EnglishText>{cause}</EnglishText>
              </li>
            )}
          </Folding>
        </>
      )}
      <Steps
        steps={steps}
        translated={entry.translated}
        most={causes.length > 0 ? MOST_AFTER_CAUSES : MOST_STEPS}
        lead={causes.length > 0 ? t('What to do') : null}
      />
    </div>
  );
}

/** The sender's message next to the code, and its meaning. */
export function Beside({ said, meaning }: { said: string | null | undefined; meaning?: string | undefined }) {
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

type Step = NonNullable<Entry['steps']>[number];

interface StepsProps {
  steps: readonly Step[];
  translated: boolean | undefined;
  /** Number of steps shown before the rest is folded. */
  most: number;
  lead: string | null;
}

/** The steps in order of likelihood, with the person who does each; named once if one person does all. */
export function Steps({ steps, translated, most, lead }: StepsProps) {
  const [first, ...others] = steps;
  if (!first) return null;
  const isForOne = others.length > 0 && others.every(({ who }) => who === first.who);
  const head = isForOne ? `${lead ?? t('Steps')} (${ownerText(first.who)})` : lead;
  return (
    <>
      {head && <p className="er-lead">{head}:</p>}
      <Folding
        parts={steps}
        most={most}
        labels={[t('Steps'), t('More steps')]}
        more={(rest) => tn(rest, 'If that doesn’t help: $1 more step', 'If that doesn’t help: $1 more steps')}
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
                <span className="er-owner">{ownerText(step.who)}</span>
              </>
            )}
          </li>
        )}
      </Folding>
    </>
  );
}

interface FoldingProps<T> {
  parts: readonly T[];
  /** Number of parts shown before the rest is folded. */
  most: number;
  /** Accessible names of the list and of its folded end. */
  labels: readonly [string, string];
  /** Returns the label of the fold for a number of hidden parts. */
  more: (rest: number) => string;
  owners?: boolean;
  children: (part: T) => ReactNode;
}

/** A numbered list whose end is folded. */
function Folding<T>({ parts, most, labels, more, owners, children }: FoldingProps<T>) {
  // A single hidden line would take no more room than the fold itself.
  const shown = parts.length - most > 1 ? most : parts.length;
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
