import { type ReactNode, useContext, useState } from 'react';
import type { Entry, VendorConsole } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { type AnswerOption, formatMeaningCount, getAnswerOptions } from '../../lib/format/answer-options.ts';
import { formatExplanationMarkdown, formatExplanationText } from '../../lib/format/explanation-text.ts';
import type { CodeOrigin } from '../../lib/format/ticket.ts';
import { formatNonWhatsAppChannel } from '../../lib/format/verdict-text.ts';
import { t } from '../../lib/i18n/translate.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import { CopyMenu } from './CopyMenu.tsx';
import { Disclosure } from './Disclosure.tsx';
import { EntryBody, Handover } from './EntryBody.tsx';
import { EntryButton } from './EntryButton.tsx';
import { EntryHeader } from './EntryHeader.tsx';
import { EntryLink, type OnChooseEntry } from './EntryLink.tsx';
import { RelatedEntries, RetiredNotice, WrappedCodes } from './RelatedEntries.tsx';
import { SourceComparison } from './SourceComparison.tsx';
import { SourceLink } from './SourceLink.tsx';
import { NotesContext, TeamNote } from './TeamNote.tsx';
import { Ticket } from './Ticket.tsx';
import { UnknownCode } from './UnknownCode.tsx';
import { Verdict } from './Verdict.tsx';
import { TimeBoundLine, useWindowState, type WindowAnswer, WindowHelp } from './WindowHelp.tsx';
import { QUESTION_TEXTS } from './wording.ts';

export interface EntryViewProps {
  explanation: Explanation;
  catalogue: Catalogue;
  /** Called when the user picks another entry. Without it other entries are named but not linked. */
  onChoose?: OnChooseEntry;
  /** Where the code was seen, for a ticket. */
  seen?: CodeOrigin | null;
  /** The console on which the code was found. */
  place?: VendorConsole | undefined;
  /** A message below the header, such as `This code is no longer on the page.` */
  notice?: ReactNode;
  /** A folded part of the container, after those of the entry. */
  below?: ReactNode;
  /** Less prominent content after everything else. */
  foot?: ReactNode;
  /** Further controls at the end of the footer. */
  actions?: ReactNode;
  /** Codes to offer for an unknown one. Default: the nearest numbers. */
  nearest?: readonly Entry[];
  /** Searches all of the catalogue, from a card. */
  onSearch?: ((query: string) => void) | null;
  /** Shows only verdict, next step and meaning at first, and folds causes and steps. */
  isBrief?: boolean;
}

/** One explained code, in card, popup and catalogue page. The container provides its styles, because the card needs them as text. */
export function EntryView(props: EntryViewProps) {
  const { catalogue, onChoose, seen = null, notice, below, foot, actions } = props;
  const { code, entry, ambiguous, undecided } = props.explanation;
  const [isHanding, setHanding] = useState(false);
  const [ticketControls, setTicketControls] = useState<HTMLElement | null>(null);
  const [isWriting, setWriting] = useState(false);
  // An answer is about one message, so it must not be used for the next one.
  const message = `${code} ${entry?.key} ${seen?.text}`;
  const [answered, setAnswered] = useState<{ of: string; answer: WindowAnswer } | null>(null);
  const answer = answered?.of === message ? answered.answer : null;
  const window = useWindowState(entry, props.explanation.when, answer);
  const explanation: Explanation = { ...props.explanation, window };
  const { onWrite } = useContext(NotesContext);
  const isTold = !ambiguous && !isHanding;
  const candidates = ambiguous ? getAnswerOptions(explanation, catalogue) : [];
  const title = !entry
    ? getUnknownTitle(explanation)
    : ambiguous
      ? formatMeaningCount(candidates.length)
      : entry.title;
  return (
    <article className="er-entry" data-code={code} data-key={entry?.key}>
      <div className="er-scroll" key={`${code} ${entry?.key}`}>
        <div className="er-head">
          <EntryHeader
            {...{ code, title, isEnglish: entry !== null && !entry.own && !ambiguous }}
            where={describeProvider(explanation, catalogue)}
          />
          {notice && <p className="er-notice">{notice}</p>}
          {isTold && entry?.deprecated && <RetiredNotice {...{ entry, catalogue, onChoose }} />}
          {isTold && <TeamNote of={entry?.key ?? code} {...{ isWriting }} onDone={() => setWriting(false)} />}
          {isTold && entry && <Verdict {...{ entry, catalogue, explanation }} />}
        </div>
        {isHanding && !ambiguous ? (
          <Ticket {...{ explanation, seen, catalogue }} controls={ticketControls} />
        ) : ambiguous ? (
          <AmbiguousCode options={candidates} undecided={undecided ?? 'provider'} onChoose={onChoose} />
        ) : (
          <EntryContent
            {...props}
            {...{ explanation, answer }}
            onAnswer={(next) => setAnswered({ of: message, answer: next })}
          />
        )}
        {!isHanding && below}
        {foot}
      </div>
      <footer className="er-footer">
        {!ambiguous && (
          <>
            {isHanding ? (
              <span ref={setTicketControls} className="er-controls" />
            ) : (
              <CopyMenu
                getText={() => formatExplanationText(explanation, catalogue)}
                label={t('Copy')}
                title={t('Copy as a paragraph')}
                others={[
                  {
                    name: 'Markdown',
                    title: t('Copy as Markdown'),
                    getText: () => formatExplanationMarkdown(explanation, catalogue),
                  },
                ]}
              />
            )}
            <EntryButton
              aria-pressed={isHanding}
              title={t('For a support ticket: where the code appeared, with personal data masked')}
              onClick={() => setHanding(!isHanding)}
            >
              {t('Ticket…')}
            </EntryButton>
            {onWrite && !isHanding && (
              <EntryButton
                aria-pressed={isWriting}
                title={t('Your team’s note about this code')}
                onClick={() => setWriting(!isWriting)}
              >
                {t('Note')}
              </EntryButton>
            )}
          </>
        )}
        {actions}
      </footer>
    </article>
  );
}

