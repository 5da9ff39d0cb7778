import { useMemo, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { type CodeOrigin, formatTicket, TICKET_FORMATS, type TicketFormat } from '../../lib/format/ticket.ts';
import { BLANK } from '../../lib/format/ticket-needs.ts';
import { t, withEnglish } from '../../lib/i18n/translate.ts';
import { FormatPicker } from './FormatPicker.tsx';
import { MaskedText } from './MaskedText.tsx';

/** Personal data that patterns may miss. */
const NOT_MASKED_TEXT =
  'Some names in sentences, short numbers and unlabelled secrets may remain. Check before you share it.';

interface TicketProps {
  explanation: Explanation;
  seen: CodeOrigin | null;
  catalogue: Catalogue;
}

/** A text for a support ticket with personal data masked. */
export function Ticket({ explanation, seen, catalogue }: TicketProps) {
  const [form, setForm] = useState<TicketFormat>('markdown');
  const text = useMemo(
    () => withEnglish(() => formatTicket(explanation, seen, form, catalogue)),
    [explanation, seen, form, catalogue],
  );
  const blanks = text.includes(BLANK) ? ` ${t('Fill in each $1 before you send it.', BLANK)}` : '';
  return (
    <section className="er-hand" aria-label={t('For a support ticket')}>
      <FormatPicker
        forms={TICKET_FORMATS}
        names={{ markdown: 'Markdown', text: t('Plain text'), json: 'JSON' }}
        chosen={form}
        onChoose={setForm}
      />
      <MaskedText text={text} label={t('Copy for support')} note={`${t(NOT_MASKED_TEXT)}${blanks}`} />
    </section>
  );
}
