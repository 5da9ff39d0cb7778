import { useMemo, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { maskOf, type Part, partsOf } from '../../lib/explain/redact.ts';
import { type Seen, TICKET_FORMS, type TicketForm, ticketText } from '../../lib/explain/ticket.ts';
import { BLANK } from '../../lib/explain/ticket-needs.ts';
import { CopyButton } from './CopyButtons.tsx';
import { maskedWords } from './wording.ts';

const FORM_NAMES: Readonly<Record<TicketForm, string>> = {
  markdown: 'Markdown',
  text: 'Plain text',
  json: 'JSON',
};

/** What goes to a support desk, with everything masked that is a person's; each masked part can be shown before it is copied. */
export function Ticket(props: { explanation: Explanation; seen: Seen | null; catalogue: Catalogue }) {
  const { explanation, seen, catalogue } = props;
  const [form, setForm] = useState<TicketForm>('markdown');
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const parts = useMemo(
    () => partsOf(ticketText(explanation, seen, form, catalogue)),
    [explanation, seen, form, catalogue],
  );
  const isOpen = parts.some(({ text }) => text.includes(BLANK));
  const secrets = new Map(parts.flatMap(({ text, masked }) => (masked ? [[text, masked] as const] : [])));
  const hidden = [...secrets].filter(([text]) => !shown.has(text)).map(([, kind]) => kind);

  function toggle(text: string) {
    setShown((before) => {
      const after = new Set(before);
      if (!after.delete(text)) after.add(text);
      return after;
    });
  }

  return (
    <section className="er-hand" aria-label="For a support ticket">
      <fieldset className="er-forms">
        <legend className="er-hidden">Form</legend>
        {TICKET_FORMS.map((each) => (
          <button
            key={each}
            type="button"
            className="er-button"
            aria-pressed={each === form}
            onClick={() => {
              setForm(each);
            }}
          >
            {FORM_NAMES[each]}
          </button>
        ))}
      </fieldset>
      <p className="er-aside">
        {secrets.size === 0
          ? 'Nothing in it had to be masked.'
          : `Masked: ${maskedWords(hidden)}. Press one to show it, press again to hide it.`}
        {isOpen && ` Fill in each ${BLANK} before you send it.`}
      </p>
      {/* Before the preview, which may be long. */}
      <CopyButton
        text={parts.map((part) => written(part, shown)).join('')}
        label="Copy for support"
        done="Copied"
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: it holds no fields */}
      <div className="er-preview" role="group" aria-label="Preview" tabIndex={0}>
        {parts.map((part, at) =>
          part.masked ? (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stay in their places
              key={at}
              type="button"
              className="er-masked"
              aria-pressed={shown.has(part.text)}
              title={shown.has(part.text) ? 'Mask it' : 'Show it'}
              onClick={() => toggle(part.text)}
            >
              {written(part, shown)}
            </button>
          ) : (
            part.text
          ),
        )}
      </div>
    </section>
  );
}

function written({ text, masked }: Part, shown: ReadonlySet<string>): string {
  return masked && !shown.has(text) ? maskOf(masked) : text;
}