const getUnknownTitle = ({ within = [] }: Explanation) =>
  within.length > 0 ? t('Code range') : t('Unknown code');

/** All of an entry below its verdict. */
export function EntryContent(
  props: EntryViewProps & {
    answer: WindowAnswer | null;
    /** Null on the static site, which works without scripts. */
    onAnswer: ((answer: WindowAnswer) => void) | null;
  },
) {
  const { answer, onAnswer } = props;
  const { explanation, catalogue, onChoose, place, isBrief } = props;
  const { entry, others, detail, said, when, window, family, inner, parent, within, subcodeFamily } =
    explanation;
  if (!entry) return <UnknownCode {...props} {...{ family, said, parent, within }} code={explanation.code} />;
  return (
    <>
      <ConsoleCaveats place={place} />
      {!window && <TimeBoundLine when={when} />}
      {window && !window.isOpen && (
        <p className="er-when" data-over>
          {window.formatText()}
        </p>
      )}
      {!entry.deprecated && <RetiredNotice {...{ entry, catalogue, onChoose }} />}
      <EntryBody {...{ entry, catalogue, detail, said, subcodeFamily, window, isBrief }} />
      {inner && <EntryLink entry={inner} lead={t('Caused by')} why="related" {...{ catalogue, onChoose }} />}
      <WrappedCodes {...{ entry, catalogue, onChoose }} />
      {onAnswer && entry.window?.from === 'customer-message' && (!window || answer) && (
        <WindowHelp readMs={when?.isOwn ? when.fromMs : null} {...{ answer, onAnswer }} />
      )}
      <Handover customer={entry.customer} />
      <SourceComparison {...{ entry, catalogue, onChoose }} />
      <RelatedEntries {...{ entry, others, catalogue, onChoose }} />
    </>
  );
}

function describeProvider(explanation: Explanation, catalogue: Catalogue): ReactNode[] {
  const { code, entry, ambiguous, undecided, subcode } = explanation;
  const found = entry && undecided !== 'wording' ? [describeOwner(entry, undecided, catalogue)] : [];
  const listed = entry && !ambiguous && entry.code !== code ? [t('listed as $1', entry.code)] : [];
  const http = entry && !ambiguous && entry.http !== undefined ? [`HTTP ${entry.http}`] : [];
  const channel = (entry && !ambiguous && formatNonWhatsAppChannel(entry)) || undefined;
  return [
    ...found,
    ...(channel ? [channel] : []),
    ...listed,
    ...(subcode && subcode !== code ? [t('subcode $1', subcode)] : []),
    ...http,
    ...(entry?.own && !ambiguous ? describeOwn(entry.own) : []),
  ];
}

/** Names a code of the team's own, with the link to its page. */
function describeOwn({ link }: NonNullable<Entry['own']>): ReactNode[] {
  if (!link) return [t('Your team’s')];
  const page = (
    <a href={link} target="_blank" rel="noreferrer" key="link">
      {URL.parse(link)?.host}
    </a>
  );
  return [t('Your team’s'), page];
}

/** Names the common part of all candidates while the user is still asked. */
function describeOwner(entry: Entry, undecided: Explanation['undecided'], catalogue: Catalogue): string {
  if (undecided === 'provider') return t('not sure');
  return (undecided === 'registry' && catalogue.provider(entry.provider)?.name) || catalogue.apiName(entry);
}

/** Asks the user which meaning applies if the evidence does not decide. */
function AmbiguousCode(props: {
  options: readonly AnswerOption[];
  undecided: NonNullable<Explanation['undecided']>;
  onChoose: OnChooseEntry | undefined;
}) {
  const { options, undecided, onChoose } = props;
  return (
    <div className="er-body">
      <p className="er-question">{t(QUESTION_TEXTS[undecided])}</p>
      <ul className="er-answers">
        {options.map(({ entry, name, says }) => (
          <li key={entry.key}>
            <button type="button" className="er-answer" onClick={() => onChoose?.(entry.key, 'answer')}>
              <MarkIcon mark={getMarkKind(entry)} />
              <span>
                <strong>{name}</strong>
                <span>{says}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Known errors in what this console shows or does, placed before any step that uses the console. The summary shows the first. */
function ConsoleCaveats({ place }: { place: VendorConsole | undefined }) {
  const { lies = [], name = '' } = place ?? {};
  const [first] = lies;
  if (!first) return null;
  return (
    <Disclosure
      summary={
        <>
          <strong className="er-dissent">{name}:</strong> {first.short}
        </>
      }
    >
      <ul className="er-needs">
        {lies.map(({ says, url, seen, state }) => (
          <li key={url}>
            <div>
              {says}
              <SourceLink name={t('Public thread')} notes={[state]} {...{ url, seen }} />
            </div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
