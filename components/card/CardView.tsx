import {
  type ComponentProps,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
} from 'react';
import type { VendorConsole } from '../../data/schema.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import {
  formatMeaningCount,
  getAnswerOptions,
} from '../../lib/answer/format/answer-options.ts';
import {
  endSentence,
  stripFullStop,
} from '../../lib/answer/format/explanation-text.ts';
import type { CodeOrigin } from '../../lib/answer/format/ticket.ts';
import { formatUnmarkedReason } from '../../lib/answer/format/unmarked-reason.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getTextDirection } from '../../lib/core/i18n/languages.ts';
import {
  formatNumber,
  getCurrentLanguage,
  getListSeparator,
  t,
  tPlural,
} from '../../lib/core/i18n/translate.ts';
import type {
  CardCallbacks,
  CardRequest,
} from '../../lib/page/marking/page-api.ts';
import type { Suppression } from '../../lib/settings/suppression.ts';
import {
  CopySampleButton,
  type CopySampleButtonProps,
  EntryButton,
  QuietButton,
  scrollToReveal,
} from '../entry/controls.tsx';
import type { OnChooseEntry } from '../entry/EntryLink.tsx';
import { EntryView } from '../entry/EntryView.tsx';
import { NotesContext } from '../entry/TeamNote.tsx';
import { WordingNotice } from '../entry/wording.ts';
import { Icon } from '../icons/Icon.tsx';
import { formatSuppressedPlace, interpolate } from '../shared/texts.tsx';

export interface CardState {
  /** The explanation of a code, or the selected text if it holds no code. */
  subject: Explanation | string;
  isPinned: boolean;
  isGone: boolean;
  pendingSuppression: Suppression | null;
  confirmsInOwnWindow: boolean;
  /** The host whose provider or time zone the user has just chosen. `problem` says why the choice was not stored; null if it was. */
  rememberedProvider: { host: string; problem: string | null } | null;
  /** The suppression that the user has just added for this mark. `problem` says why it was not stored; null if it was. */
  suppressed: { suppression: Suppression; problem: string | null } | null;
}

export interface CardViewProps extends CardState {
  code: string;
  /** `[2, 7]`: the code's second place of seven. Null if the card does not belong to a mark on the page. */
  position: readonly [number, number] | null;
  /** The same among all codes of a selection, while the user steps through them; otherwise null. */
  navigationStep: readonly [number, number] | null;
  onNavigate: CardCallbacks['onNavigate'];
  onPin(): void;
  onClose(): void;
  /** Suppresses the mark. Null if there is no mark to remove, as for a selection. */
  onSuppress: (() => void) | null;
  onConfirm(): void;
  onCancel(): void;
  catalogue: Catalogue;
  vendorConsole?: VendorConsole | undefined;
  /** The page surely explains the code as another. */
  isContradicted?: boolean;
  unmarked?: number;
  /** Why the selected number is not marked. */
  rejection?: string | undefined;
  /** Marks the selected number, and others as certain, on this site. Null if that would not mark it. */
  onMark?: (() => void) | null;
  /** The code's surroundings, for a ticket; null for a related code, which the page does not show. */
  seen: CodeOrigin | null;
  wording?: CardRequest['wording'];
  backTo: string | null;
  onChoose: OnChooseEntry;
  onBack(): void;
  /** Null if the card does not belong to the page's own code, or the page to no site. */
  onChooseZone: ((timeZone: string) => void) | null;
  /** Null in an orphaned script (the extension was updated under the page), which can open nothing. */
  onSearch: ((query: string) => void) | null;
  onUndo(): void;
  /** Formats the mark as a line of the test corpus. Null once the code has left the page. */
  getSampleOf: CopySampleButtonProps['getSampleLine'] | null;
}

