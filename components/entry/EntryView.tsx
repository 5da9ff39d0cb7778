import { Fragment, type ReactNode, useContext, useState } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import {
  formatMeaningCount,
  getAnswerOptions,
  QUESTION_TEXTS,
} from '../../lib/answer/format/answer-options.ts';
import {
  formatExplanationMarkdown,
  formatExplanationText,
  getShownVerdict,
} from '../../lib/answer/format/explanation-text.ts';
import type { CodeOrigin } from '../../lib/answer/format/ticket.ts';
import {
  capitalize,
  formatNonWhatsAppChannel,
  formatOwner,
  getResponsibleParty,
} from '../../lib/answer/format/verdict-text.ts';
import { getRowMark } from '../../lib/answer/plan/apply-plan.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findSuccessors } from '../../lib/catalogue/relations.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import {
  AddedPart,
  CopyButton,
  CopyMarkdownButton,
  Disclosure,
  EntryButton,
  MoreButton,
  NewTabLink,
  OpenedPart,
  QuietButton,
} from './controls.tsx';
import { EnglishText, TranslationOffer } from './EnglishText.tsx';
import {
  EntryBody,
  EntryHeader,
  getAdvice,
  Handover,
  SenderMessages,
  ShortMeaning,
} from './EntryBody.tsx';
import { EntryLink, type EntryLinking } from './EntryLink.tsx';
import { Ticket } from './MaskedText.tsx';
import {
  RelatedEntries,
  RetiredNotice,
  SourceComparison,
  SourceLink,
  WrappedCodes,
} from './RelatedEntries.tsx';
import { NotesContext, TeamNote } from './TeamNote.tsx';
import {
  type CodeAdvice,
  UnknownCode,
  UnknownVerdict,
} from './UnknownCode.tsx';
import {
  TimeBoundLine,
  useExplanationNow,
  type WindowAnswer,
  WindowHelp,
} from './WindowHelp.tsx';
import { ZoneHelp } from './ZoneHelp.tsx';

interface EntryViewProps extends EntryLinking, CodeAdvice {
  explanation: Explanation;
  seen?: CodeOrigin | null;
  notice?: ReactNode;
  below?: ReactNode;
  actions?: ReactNode;
  /** In a card, which at first shows only what fits a glance. The rest opens on request, or once the card is pinned. */
  isBrief?: boolean;
  isPinned?: boolean;
  isTicket?: boolean;
  isNote?: boolean;
  /** Stores the zone of the site's times that name none. Null where no site is known. */
  onChooseZone?: ((timeZone: string) => void) | null;
}

