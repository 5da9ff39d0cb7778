import type { Entry, Owner } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import {
  describeCauses,
  getNextStep,
  getShownVerdict,
  isVerdictOfFirstCause,
} from '../../lib/format/explanation-text.ts';
import { formatOwner, getDisplayedSteps } from '../../lib/format/verdict-text.ts';
import { getListSeparator, t, tPlural } from '../../lib/i18n/translate.ts';
import { CopyButton } from './CopyButton.tsx';
import { Disclosure } from './Disclosure.tsx';
import { EnglishText } from './EnglishText.tsx';

interface EntryBodyProps extends Pick<Explanation, 'detail' | 'said' | 'subcodeFamily' | 'window'> {
  entry: Entry;
  catalogue: Catalogue;
  /** Folds causes and steps. */
  isBrief: boolean | undefined;
}

/** The meaning of a code, its causes and the steps to fix it. */
export function EntryBody({
  entry,
  catalogue,
  detail,
  said,
  subcodeFamily,
  isBrief,
  window,
}: EntryBodyProps) {
  const speaker = catalogue.provider(entry.provider)?.name ?? t('The provider');
  const causes = describeCauses({ detail, window }, entry, catalogue);
  const steps = getDisplayedSteps(entry, getNextStep({ detail }, entry));
  const isSaid = detail !== null && entry.meaning.includes(detail.meaning);
  const counts = [
    causes.length > 0 && tPlural(causes.length, '$1 possible cause', '$1 possible causes'),
    steps.length > 0 && tPlural(steps.length, '$1 step', '$1 steps'),
  ].filter((count) => count !== false);
  const advice = (
    <>
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
          <ol className="er-list" aria-label={t('Causes')}>
            {causes.map((cause, at) => (
              <li key={cause.text} className={cause.isRuledOut ? 'er-soft' : undefined}>
                <EnglishText>{cause.text}</EnglishText>
                {cause.isRuledOut && ` (${t('ruled out')})`}
                {cause.verdict && <span className="er-soft"> ({cause.verdict})</span>}
                {cause.do && (
                  <p className="er-remedy">
                    <EnglishText>{cause.do}</EnglishText>
                    <NewOwner of={causes} at={at} />
                  </p>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      {steps.length > 0 && (
        <>
          {causes.length > 0 && <p className="er-lead">{t('What to do')}:</p>}
          <ol className="er-list" aria-label={t('Steps')}>
            {steps.map((step, at) => (
              <li key={step.do}>
                <EnglishText unless={entry.translated}>{step.do}</EnglishText>
                <NewOwner of={steps} at={at} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
  return (
    <>
      <div className="er-body">
        <p>
          {window?.isOpen ? (
            getShownVerdict({ detail, window }, entry, catalogue).meaning
          ) : (
            <EnglishText unless={entry.translated}>{entry.meaning}</EnglishText>
          )}
        </p>
        <SenderMessage said={detail?.text} meaning={isSaid ? undefined : detail?.meaning} />
        <SenderMessage said={said} />
        {subcodeFamily && <p>{subcodeFamily}</p>}
        {!isBrief && advice}
      </div>
      {isBrief && counts.length > 0 && (
        <Disclosure summary={counts.join(getListSeparator())}>{advice}</Disclosure>
      )}
    </>
  );
}

/** The owner of a step as a label, unless the step before it has the same owner. */
function NewOwner({ of: steps, at }: { of: readonly { who?: Owner | undefined }[]; at: number }) {
  const who = steps[at]?.who;
  return who && who !== steps[at - 1]?.who && <span className="er-owner"> {formatOwner(who)}</span>;
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

/** Payloads and console texts with this code, as they come. */
export function Examples({ examples = [] }: Pick<Entry, 'examples'>) {
  return examples.map(({ text }) => (
    <Disclosure key={text} summary={t('Example')}>
      <pre className="er-example" dir="ltr">
        <code>{text}</code>
      </pre>
    </Disclosure>
  ));
}

/** A text for the customer. */
export function Handover({ customer }: { customer: string | undefined }) {
  if (!customer) return null;
  return (
    <Disclosure summary={t('What to tell the customer')}>
      <blockquote className="er-words">{customer}</blockquote>
      <CopyButton getText={() => customer} label={t('Copy this text')} />
    </Disclosure>
  );
}
