import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import {
  type CodeOrigin,
  formatTicket,
  getMessageIds,
  getQuotedTexts,
  type TicketFormat,
} from '../../lib/format/ticket.ts';
import { BLANK } from '../../lib/format/ticket-needs.ts';
import { t, withEnglish } from '../../lib/i18n/translate.ts';
import { MaskedText } from './MaskedText.tsx';

/** A text for a support ticket with personal data masked. */
export function Ticket(props: {
  explanation: Explanation;
  seen: CodeOrigin | null;
  catalogue: Catalogue;
  /** The element of the footer that gets the copy button. */
  controls?: Element | null;
}) {
  const { explanation, seen, catalogue, controls } = props;
  const writeTicket = (form: TicketFormat) =>
    withEnglish(() => formatTicket(explanation, seen, form, catalogue));
  const text = writeTicket('text');
  return (
    <section className="er-hand" aria-label={t('For a support ticket')}>
      <MaskedText
        text={text}
        quoted={getQuotedTexts(seen)}
        messageIds={getMessageIds(seen)}
        note={text.includes(BLANK) && t('Fill in each $1 before you send it.', BLANK)}
        getMarkdown={() => writeTicket('markdown')}
        controls={controls}
      />
    </section>
  );
}