/** One explained code, in card, popup and catalogue page. The container provides its styles, because the card needs them as text. */
export function EntryView(props: EntryViewProps) {
  const { catalogue, onChoose, seen = null, notice, actions } = props;
  const { code, ambiguous } = props.explanation;
  const [isHanding, setHanding] = useState(props.isTicket === true);

  const [ticketControls, setTicketControls] = useState<HTMLElement | null>(
    null,
  );

  const [isWriting, setWriting] = useState(Boolean(props.isNote));
  // An answer is about one message, so it must not be used for the next one.
  const message = `${code} ${props.explanation.entry?.key} ${seen?.text}`;
  const [views, setViews] = useState<Readonly<Record<string, MessageView>>>({});
  const view = views[message] ?? NEW_VIEW;

  const change = (next: Partial<MessageView>) =>
    setViews({ ...views, [message]: { ...view, ...next } });

  const explanation = useExplanationNow(
    props.explanation,
    view.answer,
    catalogue,
  );

  const { entry } = explanation;
  const isTold = !ambiguous && !isHanding;
  const isGlance = props.isBrief === true && !props.isPinned;

  return (
    <article
      className="er-entry"
      data-code={code}
      data-key={entry?.key}
      data-glance={isGlance || undefined}
    >
      <div className="er-scroll" key={`${code} ${entry?.key}`}>
        <div className="er-head">
          <EntryHeader
            code={code}
            title={getTitle(explanation, catalogue)}
            isEnglish={hasEnglishTitle(explanation)}
            where={describeProvider(explanation, catalogue, isGlance)}
          />
          {notice && <p className="er-notice">{notice}</p>}
          {isTold && (
            <EntrySummary
              explanation={explanation}
              catalogue={catalogue}
              onChoose={onChoose}
              isGlance={isGlance}
            >
              <TeamNote
                of={entry?.key ?? code}
                isWriting={isWriting}
                onDone={() => setWriting(false)}
              />
            </EntrySummary>
          )}
        </div>
        {isHanding && !ambiguous ? (
          <Ticket
            explanation={explanation}
            seen={seen}
            catalogue={catalogue}
            controls={ticketControls}
          />
        ) : (
          <EntryContent
            {...props}
            {...view}
            explanation={explanation}
            onOpen={(opened) => change({ opened })}
            onAnswer={(answer) => change({ answer })}
          />
        )}
        {isTold && !isGlance && entry && !entry.own && <TranslationOffer />}
      </div>
      <footer className="er-footer">
        {!ambiguous && (
          <>
            {/* First, because the others come and go. */}
            <EntryButton
              aria-pressed={isHanding}
              title={t(
                'For a support ticket: where the code appeared, with personal data masked',
              )}
              onClick={() => setHanding(!isHanding)}
            >
              {t('Ticket…')}
            </EntryButton>
            {isHanding ? (
              <span ref={setTicketControls} className="er-controls" />
            ) : (
              <CopyButtons
                explanation={explanation}
                catalogue={catalogue}
                isGlance={isGlance}
              />
            )}
            <NoteButton
              isHidden={isHanding}
              isWriting={isWriting}
              onToggle={() => setWriting(!isWriting)}
            />
          </>
        )}
        {actions}
      </footer>
    </article>
  );
}

/** That a code is retired, the note of the team, and the verdict. */
function EntrySummary(
  props: EntryLinking & {
    explanation: Explanation;
    isGlance: boolean;
    children: ReactNode;
  },
) {
  const { explanation, catalogue, onChoose, isGlance, children } = props;
  const { entry, within } = explanation;

  if (!entry)
    return (
      <>
        {children}
        {!within?.length && <UnknownVerdict />}
      </>
    );

  return (
    <>
      {!isGlance && entry.deprecated && (
        <RetiredNotice
          entry={entry}
          catalogue={catalogue}
          onChoose={onChoose}
        />
      )}
      {children}
      <Verdict entry={entry} catalogue={catalogue} explanation={explanation} />
    </>
  );
}

function getTitle(explanation: Explanation, catalogue: Catalogue): string {
  const { entry, ambiguous, within } = explanation;
  if (!entry) return t(within?.length ? 'Code range' : 'Unknown code');

  return ambiguous
    ? formatMeaningCount(getAnswerOptions(explanation, catalogue).length)
    : entry.title;
}

const hasEnglishTitle = ({ entry, ambiguous }: Explanation): boolean =>
  entry !== null && !entry.own && !entry.hasTranslatedTitle && !ambiguous;

function CopyButtons(props: {
  explanation: Explanation;
  catalogue: Catalogue;
  isGlance: boolean;
}) {
  const { explanation, catalogue, isGlance } = props;

  return (
    <>
      <CopyButton
        getText={() => formatExplanationText(explanation, catalogue)}
        label={t('Copy')}
        title={t('Copy as a paragraph')}
      />
      {!isGlance && (
        <CopyMarkdownButton
          getText={() => formatExplanationMarkdown(explanation, catalogue)}
        />
      )}
    </>
  );
}

/** Absent where no note can be written. */
function NoteButton(props: {
  isHidden: boolean;
  isWriting: boolean;
  onToggle: () => void;
}) {
  const { onWrite } = useContext(NotesContext);
  if (props.isHidden || !onWrite) return null;

  return (
    <EntryButton
      aria-pressed={props.isWriting}
      title={t('Your team’s note about this code')}
      onClick={props.onToggle}
    >
      {t('Note')}
    </EntryButton>
  );
}

type Part = 'zone' | 'advice' | 'customer' | 'rest';

export const NEW_VIEW = {
  answer: null as WindowAnswer | null,
  opened: new Set<Part>() as ReadonlySet<Part>,
};
type MessageView = typeof NEW_VIEW;

