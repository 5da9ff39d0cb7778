import { useState } from 'react';
import {
  type Desk,
  type HandoverLetter,
  writeHandovers,
} from '../../lib/answer/format/handover.ts';
import type { CodeNode } from '../../lib/answer/format/page-tree.ts';
import {
  type CodeOrigin,
  getMessageIds,
  getQuotedTexts,
  getRecipients,
} from '../../lib/answer/format/ticket.ts';
import { BLANK } from '../../lib/answer/format/ticket-needs.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t, tPlural } from '../../lib/core/i18n/translate.ts';
import { maskPhoneNumber } from '../../lib/masking/display-masking.ts';
import { MASKS, maskText, splitQuoting } from '../../lib/masking/mask-text.ts';
import { CopyButton, EntryButton } from '../entry/controls.tsx';
import { MaskedText } from '../entry/MaskedText.tsx';
import { useLoaded, useMasking } from '../entry/masking.ts';
import type { ReadTexts } from '../popup/page-plan.ts';
import { readMessages } from './read-messages.ts';

interface HandoverProps {
  codes: readonly CodeNode[];
  origin: Pick<CodeOrigin, 'host' | 'path' | 'provider'>;
  catalogue: Catalogue;
  read: ReadTexts;
  /** Milliseconds since 1970. */
  now: number;
}

const DESK_TEXTS = {
  developer: 'Your developer',
  admin: 'Whoever manages your WhatsApp account',
  list: 'Whoever owns the recipient list',
} as const satisfies Record<Exclude<Desk, 'support'>, string>;

/** The failures of the page, divided among those who can do something about them: a letter to each. */
export function HandoverLetters(props: HandoverProps) {
  const [isOpen, setOpen] = useState(false);

  return (
    <section className="handover" aria-label={t('Hand over…')}>
      <EntryButton
        aria-expanded={isOpen}
        title={t('A letter to each desk that can do something about these')}
        onClick={() => setOpen(!isOpen)}
      >
        {t('Hand over…')}
      </EntryButton>
      {isOpen && <Letters {...props} />}
    </section>
  );
}

function Letters({ codes, origin, catalogue, read, now }: HandoverProps) {
  const messages = useLoaded(() => readMessages(codes, read), [codes]);
  const masking = useMasking();

  if (!messages) return <p role="status">{t('Reading the page…')}</p>;

  const letters = writeHandovers(codes, messages, origin, catalogue, now);

  const getAll = () =>
    letters
      .map(({ text, seen }) =>
        masking
          ? maskText(
              splitQuoting(masking, text, getQuotedTexts(seen)),
              maskPart,
            )
          : '',
      )
      .join('\n\n');

  return (
    <>
      {masking && letters.length > 1 && (
        <p className="er-forms">
          <CopyButton getText={getAll} label={t('Copy all')} />
        </p>
      )}
      {letters.map((letter) => (
        <Letter key={letter.to} {...letter} />
      ))}
    </>
  );
}

/** The support desk needs the ids, and the last digits of a number identify it, as in the previews. */
function maskPart(kind: keyof typeof MASKS, text: string): string {
  if (kind === 'message') return text;
  return kind === 'phone' ? maskPhoneNumber(text) : MASKS[kind];
}

function Letter({ desk, to, count, text, seen }: HandoverLetter) {
  return (
    <section className="er-hand">
      <h2 className="er-question">
        {desk === 'support' ? to : t(DESK_TEXTS[desk])}
        {' · '}
        {tPlural(count, '$1 failure', '$1 failures')}
      </h2>
      <MaskedText
        text={text}
        quoted={getQuotedTexts(seen)}
        messageIds={getMessageIds(seen)}
        recipients={getRecipients(seen)}
        note={
          text.includes(BLANK) &&
          t('Fill in each $1 before you send it.', BLANK)
        }
      />
    </section>
  );
}
