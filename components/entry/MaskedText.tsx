import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../lib/i18n/translate.ts';
import { getMask, type Masker, showControls, type TextPart } from '../../lib/masking/masked.ts';
import { CopyMenu, type CopyMenuProps } from './CopyMenu.tsx';
import { useMasking } from './masking.ts';
import { formatMaskedKinds } from './wording.ts';

interface MaskedTextProps {
  text: string;
  label: string;
  /** Said after what is masked. */
  note: string;
  /** Other formats of the text, not masked yet. */
  others?: CopyMenuProps['others'];
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

function MaskedPreview({
  text,
  label,
  note,
  others = [],
  controls,
  masking,
}: MaskedTextProps & { masking: Masker }) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const parts = useMemo(() => masking.splitIntoParts(text), [text, masking]);
  const secrets = new Map(parts.flatMap((part) => (part.masked ? [[part.text, part.masked] as const] : [])));
  const toggle = (secret: string) => setShown((before) => before.symmetricDifference(new Set([secret])));
  const mask = (whole: string) =>
    masking
      .splitIntoParts(whole)
      .map((part) => writePart(part, shown))
      .join('');
  const copy = (
    <CopyMenu
      getText={() => mask(text)}
      label={label}
      others={others.map((other) => ({ ...other, getText: () => mask(other.getText()) }))}
    />
  );
  const hidden = [...secrets].filter(([secret]) => !shown.has(secret)).map(([, kind]) => kind);

  return (
    <>
      <p className="er-aside">
        {secrets.size === 0
          ? t('Nothing to mask.')
          : t('Masked: $1. Select one to show or hide it.', formatMaskedKinds(hidden))}{' '}
        {note}
      </p>
      {/* Not after the text, which may be long. */}
      {controls === undefined ? copy : controls && createPortal(copy, controls)}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds no fields */}
      <div className="er-preview" role="group" aria-label={t('Preview')}>
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
    </>
  );
}

function writePart({ text, masked }: TextPart, shown: ReadonlySet<string>): string {
  return masked && !shown.has(text) ? getMask(masked) : showControls(text);
}