type EntryContentProps = EntryViewProps &
  MessageView & {
    /** Null on the static site, which works without scripts. */
    onAnswer: ((answer: WindowAnswer) => void) | null;
    onOpen?: (opened: ReadonlySet<Part>) => void;
  };

export function EntryContent(props: EntryContentProps) {
  const { explanation, isBrief, isPinned, below, opened, onOpen } = props;
  const { entry, ambiguous } = explanation;

  const toggle = (part: Part) =>
    onOpen?.(opened.symmetricDifference(new Set([part])));

  const isAll = !isBrief || isPinned === true || opened.has('rest');

  if (!ambiguous && entry)
    return (
      <KnownCode {...props} entry={entry} isAll={isAll} onToggle={toggle} />
    );

  const Content = ambiguous ? AmbiguousCode : UnknownCode;

  return (
    <>
      <Content
        {...props}
        {...explanation}
        onMore={isAll ? null : () => toggle('rest')}
      />
      {isAll && below}
    </>
  );
}

function KnownCode(
  props: EntryContentProps & {
    entry: Entry;
    /** False in a card that leaves out what does not fit a glance. */
    isAll: boolean;
    onToggle: (part: Part) => void;
  },
) {
  const { entry, explanation, catalogue, onChoose, vendorConsole } = props;
  const { isBrief, isAll, opened, onToggle } = props;
  const { inner } = explanation;

  const explained = { ...explanation, entry, catalogue };
  const advice = getAdvice({ ...explained, isBrief });
  const customer = entry.customer && <Handover customer={entry.customer} />;

  const zone = getZoneQuestion(props);
  const parts = listParts({ zone, advice, customer }, props);

  return (
    <>
      <ConsoleCaveats vendorConsole={vendorConsole} isShort={!isAll} />
      <WindowLine explanation={explanation} />
      {isAll && !hasSummaryOfRetired(props) && (
        <RetiredNotice
          entry={entry}
          catalogue={catalogue}
          onChoose={onChoose}
        />
      )}
      {isAll ? (
        <EntryBody {...explained}>{!isBrief && advice}</EntryBody>
      ) : (
        <ShortMeaning {...explained} isKept={opened.size > 0} />
      )}
      {isBrief && (
        <PartButtons parts={parts} opened={opened} onToggle={onToggle} />
      )}
      <OpenedZone isOpen={opened.has('zone')}>{zone}</OpenedZone>
      {opened.has('advice') && (
        <OpenedPart>
          {!isAll && <SenderMessages {...explained} />}
          {advice}
        </OpenedPart>
      )}
      {opened.has('customer') && <OpenedPart>{customer}</OpenedPart>}
      {inner && (
        <EntryLink
          entry={inner}
          lead={t('Caused by')}
          catalogue={catalogue}
          onChoose={isAll ? onChoose : undefined}
        />
      )}
      {isAll && (
        <RestPart isAdded={opened.has('rest')}>
          <Rest {...props} customer={!isBrief && customer} />
        </RestPart>
      )}
    </>
  );
}

/** Returns the question for the zone of the row's times. Null if it decides nothing. */
const getZoneQuestion = ({ explanation, onChooseZone }: EntryContentProps) =>
  explanation.planned?.reason === 'no-zone' && onChooseZone ? (
    <ZoneHelp onChoose={onChooseZone} />
  ) : null;

const OpenedZone = (props: { isOpen: boolean; children: ReactNode }) =>
  props.isOpen && props.children ? (
    <OpenedPart>{props.children}</OpenedPart>
  ) : null;

/** Returns the parts of a card that open on request, with the names of those that it has. */
function listParts(
  { zone, advice, customer }: Record<'zone' | 'advice' | 'customer', ReactNode>,
  { isAll, isPinned }: Pick<EntryViewProps, 'isPinned'> & { isAll: boolean },
): readonly (readonly [Part, ReactNode])[] {
  // Until the zone is known, nobody knows what to tell. Its button takes the place.
  const isCustomerKept = isAll || !zone;

  return [
    ['zone', zone && t('Time zone')],
    ['advice', advice && t('Why and how')],
    ['customer', isCustomerKept && customer && t('Tell the customer')],
    ['rest', !isPinned && t('More')],
  ];
}