export function CardView(props: CardViewProps) {
  const { subject } = props;
  const keys = useId();
  const name = getCardName(subject, props.catalogue);
  const place = getPlaceText(props);

  return (
    <div
      className="er-card"
      lang={getCurrentLanguage()}
      dir={getTextDirection(getCurrentLanguage())}
      role="dialog"
      aria-label={`Errata: ${name}${place}`}
      aria-describedby={keys}
      tabIndex={-1}
    >
      <CardContent {...props} />
      <span role="status" className="er-hidden">
        {getAnnouncement(props, name, place)}
      </span>
      <span id={keys} hidden>
        {t(
          'Press Escape to close. Press P to pin while this card has focus, or while you hover over it or the code. Press the up or down arrow for the previous or next failure.',
        )}
      </span>
    </div>
  );
}

/** What the card shows: that a mark is suppressed, that a text has no code, or an entry. */
function CardContent(props: CardViewProps) {
  const { subject, position, suppressed, getSampleOf } = props;

  const actions = (
    <CardActions {...props} position={suppressed ? null : position} />
  );

  const below = getSampleOf && (
    // The key resets the form's "copied" state for each place of the code.
    <ReportWrongMark
      key={`${props.code} ${position?.[0]}`}
      {...props}
      getSampleLine={getSampleOf}
      onSuppress={suppressed ? null : props.onSuppress}
    />
  );

  if (suppressed)
    return (
      <SuppressedNotice
        {...suppressed}
        below={below}
        actions={actions}
        onUndo={props.onUndo}
      />
    );

  if (typeof subject === 'string')
    return (
      <NoCode
        text={subject}
        onSearch={props.onSearch}
        below={below}
        actions={actions}
      />
    );

  return (
    <EntryView
      {...props}
      below={below}
      actions={actions}
      isBrief
      explanation={subject}
      notice={getNotice(props)}
    />
  );
}

function getCardName(
  subject: Explanation | string,
  catalogue: Catalogue,
): string {
  if (typeof subject === 'string')
    return t(
      subject ? 'No error code found in the selection' : NO_CODE_ON_PAGE_TEXT,
    );

  const meaning = subject.ambiguous
    ? formatMeaningCount(getAnswerOptions(subject, catalogue).length)
    : stripFullStop(subject.entry?.title ?? t('unknown code'));

  return [subject.code, meaning].join(getListSeparator());
}

/** Returns which code of a selection, or which of several equal ones on the page, the card is about. */
function getPlaceText({ navigationStep, position }: CardViewProps): string {
  if (navigationStep)
    return getListSeparator() + t('code $1 of $2', ...navigationStep);

  return position && position[1] > 1
    ? getListSeparator() + t('occurrence $1 of $2', ...position)
    : '';
}

function getAnnouncement(
  { suppressed, isGone, isContradicted }: CardViewProps,
  name: string,
  place: string,
): string {
  if (suppressed)
    return (
      suppressed.problem ??
      t('$1 is no longer marked here', suppressed.suppression.code)
    );

  if (isGone) return `${endSentence(name)} ${t(GONE_TEXT)}`;

  return `${name}${place}${isContradicted ? ` ${t(DIFFERS_TEXT)}` : ''}`;
}

const DIFFERS_TEXT = 'This page explains the code differently.';
const GONE_TEXT = 'This code is no longer on the page.';
const CONFIRM_IN_WINDOW_TEXT =
  'Not saved yet. The page may be covering this card, so Errata asks in a separate window.';

function getNotice(props: CardViewProps): ReactNode {
  const { rememberedProvider, backTo, unmarked = 0 } = props;
  const notice = getStateNotice(props);

  if (backTo !== null)
    return (
      <>
        {notice}
        <button type="button" className="er-link back" onClick={props.onBack}>
          <Icon name="chevron" size={14} /> {t('Back to $1', backTo)}
        </button>
      </>
    );

  if (notice) return notice;

  if (rememberedProvider)
    return (
      rememberedProvider.problem ??
      t('Remembered for $1.', rememberedProvider.host)
    );

  if (unmarked > 0)
    return tPlural(
      unmarked,
      '$1 more occurrence is counted but not underlined: there are too many in one text.',
      '$1 more occurrences are counted but not underlined: there are too many in one text.',
    );

  if (props.rejection)
    return (
      <>
        {formatUnmarkedReason(props.rejection)}{' '}
        {props.onMark && (
          <QuietButton onClick={props.onMark}>{t('Mark it here')}</QuietButton>
        )}
      </>
    );

  return props.isContradicted ? t(DIFFERS_TEXT) : null;
}

