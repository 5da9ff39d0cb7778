import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import {
  type CodeOrigin,
  formatTicket,
  getMessageIds,
  getOptionalNeeds,
  getQuotedTexts,
  getRecipients,
} from '../../lib/answer/format/ticket.ts';
import { BLANK } from '../../lib/answer/format/ticket-needs.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t, withEnglish } from '../../lib/core/i18n/translate.ts';
import { maskPhoneNumber } from '../../lib/masking/display-masking.ts';
import {
  MASKS,
  type MaskedKind,
  type Masker,
  maskWords,
  showControls,
  splitQuoting,
  type TextPart,
} from '../../lib/masking/mask-text.ts';
import { CopyButton, CopyMarkdownButton } from './controls.tsx';
import { useMasking } from './masking.ts';
import { formatMaskedKinds } from './wording.ts';

interface MaskedTextProps {
  text: string;
  /** The texts of others in it, if Errata wrote the rest: only they are masked. */
  quoted?: readonly string[];
  /** Shown until the user selects one of them, which masks all. */
  messageIds?: readonly string[];
  /** Masked until the user selects one of them, which shows all. */
  recipients?: readonly string[];
  note: string | false;
  getMarkdown?: () => string;
  /** The element that gets the copy button, instead of a place above the text. */
  controls?: Element | null | undefined;
}

/** A text to copy, with personal data masked. The user can reveal each masked part before copying. */
export function MaskedText(props: MaskedTextProps) {
  const masking = useMasking();
  if (masking) return <MaskedPreview {...props} masking={masking} />;

  return (
    masking === null && (
      <p className="er-aside" role="alert">
        {t('Couldn’t mask personal data. Reload the page and try again.')}
      </p>
    )
  );
}

const NOT_MASKED_TEXT =
  'Some names in sentences, short numbers and unlabelled secrets may remain. Check before you share it.';

/** A masked phone number still tells two recipients apart. */
const maskDistinctly = (kind: MaskedKind, text: string): string =>
  kind === 'phone' ? maskPhoneNumber(text) : MASKS[kind];

/** Words that the user masked by hand. They stay masked in later copies, until the page or the popup closes. */
const maskedByHand = new Set<string>();

function MaskedPreview(props: MaskedTextProps & { masking: Masker }) {
  const {
    text,
    quoted,
    messageIds = [],
    recipients = [],
    note,
    getMarkdown,
    controls,
    masking,
  } = props;

  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [masksIds, setMasksIds] = useState(false);
  const [, setCount] = useState(maskedByHand.size);

  const splitWhole = (whole: string) =>
    quoted
      ? splitQuoting(masking, whole, quoted)
      : masking.splitIntoParts(whole);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the text quotes changes with it
  const found = useMemo(() => splitWhole(text), [text, masking]);
  const ids = new Set(messageIds);

  const maskChosen = (parts: readonly TextPart[]) =>
    maskWords(maskWords(parts, maskedByHand), ids, 'message');

  const numbers = new Set(recipients);

  const isShown = (secret: string) =>
    ids.has(secret) ? !masksIds : toggled.has(secret);

  const write = ({ text, masked }: TextPart) =>
    masked && !isShown(text)
      ? maskDistinctly(masked, text)
      : showControls(text);

  const parts = maskChosen(found);

  const maskWord = (word: string) => {
    if (!word.trim()) return;
    maskedByHand.add(word.trim());
    setCount(maskedByHand.size);
  };

  const secrets = new Map(
    parts.flatMap((part) =>
      part.masked ? [[part.text, part.masked] as const] : [],
    ),
  );

  const toggle = (secret: string) => {
    if (ids.has(secret)) return setMasksIds(!masksIds);

    const alike = numbers.has(secret) ? numbers : new Set([secret]);
    setToggled(
      toggled.has(secret) ? toggled.difference(alike) : toggled.union(alike),
    );
  };

  const mask = (whole: string) =>
    maskChosen(splitWhole(whole)).map(write).join('');

  const copy = (
    <>
      <CopyButton getText={() => mask(text)} label={t('Copy')} />
      {getMarkdown && (
        <CopyMarkdownButton getText={() => mask(getMarkdown())} />
      )}
    </>
  );

  const hasUnsure = parts.some(({ isUnsure }) => isUnsure);

  const hidden = [...secrets]
    .filter(([secret]) => !isShown(secret))
    .map(([, kind]) => kind);

  return (
    <>
      <p className="er-aside">
        {secrets.size === 0
          ? t('Found nothing to mask. Check for names before you share it.')
          : `${t('Masked: $1. Select one to show or hide it.', formatMaskedKinds(hidden))} ${t(NOT_MASKED_TEXT)}`}{' '}
        {hasUnsure && `${t('A dotted frame is around what may be harmless.')} `}
        {note}
      </p>
      {/* Not after the text, which may be long. */}
      {controls === undefined ? (
        <p className="er-forms">{copy}</p>
      ) : (
        controls && createPortal(copy, controls)
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds no fields */}
      <div
        className="er-preview"
        lang="en"
        dir="ltr"
        role="group"
        aria-label={t('Preview')}
        onDoubleClick={() => maskWord(String(getSelection()))}
      >
        {parts.map((part, at) =>
          part.masked ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
              key={at}
              type="button"
              className={part.isUnsure ? 'er-masked er-unsure' : 'er-masked'}
              aria-pressed={isShown(part.text)}
              title={getTitle(part, isShown(part.text))}
              onClick={() => toggle(part.text)}
            >
              {write(part)}
            </button>
          ) : (
            showControls(part.text)
          ),
        )}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          maskWord(String(new FormData(event.currentTarget).get('word')));
          event.currentTarget.reset();
        }}
      >
        <input
          name="word"
          aria-label={t('Mask another word')}
          placeholder={t('Type a word to mask, or double-click it')}
        />
      </form>
    </>
  );
}

/** Says what to fill in, and what else the desk asks for. */
function formatTicketNote(text: string, optional: readonly string[]): string {
  const blanks =
    text.includes(BLANK) && t('Fill in each $1 before you send it.', BLANK);

  const more =
    optional.length > 0 &&
    t('The desk also asks for: $1.', optional.join('; '));

  return [blanks, more].filter(Boolean).join(' ');
}

function getTitle({ isUnsure }: TextPart, isShown: boolean): string {
  if (isShown) return t('Mask');
  return isUnsure ? t('Show (may be harmless)') : t('Show');
}

export function Ticket(props: {
  explanation: Explanation;
  seen: CodeOrigin | null;
  catalogue: Catalogue;
  /** The element of the footer that gets the copy button. */
  controls?: Element | null;
}) {
  const { explanation, seen, catalogue, controls } = props;

  const writeTicket = (form: 'text' | 'markdown') =>
    withEnglish(() => formatTicket(explanation, seen, form, catalogue));

  const text = writeTicket('text');
  const optional = getOptionalNeeds(explanation, seen, catalogue);

  return (
    <section className="er-hand" aria-label={t('For a support ticket')}>
      <MaskedText
        text={text}
        quoted={getQuotedTexts(seen)}
        messageIds={getMessageIds(seen)}
        recipients={getRecipients(seen)}
        note={formatTicketNote(text, optional)}
        getMarkdown={() => writeTicket('markdown')}
        controls={controls}
      />
    </section>
  );
}
