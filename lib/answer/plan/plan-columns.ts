import columnWords from '../../../data/plan-columns.json' with { type: 'json' };
import times from '../../../data/times.json' with { type: 'json' };
import { getColumnRole } from '../../structure/column-role.ts';
import { readMessageStatus } from './message-status.ts';
import { isTimeText } from './read-time.ts';
import { readRecipientNumber } from './recipient.ts';

const words = { ...columnWords, customer: times.customer };
const patterns = new Map(
  Object.entries(words).map(([role, forms]) => [
    role,
    new RegExp(forms.join('|'), 'iu'),
  ]),
);
const isNamed = (header: string, role: keyof typeof words) =>
  patterns.get(role)?.test(header.trim());

const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** No amount or date, which have other signs. */
const PHONE_FORM = /^[\s\p{Cf}\da-z'"=()+*•….:-]+$/iu;
const CLOCK_ONLY = /^\s*\d{1,2}:\d{2}/;
const MIN_SHARE = 0.6;

function isPhoneNumber(value: string, needsPlus: boolean): boolean {
  if (!PHONE_FORM.test(value)) return false;

  const { digits = '', isInternational = false } =
    readRecipientNumber(value) ?? {};

  return (
    digits.length >= MIN_DIGITS &&
    digits.length <= MAX_DIGITS &&
    (!needsPlus || isInternational)
  );
}

/** Finds the columns by their headers and a sample of the values below. `taken` are columns with codes. */
export function findPlanColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  taken: readonly number[],
) {
  const columns = headers.flatMap((header, at) => {
    const values = [...new Set(rows.flatMap((row) => row[at] || []))];

    // `template_name` is a template, `contact name` no recipient.
    const named = isNamed(header, 'template')
      ? header.replace(/[ _-]?name$/i, '')
      : header;

    if (values.length === 0 || isNamed(named, 'other')) return [];

    const areMostly = (test: (value: string) => boolean) =>
      values.filter(test).length / values.length >= MIN_SHARE;

    return {
      at,
      header,
      size: values.length,
      role: getColumnRole(header.replaceAll('_', ' ')),
      areMostly,
    };
  });

  const customer = columns.find(
    ({ header, areMostly }) =>
      isNamed(header, 'customer') &&
      areMostly((value) => isTimeText(value, true)),
  )?.at;

  const open = columns.filter(
    ({ at }) => !taken.includes(at) && at !== customer,
  );

  const getRank = ({ header, size }: (typeof columns)[number]) =>
    size + (isNamed(header, 'recipient') ? rows.length : 0);

  const recipients = open.filter(
    ({ header, role, areMostly }) =>
      isNamed(header, 'recipient') ||
      (role !== 'time' &&
        areMostly((value) => isPhoneNumber(value, role !== 'recipient'))),
  );

  const [recipient] = recipients
    .sort((one, other) => getRank(other) - getRank(one))
    .map(({ at }) => at);

  return {
    recipient,
    /** With ISO codes, if no column has numbers. */
    country:
      recipient === undefined
        ? open.find(({ header }) => isNamed(header, 'country'))?.at
        : undefined,
    status: columns.find(
      ({ header, areMostly }) =>
        isNamed(header, 'status') &&
        areMostly((value) => readMessageStatus(value) !== null),
    )?.at,
    message: open.find(({ role }) => role === 'message')?.at,
    template: open.find(({ header }) => isNamed(header, 'template'))?.at,
    /** When the customer last wrote. */
    customer,
    /** Columns with the time of a row. The latest counts: a message fails after it was sent. */
    times: open
      .filter(({ role, areMostly }) =>
        areMostly((value) => isTimeText(value, role === 'time')),
      )
      .map(({ at }) => at),
  };
}

/** Joins a date and the time of day of the next column. */
export const joinTimes = (values: readonly string[]): string[] =>
  values.map((value, at) => {
    if (CLOCK_ONLY.test(value) && at > 0) return '';
    const clock = values[at + 1] ?? '';
    return value !== '' && CLOCK_ONLY.test(clock) ? `${value} ${clock}` : value;
  });
