import { t } from '../../lib/i18n/translate.ts';
import { CopyButton } from './CopyButton.tsx';
import { Disclosure } from './Disclosure.tsx';

/** A text for the customer. */
export function Handover({ customer }: { customer: string | undefined }) {
  if (!customer) return null;
  return (
    <Disclosure summary={t('What to tell the customer')}>
      <blockquote className="er-words">{customer}</blockquote>
      <CopyButton getText={() => customer} label={t('Copy this text')} />
    </Disclosure>
  );
}
