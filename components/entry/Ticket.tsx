import { useMemo, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { type CodeOrigin, formatTicket, TICKET_FORMATS, type TicketFormat } from '../../lib/format/ticket.ts';
import { BLANK } from '../../lib/format/ticket-needs.ts';
import { t, withEnglish } from '../../lib/i18n/translate.ts';
import { getMask, type Redaction, showControls, type TextPart } from '../../lib/masking/masked.ts';
import { CopyButton } from './CopyButton.tsx';
import { FormatPicker } from './FormatPicker.tsx';
import { useRedaction } from './redaction.ts';
import { formatMaskedKinds } from './wording.ts';

/** Personal data that no pattern can find. */
const NOT_MASKED_TEXT =
  'Names in sentences, short numbers and unlabelled secrets aren’t masked. Check before you share it.';

interface TicketProps {
  explanation: Explanation;
  seen: CodeOrigin | null;
  catalogue: Catalogue;
}

/** A text for a support ticket with personal data masked. The reader can reveal each masked part before copying. */
export function Ticket(props: TicketProps) {
  const redaction = useRedaction();
  return (
    <section className="er-hand" aria-label={t('For a support ticket')}>
      {redaction && <MaskedTicket {...props} redaction={redaction} />}
      {redaction === null && (
        <p className="er-aside" role="alert">
          {t('Couldn’t mask personal data. Reload the page and try again.')}
        </p>
      )}
    </section>
  );
}

function MaskedTicket({ explanation, seen, catalogue, redaction }: TicketProps & { redaction: Redaction }) {
  const [form, setForm] = useState<TicketFormat>('markdown');
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const parts = useMemo(
    () => redaction.splitIntoParts(withEnglish(() => formatTicket(explanation, seen, form, catalogue))),
    [explanation, seen, form, catalogue, redaction],
  );
  const isOpen = parts.some(({ text }) => text.includes(BLANK));
  const secrets = new Map(parts.flatMap(({ text, masked }) => (masked ? [[text, masked] as const] : [])));
  const toggle = (text: string) => setShown((before) => before.symmetricDifference(new Set([text])));
  const hidden = [...secrets].filter(([text]) => !shown.has(text)).map(([, kind]) => kind);

  return (
    <>
      <FormatPicker
        forms={TICKET_FORMATS}
        names={{ markdown: 'Markdown', text: t('Plain text'), json: 'JSON' }}
        chosen={form}
        onChoose={setForm}
      />
      <p className="er-aside">
        {secrets.size === 0
          ? t('Nothing to mask.')
          : t('Masked: $1. Select one to show or hide it.', formatMaskedKinds(hidden))}{' '}
        {t(NOT_MASKED_TEXT)}
        {isOpen && ` ${t('Fill in each $1 before you send it.', BLANK)}`}
      </p>
      {/* Before the preview, which may be long. */}
      <CopyButton
        getText={() => parts.map((part) => writePart(part, shown)).join('')}
        label={t('Copy for support')}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll container must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds no fields */}
      <div className="er-preview" role="group" aria-label={t('Preview')} tabIndex={0}>
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
