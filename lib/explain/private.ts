import { countryOf } from './calling-codes.ts';

/**
 * A message id as it may be shown. A `wamid` holds the customer's number in Base64, so that country and length are all that is
 * told: `wamid, Brazil, 58 characters`. Ids of providers hold nobody's number and are shown as they are.
 */
export function shownMessage(id: string): string {
  if (!id.startsWith('wamid.')) return id;
  const country = countryOf(numberIn(id));
  return `wamid, ${country ? `${country.name}, ` : ''}${id.length.toLocaleString('en')} characters`;
}

/** A phone number as it may be shown: `+55 …21`, enough to tell two apart. */
export function shownRecipient(number: string): string {
  const digits = number.replace(/\D/g, '');
  const country = countryOf(digits.replace(/^00/, ''));
  const end = `…${digits.slice(-2)}`;
  return country ? `+${country.calling} ${end}` : end;
}

/** The digits within a `wamid`: two bytes of type, one of length, then the number. Empty where it is built otherwise. */
function numberIn(id: string): string {
  try {
    const bytes = atob(id.slice('wamid.'.length, 'wamid.'.length + 32).replace(/=+$/, ''));
    return /^\d{5,}/.exec(bytes.slice(3, 3 + bytes.charCodeAt(2)))?.[0] ?? '';
  } catch {
    return '';
  }
}
