import headings from '../../data/table-headings.json' with { type: 'json' };
import { memoizeTexts } from '../core/get-or-insert.ts';
import { anyOf } from '../core/pattern-parts.ts';
import { compileHeaderWords } from './header-words.ts';

export type ColumnRole = keyof typeof headings;

const COLUMN_ROLES = Object.entries(headings).map(
  ([role, words]) => [role as ColumnRole, compileHeaderWords(words)] as const,
);

/** `count(*)`, `system.count(*)`, `GroupBy(error_code)`: what computed a column, and of what. */
const CALL = /^(?:\w{1,20}\.)?(\w{1,20})\(([^()]{0,60})\)$/;

/** Returns the name of a column without the function that computed it, unless it counts. */
export function readColumnName(name: string): string {
  const [, call = '', of = ''] = CALL.exec(name.trim()) ?? [];
  if (call === '') return name;

  return /^count$/i.test(call) ? call : of;
}

const MAX_CACHED_NAMES = 200;

/** Remembers names, because the same are above each table and in each payload. */
const findRole = memoizeTexts((name) => {
  const spaced = readColumnName(name).replace(/([a-z])([A-Z])/g, '$1 $2');

  return COLUMN_ROLES.find(([, words]) => words.test(spaced)) ?? null;
}, MAX_CACHED_NAMES);

export const getColumnRole = (name: string): ColumnRole | undefined =>
  findRole(name)?.[0];

/** Codes of something else: `country_code`, `HTTP code`, `OTP code`. */
const OTHER_CODE = anyOf(
  [
    /country/,
    /postal/,
    /zip/,
    /currency/,
    /area/,
    /dial/,
    /lang/,
    /locale/,
    /promo/,
    /coupon/,
    /otp/,
    /verif/,
    /http/,
    /bar/,
    /qr/,
    /templ/,
  ],
  'i',
);
export const ERROR_NAME =
  /err|fail|fehl|\bfall(?!back)|falh|échec|meta|reason/i;

export const isCodeHeader = (header: string) =>
  getColumnRole(header.replaceAll('_', ' ')) === 'code' &&
  !OTHER_CODE.test(header);

/** Counts, rates, phone numbers and ids, which other objects have too. */
const SHARED_HEADER = anyOf(
  [
    /rate/,
    /%/,
    /count/,
    /(?:recipient|error|failure)s$/,
    /phone/,
    /mobile/,
    /tel[eé]f/,
    /n[uú]m/,
    /^(?:s|uu)?id$/,
  ],
  'i',
);

/** Returns true if only a table of messages has such a column: their recipient, id, code or failure. */
export const isMessageHeader = (header: string): boolean =>
  !SHARED_HEADER.test(header) &&
  (/message|recipient|subcode/.test(getColumnRole(header) ?? '') ||
    isCodeHeader(header) ||
    /\berr|fail|fehl|\bfall(?!back)|falh|échec/i.test(header));
