import table from '../../data/private-forms.json' with { type: 'json' };
import type { Span } from '../core/spans.ts';
import { compileForms } from '../structure/notations.ts';
import { expandForm } from './form-table.ts';

/** Forms of numbers and of what is around them. */
export const NUMBER_FORMS = compileForms(table.numbers, expandForm);

export interface NumberChecks {
  isCode(digits: string): boolean;
  isNumber(groups: readonly string[], isInternational: boolean): boolean;
}

export interface DigitGroup extends Span {
  digits: string;
}

/** Maximum number of digits of a phone number (E.164). */
export const MAX_DIGITS = 15;
/** Digits that are a phone number in any notation. Fewer digits must match the notation of a country. */
export const MIN_DIGITS_ANYWHERE = 9;
export const MIN_DIGITS = 7;
export const MAX_CONTEXT_CHARS = 48;

const isStatus = (digits: string): boolean =>
  digits.length === 3 && digits >= '200' && digits < '600';

/** `408,429,500,502,503`: in ascending order. */
export function isStatusList(written: string): boolean {
  const statuses = written.split(/\D+/);

  return statuses.every(
    (one, at) => isStatus(one) && one > (statuses[at - 1] ?? ''),
  );
}
