import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Cause, Entry, Owner } from '../../data/schema.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import {
  describeCauses,
  getNextStep,
  getShownVerdict,
} from '../../lib/answer/format/explanation-text.ts';
import {
  formatOwner,
  getDisplayedSteps,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getCauseSource } from '../../lib/catalogue/claim-url.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { CopyButton, Disclosure, NewTabLink } from './controls.tsx';
import { EnglishText } from './EnglishText.tsx';

interface EntryBodyProps
  extends Pick<
    Explanation,
    'detail' | 'said' | 'subcodeFamily' | 'window' | 'planned' | 'decidedAtMs'
  > {
  entry: Entry;
  catalogue: Catalogue;
}

/** @param props.isKept A part below is open: the text keeps its height, so that the part's button stays where it was pressed. */
export function ShortMeaning(props: EntryBodyProps & { isKept: boolean }) {
  const { entry, subcodeFamily, catalogue } = props;
  const { meaning, isOpen } = getShownVerdict(props, entry, catalogue);

  return (
    <ShortText
      isKept={props.isKept}
      text={subcodeFamily ? `${subcodeFamily} ${meaning}` : meaning}
      isTranslated={
        isOpen || (entry.translated === true && meaning === entry.meaning)
      }
    />
  );
}

const SENTENCE_GAP = /(?<=[.!?।])\s+/u;

/** Shows as many whole sentences as a card has room for at first sight. */
export function ShortText(props: {
  text: string;
  isTranslated: boolean;
  isKept?: boolean;
}) {
  const { text, isTranslated, isKept = false } = props;
  const paragraph = useRef<HTMLParagraphElement>(null);
  const sentences = text.split(SENTENCE_GAP);
  const [fitting, setFitting] = useState(sentences.length);

  useLayoutEffect(() => {
    if (paragraph.current && !isKept)
      setFitting(countFittingSentences(paragraph.current, sentences));
  });

  return (
    <p ref={paragraph} className="er-short" hidden={fitting === 0}>
      <EnglishText unless={isTranslated}>
        {sentences.slice(0, fitting).join(' ')}
      </EnglishText>
    </p>
  );
}

/**
 * The largest height of a card at first sight, in CSS pixels, with its border. Only the first sentence of the meaning adds to it,
 * unless the verdict has a reason: then a meaning without room for this sentence is left to "Why and how".
 */
const MAX_GLANCE_HEIGHT_PX = 260;

function countFittingSentences(
  paragraph: HTMLElement,
  sentences: readonly string[],
): number {
  const card = paragraph.closest<HTMLElement>('.er-card');
  if (!card || card.offsetHeight === 0) return sentences.length;

  const parts = [...(card.firstElementChild?.children ?? [])];
  const whole = parts.reduce((sum, part) => sum + part.scrollHeight, 4);
  const room = MAX_GLANCE_HEIGHT_PX - (whole - paragraph.offsetHeight);
  const measured = paragraph.cloneNode() as HTMLElement;
  let count = sentences.length;

  measured.hidden = false;
  paragraph.after(measured);

  const fits = () => {
    measured.textContent = sentences.slice(0, count).join(' ');
    return measured.offsetHeight <= room;
  };

  while (count > 0 && !fits()) count--;
  measured.remove();

  return count > 0 || card.querySelector('.er-why') ? count : 1;
}

export function EntryBody(props: EntryBodyProps & { children?: ReactNode }) {
  const { entry, catalogue, detail, subcodeFamily, window, children } = props;

  return (
    <div className="er-body">
      <p>
        <EnglishText unless={window?.isOpen || entry.translated}>
          {window?.isOpen
            ? getShownVerdict({ detail, window }, entry, catalogue).meaning
            : entry.meaning}
        </EnglishText>
      </p>
      <SenderMessages {...props} />
      {subcodeFamily && <p>{subcodeFamily}</p>}
      {children}
    </div>
  );
}

/** The text next to the code, and what that means. */
export function SenderMessages({ entry, detail, said }: EntryBodyProps) {
  const isSaid = detail !== null && entry.meaning.includes(detail.meaning);

  return (
    <>
      <SenderMessage
        said={detail?.text}
        meaning={isSaid ? undefined : detail?.meaning}
      />
      <SenderMessage said={said} />
    </>
  );
}