/** Whether the summary above says that a code is retired. */
const hasSummaryOfRetired = ({
  entry,
  isBrief,
  isPinned,
}: Pick<EntryViewProps, 'isBrief' | 'isPinned'> & { entry: Entry }) =>
  entry.deprecated !== undefined && (!isBrief || isPinned === true);

function WindowLine({ explanation }: { explanation: Explanation }) {
  const { when, window } = explanation;
  if (!window) return <TimeBoundLine when={when} />;
  if (window.isOpen) return null;

  return (
    <p className="er-when" data-over>
      {window.formatText()}
    </p>
  );
}

function PartButtons(props: {
  parts: readonly (readonly [Part, ReactNode])[];
  opened: ReadonlySet<Part>;
  onToggle: (part: Part) => void;
}) {
  const { parts, opened, onToggle } = props;

  return (
    <div className="er-parts">
      {parts.map(
        ([part, name]) =>
          name && (
            <QuietButton
              key={part}
              aria-expanded={opened.has(part)}
              onClick={() => onToggle(part)}
            >
              {name}
            </QuietButton>
          ),
      )}
    </div>
  );
}

/** What follows the meaning: wrapped codes, the window, the sources, related codes. */
function Rest(
  props: EntryContentProps & { entry: Entry; customer: ReactNode },
) {
  const { entry, explanation, catalogue, onChoose, customer, below } = props;

  return (
    <>
      <WrappedCodes entry={entry} catalogue={catalogue} onChoose={onChoose} />
      <WindowQuestion {...props} />
      {customer && (
        <Disclosure summary={t('What to tell the customer')}>
          {customer}
        </Disclosure>
      )}
      <SourceComparison
        entry={entry}
        catalogue={catalogue}
        onChoose={onChoose}
      />
      <RelatedEntries
        entry={entry}
        others={explanation.others}
        catalogue={catalogue}
        onChoose={onChoose}
      />
      {below}
    </>
  );
}

/** Asks when the customer last wrote, where it decides and the text does not say it. */
function WindowQuestion(
  props: Pick<EntryContentProps, 'explanation' | 'answer' | 'onAnswer'>,
) {
  const { answer, onAnswer } = props;
  const { entry, when, window } = props.explanation;
  const isOfCustomer = entry?.window?.from === 'customer-message';
  if (!onAnswer || !isOfCustomer || (window && !answer)) return null;

  return (
    <WindowHelp
      readMs={when?.isOwn ? when.fromMs : null}
      answer={answer}
      onAnswer={onAnswer}
    />
  );
}

/** All that a card leaves out at first sight. What `More` adds is scrolled into view. */
function RestPart(props: { isAdded: boolean; children: ReactNode }) {
  const Part = props.isAdded ? AddedPart : Fragment;
  return <Part>{props.children}</Part>;
}

export function describeProvider(
  explanation: Explanation,
  catalogue: Catalogue,
  isGlance: boolean,
) {
  const { code, entry, ambiguous, undecided, subcode } = explanation;

  const found =
    entry && undecided !== 'wording'
      ? [describeOwner(entry, undecided, catalogue)]
      : [];

  const sub = subcode && subcode !== code ? [t('subcode $1', subcode)] : [];

  if (!entry || ambiguous) return [...found, ...sub];

  const channel = formatNonWhatsAppChannel(entry);

  // The notice, which links to the successor, has no room at first sight.
  const retired =
    isGlance && entry.deprecated
      ? findSuccessors(entry, catalogue).slice(0, 1)
      : null;

  return [
    ...found,
    channel,
    entry.code !== code && t('listed as $1', entry.code),
    ...sub,
    entry.http !== undefined && !isGlance && `HTTP ${entry.http}`,
    entry.own && t('Your team’s code'),
    entry.own?.link && (
      <NewTabLink key="link" href={entry.own.link}>
        {URL.parse(entry.own.link)?.host}
      </NewTabLink>
    ),
    ...(retired
      ? [
          t('Retired'),
          ...retired.map((now) => `${t('Replaced by')} ${now.code}`),
        ]
      : []),
  ].filter(Boolean);
}