function getStateNotice({
  isGone,
  confirmsInOwnWindow,
  wording,
}: CardViewProps): ReactNode {
  if (isGone) return t(GONE_TEXT);
  if (confirmsInOwnWindow) return t(CONFIRM_IN_WINDOW_TEXT);

  return wording && <WordingNotice {...wording} />;
}

function CardActions(props: CardViewProps) {
  const {
    code,
    position,
    isPinned,
    navigationStep,
    onNavigate,
    onPin,
    onClose,
  } = props;

  const place = position ?? navigationStep;

  return (
    <>
      <span className="er-space" />
      {onNavigate && place && place[1] > 1 && (
        <PlaceSteps
          code={position && code}
          place={place}
          onStep={isPinned ? (by) => onNavigate(by, code) : null}
        />
      )}
      <IconButton
        icon={isPinned ? 'pinned' : 'pin'}
        label={t('Pin')}
        title={t('Pin ($1)', 'P')}
        aria-pressed={isPinned}
        onClick={onPin}
      />
      <IconButton
        icon="close"
        label={t('Close')}
        title={t('Close ($1)', 'Esc')}
        onClick={onClose}
      />
    </>
  );
}

/** @param props.code The code whose places are counted. Null while the user steps through all codes of a selection. */
function PlaceSteps(props: {
  code: string | null;
  place: readonly [number, number];
  /** Null at first sight of a card, which then only says the place. */
  onStep: ((by: 1 | -1) => void) | null;
}) {
  const { code, place, onStep } = props;
  const [at, all] = place;
  const previous = code ? t('Previous $1', code) : t('Previous code');
  const next = code ? t('Next $1', code) : t('Next code');

  const places = code
    ? t('$3: $1 of $2 on this page', at, all, code)
    : t('code $1 of $2', at, all);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <span role="group" aria-label={places} className="er-walk">
      <span className="er-position" title={places}>
        {onStep
          ? `${formatNumber(at)}/${formatNumber(all)}`
          : t('$1 of $2', at, all)}
      </span>
      {onStep && (
        <IconButton icon="up" label={previous} onClick={() => onStep(-1)} />
      )}
      {onStep && (
        <IconButton icon="down" label={next} onClick={() => onStep(1)} />
      )}
    </span>
  );
}

function IconButton(
  props: ComponentProps<'button'> & {
    icon: ComponentProps<typeof Icon>['name'];
    label: string;
  },
) {
  const { icon, label, ...others } = props;

  return (
    <EntryButton aria-label={label} title={label} {...others}>
      <Icon name={icon} />
    </EntryButton>
  );
}

function ReportWrongMark(
  props: CardViewProps & Pick<CopySampleButtonProps, 'getSampleLine'>,
) {
  const {
    position,
    getSampleLine,
    onSuppress,
    pendingSuppression: asked,
    onConfirm,
    onCancel,
  } = props;

  const question = useId();
  const foot = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);

  useEffect(() => {
    const part = foot.current;
    const isAsked = asked !== null;
    if (!part || wasAsked.current === isAsked) return;
    wasAsked.current = isAsked;
    if (isAsked) scrollToReveal(part);

    // The pressed button was removed: move its focus to its replacement.
    if ((part.getRootNode() as ShadowRoot | Document).activeElement)
      part.querySelector('button')?.focus({ preventScroll: true });
  }, [asked]);

  return (
    <div ref={foot}>
      {asked ? (
        // biome-ignore lint/a11y/useSemanticElements: it holds no fields
        <div role="group" aria-labelledby={question} className="er-case">
          <p id={question}>
            {t(
              '$1 will no longer be marked $2 on $3.',
              asked.code,
              formatSuppressedPlace(asked),
              asked.host,
            )}
          </p>
          <EntryButton onClick={onCancel}>{t('Cancel')}</EntryButton>
          <EntryButton onClick={onConfirm}>{t('Stop marking')}</EntryButton>
        </div>
      ) : (
        <CopySampleButton getSampleLine={getSampleLine}>
          {position ? t('Wrong mark?') : t('Missing mark?')}
          {onSuppress && (
            <>
              {' '}
              <QuietButton onClick={onSuppress}>
                {t('Not an error code')}
              </QuietButton>
            </>
          )}{' '}
          <NoteLink of={getNoteKey(props)} />
        </CopySampleButton>
      )}
    </div>
  );
}

