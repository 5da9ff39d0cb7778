import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/i18n/translate.ts';
import { CopyButton } from './CopyButton.tsx';
import { Disclosure } from './Disclosure.tsx';

/** What to pass on: a text for the customer, and what a support ticket must contain. */
export function Handover({ entry, catalogue }: { entry: Entry; catalogue: Catalogue }) {
  const { customer, ticket = [] } = entry;
  const desk = catalogue.provider(entry.provider)?.desk;
  return (
    <>
      {customer && (
        <Disclosure summary={t('What to tell the customer')}>
          <blockquote className="er-words">{customer}</blockquote>
          <CopyButton getText={() => customer} label={t('Copy this text')} />
        </Disclosure>
      )}
      {ticket.length > 0 && (
        <Disclosure summary={t('What a support ticket needs')}>
          <ul className="er-needs">
            {ticket.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
          {desk && (
            <p className="er-soft">
              {t('Send it to $1. If you send through a provider, ask the provider first.', desk)}
            </p>
          )}
        </Disclosure>
      )}
    </>
  );
}