function describeOwner(
  entry: Entry,
  undecided: Explanation['undecided'],
  catalogue: Catalogue,
): string {
  if (undecided === 'provider') return t('provider unclear');

  return (
    (undecided === 'registry' && catalogue.provider(entry.provider)?.name) ||
    catalogue.apiName(entry)
  );
}

/** The most answers at first sight. If there are more, one is the button that shows them. */
const MAX_GLANCE_ANSWERS = 4;

function AmbiguousCode(
  props: EntryViewProps & { onMore: (() => void) | null },
) {
  const { explanation, catalogue, onChoose, vendorConsole, onMore } = props;
  const options = getAnswerOptions(explanation, catalogue);
  const isCut = onMore !== null && options.length > MAX_GLANCE_ANSWERS;
  const owner = catalogue.provider(vendorConsole?.provider ?? '');

  return (
    <div className="er-body">
      <p className="er-question">
        {t(QUESTION_TEXTS[explanation.undecided ?? 'provider'])}
      </p>
      {owner && options.every(({ entry }) => entry.provider !== owner.id) && (
        <p className="er-soft">{t('None of these is from $1.', owner.name)}</p>
      )}
      <ul className="er-answers">
        {options
          .slice(0, isCut ? MAX_GLANCE_ANSWERS - 1 : undefined)
          .map(({ entry, name, says }) => (
            <li key={entry.key}>
              <button
                type="button"
                className="er-answer"
                onClick={() => onChoose?.(entry.key, 'answer')}
              >
                <MarkIcon mark={getMarkKind(entry)} />
                <span>
                  <strong>{name}</strong> <span>{says}</span>
                </span>
              </button>
            </li>
          ))}
      </ul>
      {isCut && <MoreButton onClick={onMore} />}
    </div>
  );
}

/** Known errors in what this console shows or does, placed before any step that uses the console. The summary shows the first. */
function ConsoleCaveats(
  props: Pick<EntryViewProps, 'vendorConsole'> & { isShort: boolean },
) {
  const { lies = [], name = '' } = props.vendorConsole ?? {};
  const [first] = lies;
  if (!first) return null;

  const summary = (
    <>
      <strong className="er-dissent">{name}:</strong>{' '}
      <EnglishText>{first.short}</EnglishText>
    </>
  );

  if (props.isShort) return <p className="er-caveat">{summary}</p>;

  return (
    <Disclosure summary={summary}>
      <ul className="er-list">
        {lies.map(({ says, url, seen, state }) => (
          <li key={url}>
            <div>
              <EnglishText>{says}</EnglishText>
              <SourceLink
                name={t('Public thread')}
                notes={[state]}
                url={url}
                seen={seen}
              />
            </div>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

export function Verdict(props: {
  entry: Entry;
  catalogue: Catalogue;
  explanation: Pick<
    Explanation,
    'detail' | 'window' | 'planned' | 'decidedAtMs'
  >;
}) {
  const { entry, catalogue, explanation } = props;
  const mark = getRowMark(entry, explanation.planned);
  const shown = getShownVerdict(explanation, entry, catalogue);
  const { next, isOpen, why } = shown;
  const mover = getResponsibleParty(entry, next);
  const [turn, ...others] = shown.parts;

  return (
    <div className="er-verdict" data-mark={mark}>
      <MarkIcon mark={mark} size={18} />
      <p className="er-turn">
        <strong>{turn}</strong>
        {others.map((part) => (
          <Fragment key={part}>
            {' · '}
            <span>{part}</span>
          </Fragment>
        ))}
        {why && (
          <>
            {/* At the beginning of the span, which wraps as a whole, the space would not be shown. */}{' '}
            <span className="er-why">{capitalize(why)}</span>
          </>
        )}
      </p>
      <p className="er-next">
        {isOpen ? (
          next
        ) : (
          <EnglishText unless={entry.translated && next === entry.next}>
            {next}
          </EnglishText>
        )}
        {mover && !isOpen && (
          <span className="er-owner"> {formatOwner(mover)}</span>
        )}
      </p>
    </div>
  );
}