const getNoteKey = ({ code, subject }: CardViewProps): string =>
  (typeof subject === 'string' ? null : subject.entry?.key) ?? code;

function NoteLink({ of: key }: { of: string }) {
  const { onWriteElsewhere } = useContext(NotesContext);

  return (
    onWriteElsewhere && (
      <QuietButton
        title={t('Your team’s note about this code')}
        onClick={() => onWriteElsewhere(key)}
      >
        {t('Note')}
      </QuietButton>
    )
  );
}

type CardMessageProps = Record<
  'title' | 'text' | 'below' | 'button' | 'actions',
  ReactNode
>;

const CardMessage = ({
  title,
  text,
  below,
  button,
  actions,
}: CardMessageProps) => (
  <section className="er-entry">
    <div className="er-scroll">
      <div className="er-body">
        <h2 className="er-question">{title}</h2>
        {text && <p className="er-soft">{text}</p>}
      </div>
      {below}
    </div>
    <footer className="er-footer">
      {button}
      {actions}
    </footer>
  </section>
);

const MAX_SHOWN_LENGTH = 80;

const NO_CODE_ON_PAGE_TEXT = 'Errata found no error codes on this page.';

type MessageFrame = Pick<CardMessageProps, 'below' | 'actions'>;

/** `text` is empty if the user asked for the next code on a page without codes. */
function NoCode(
  props: MessageFrame & Pick<CardViewProps, 'onSearch'> & { text: string },
) {
  const { text, onSearch, ...others } = props;
  const query = text.trim().replace(/\s+/g, ' ');

  const shown =
    query.length > MAX_SHOWN_LENGTH
      ? `${query.slice(0, MAX_SHOWN_LENGTH).trimEnd()}…`
      : query;

  const hint = t(
    'Select the code itself or the message around it, or search the catalogue.',
  );

  return (
    <CardMessage
      {...others}
      title={
        shown
          ? t('No error code found in “$1”.', shown)
          : t(NO_CODE_ON_PAGE_TEXT)
      }
      text={
        shown
          ? `${t('No error in the catalogue has this wording either.')} ${hint}`
          : hint
      }
      button={
        onSearch && (
          <EntryButton onClick={() => onSearch(query)}>
            <Icon name="search" /> {t('Search the catalogue')}
          </EntryButton>
        )
      }
    />
  );
}

function SuppressedNotice(
  props: MessageFrame &
    NonNullable<CardViewProps['suppressed']> &
    Pick<CardViewProps, 'onUndo'>,
) {
  const { suppression, problem, onUndo, ...others } = props;
  if (problem !== null)
    return (
      <CardMessage {...others} title={problem} text={null} button={null} />
    );

  const { code, host } = suppression;
  const place = formatSuppressedPlace(suppression);

  return (
    <CardMessage
      {...others}
      title={
        <>
          {interpolate(
            '$1 is no longer marked here',
            <span className="er-code">{code}</span>,
          )}
          .
        </>
      }
      text={t(
        'It will stay unmarked on $1 $2. You can undo this in Settings.',
        host,
        place,
      )}
      button={<EntryButton onClick={onUndo}>{t('Undo')}</EntryButton>}
    />
  );
}