/** @param told.isBrief In a card, which leaves out who names a cause: the sources are under "More". */
export function getAdvice(
  told: Omit<EntryBodyProps, 'said' | 'subcodeFamily'> & {
    isBrief: boolean | undefined;
  },
): ReactNode {
  const { entry, catalogue, detail, window, isBrief } = told;
  const speaker = catalogue.provider(entry.provider)?.name ?? entry.provider;
  const causes = describeCauses({ detail, window }, entry, catalogue);
  const steps = getDisplayedSteps(entry, getNextStep({ detail }, entry));
  if (causes.length + steps.length === 0) return null;

  return (
    <>
      {causes.length > 0 && (
        <>
          <p className="er-lead">
            {t(
              '$1 doesn’t say which cause applies. Most likely first:',
              speaker,
            )}
          </p>
          <ol className="er-list" aria-label={t('Causes')}>
            {causes.map((cause, at) => (
              <li
                key={cause.text}
                className={cause.isRuledOut ? 'er-soft' : undefined}
              >
                <EnglishText unless={entry.translated}>
                  {cause.text}
                </EnglishText>
                {cause.isRuledOut && ` (${t('ruled out')})`}
                {cause.verdict && (
                  <span className="er-soft"> ({cause.verdict})</span>
                )}
                {!isBrief && (
                  <CauseSource
                    cause={cause}
                    entry={entry}
                    catalogue={catalogue}
                  />
                )}
                {cause.do && (
                  <p className="er-remedy">
                    <EnglishText unless={entry.translated}>
                      {cause.do}
                    </EnglishText>
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
}

/** A short link to the page that names a cause. */
function CauseSource(props: {
  cause: Pick<Cause, 'source' | 'at'>;
  entry: Entry;
  catalogue: Catalogue;
}) {
  const { cause, entry, catalogue } = props;
  const { source, url, at } = getCauseSource(cause, entry);
  const known = source ? catalogue.source(source) : undefined;
  const address = url ?? known?.url;
  if (!address) return null;

  return (
    <span className="er-cited">
      {' '}
      <NewTabLink href={address} title={at ?? known?.name}>
        {known?.publisher ?? new URL(address).host.replace(/^www\./, '')}
      </NewTabLink>
    </span>
  );
}

function NewOwner({
  of: steps,
  at,
}: {
  of: readonly { who?: Owner | undefined }[];
  at: number;
}) {
  const who = steps[at]?.who;

  return (
    who &&
    who !== steps[at - 1]?.who && (
      <span className="er-owner"> {formatOwner(who)}</span>
    )
  );
}

export function SenderMessage(props: {
  said: string | null | undefined;
  meaning?: string | undefined;
}) {
  const { said, meaning } = props;
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

export const Examples = ({ examples = [] }: Pick<Entry, 'examples'>) =>
  examples.map(({ text }) => (
    <Disclosure key={text} summary={t('Example')}>
      <pre className="er-example" dir="ltr">
        <code>{text}</code>
      </pre>
    </Disclosure>
  ));

export const Handover = ({ customer }: { customer: string }) => (
  <>
    <blockquote className="er-words">
      <EnglishText isVerbatim>{customer}</EnglishText>
    </blockquote>
    <CopyButton getText={() => customer} label={t('Copy this text')} />
  </>
);

export function EntryHeader(props: {
  code: string;
  title: string;
  isEnglish?: boolean;
  where: readonly ReactNode[];
  heading?: 'h1' | 'h2';
}) {
  const { code, title, isEnglish, where, heading: Heading = 'h2' } = props;

  return (
    <header className="er-header">
      <Heading className="er-title">
        <Code className="er-code">{code}</Code>{' '}
        <span>
          <EnglishText unless={!isEnglish} isVerbatim>
            {title}
          </EnglishText>
        </span>
      </Heading>
      {where.length > 0 && (
        <p className="er-where">
          {where.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity other than their position
            <span key={at}>{part}</span>
          ))}
        </p>
      )}
    </header>
  );
}

/** A code, isolated from the direction of the surrounding text and always left to right. */
export function Code({
  children,
  className = 'er-code-inline',
}: {
  children: string;
  className?: string;
}) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}
