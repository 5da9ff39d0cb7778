import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../lib/i18n/translate.ts';
import {
  getMask,
  type Masker,
  maskWords,
  showControls,
  splitQuoting,
  type TextPart,
} from '../../lib/masking/masked.ts';
import { CopyButton, CopyMarkdownButton } from './CopyButton.tsx';
import { useMasking } from './masking.ts';
import { formatMaskedKinds } from './wording.ts';

interface MaskedTextProps {
  text: string;
  /** The texts of others in it, if Errata wrote the rest: only they are masked. */
  quoted?: readonly string[];
  label: string;
  /** Said after what is masked. */
  note: string | false;
  /** Returns the text as Markdown, not masked yet. */
  getMarkdown?: () => string;
  /** The element that gets the copy button, instead of a place above the text. */
  controls?: Element | null;
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

/** Words that the user masked by hand. They stay masked in later copies, until the page or the popup closes. */
const maskedByHand = new Set<string>();

function MaskedPreview({
  text,
  quoted,
  label,
  note,
  getMarkdown,
  controls,
  masking,
}: MaskedTextProps & { masking: Masker }) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [, setCount] = useState(maskedByHand.size);
  const splitWhole = (whole: string) =>
    quoted ? splitQuoting(masking, whole, quoted) : masking.splitIntoParts(whole);
  const split = (whole: string) => maskWords(splitWhole(whole), maskedByHand);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the text quotes changes with it
  const found = useMemo(() => splitWhole(text), [text, masking]);
  const parts = maskWords(found, maskedByHand);
  const maskWord = (word: string) => {
    if (!word.trim()) return;
    maskedByHand.add(word.trim());
    setCount(maskedByHand.size);
  };
  const secrets = new Map(parts.flatMap((part) => (part.masked ? [[part.text, part.masked] as const] : [])));
  const toggle = (secret: string) => setShown((before) => before.symmetricDifference(new Set([secret])));
  const mask = (whole: string) =>
    split(whole)
      .map((part) => writePart(part, shown))
      .join('');
  const copy = (
    <>
      <CopyButton getText={() => mask(text)} label={label} />
      {getMarkdown && <CopyMarkdownButton getText={() => mask(getMarkdown())} />}
    </>
  );
  const hidden = [...secrets].filter(([secret]) => !shown.has(secret)).map(([, kind]) => kind);

  return (
    <>
      <p className="er-aside">
        {secrets.size === 0
          ? t('We found nothing to mask. Check for names before you share it.')
          : `${t('Masked: $1. Select one to show or hide it.', formatMaskedKinds(hidden))} ${t(NOT_MASKED_TEXT)}`}{' '}
        {note}
      </p>
      {/* Not after the text, which may be long. */}
      {controls === undefined ? copy : controls && createPortal(copy, controls)}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds no fields */}
      <div
        className="er-preview"
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
              className="er-masked"
              aria-pressed={shown.has(part.text)}
              title={shown.has(part.text) ? t('Mask') : t('Show')}
              onClick={() => toggle(part.text)}
            >
              {writePart(part, shown)}
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
          className="er-field"
          name="word"
          aria-label={t('Mask another word')}
          placeholder={t('Mask another word, or double-click it')}
        />
      </form>
    </>
  );
}

function writePart({ text, masked }: TextPart, shown: ReadonlySet<string>): string {
  return masked && !shown.has(text) ? getMask(masked) : showControls(text);
}
