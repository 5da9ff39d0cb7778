import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { type CodeOrigin, formatTicket, getQuotedTexts, type TicketFormat } from '../../lib/format/ticket.ts';
import { BLANK } from '../../lib/format/ticket-needs.ts';
import { t, withEnglish } from '../../lib/i18n/translate.ts';
import { MaskedText } from './MaskedText.tsx';

/** Personal data that patterns may miss. */
const NOT_MASKED_TEXT =
  'Some names in sentences, short numbers and unlabelled secrets may remain. Check before you share it.';

interface TicketProps {
  explanation: Explanation;
  seen: CodeOrigin | null;
  catalogue: Catalogue;
  /** The element of the footer that gets the copy button. */
  controls: Element | null;
}

/** A text for a support ticket with personal data masked. */
export function Ticket({ explanation, seen, catalogue, controls }: TicketProps) {
  const writeTicket = (form: TicketFormat) =>
    withEnglish(() => formatTicket(explanation, seen, form, catalogue));
  const text = writeTicket('text');
  const blanks = text.includes(BLANK) ? ` ${t('Fill in each $1 before you send it.', BLANK)}` : '';
  return (
    <section className="er-hand" aria-label={t('For a support ticket')}>
      <MaskedText
        text={text}
        quoted={getQuotedTexts(seen)}
        label={t('Copy for support')}
        note={`${t(NOT_MASKED_TEXT)}${blanks}`}
        others={[{ name: 'Markdown', title: t('Copy as Markdown'), getText: () => writeTicket('markdown') }]}
        controls={controls}
      />
    </section>
  );
}
