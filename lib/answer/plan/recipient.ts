import { hashWord } from '../../core/word-hash.ts';
import { findCountry } from '../../masking/display-masking.ts';

/** A shorter number without a plus may be a national one. */
const MIN_INTERNATIONAL_DIGITS = 11;
const MIN_DIGITS = 7;
/** Numbers with the calling code 1 have areas and exchanges from 2 on. */
const IMPOSSIBLE_NUMBER = /^1(?![2-9]\d\d[2-9]\d{6}$)/;

/**
 * What a recipient can hold: letters and digits, and the signs of numbers, IDs and masked digits. All else separates,
 * such as spaces of any kind, line ends, hyphens and quotes. plan.sql has the same characters.
 */
const SEPARATOR = /[^\w+.*@:]/g;
const MASKED_DIGIT = /[•…]/g;

const ASCII = Array.from({ length: 128 }, (_, code) =>
  String.fromCharCode(code),
);

/** The characters as one text, for SQL, which has no pattern that all engines know. */
export const RECIPIENT_CHARACTERS = ASCII.join('').replace(SEPARATOR, '');

/** Only letters of ASCII remain, whose lower case all engines agree on. */
const removeSeparators = (text: string): string =>
  text.replace(MASKED_DIGIT, '*').replace(SEPARATOR, '').toLowerCase();

/** Reads `’+55 11 …` or `5511….0`. Its digits have no `+` or `00`, and `x` where they are masked. */
export function readRecipientNumber(
  text: string,
): { digits: string; isInternational: boolean } | null {
  const plain = removeSeparators(text)
    .replace(/\.0$/, '')
    .replace(/^(?:whatsapp|tel):/, '');

  if (!/^\+?[\d*x.]+$/.test(plain)) return null;

  const digits = plain.replace(/^(?:\+|00)|\./g, '').replaceAll('*', 'x');

  return { digits, isInternational: /^(?:\+|00)/.test(plain) };
}

/** Returns `US`. Null for an incomplete number: a national one would be read as that of another country. */
export function findRecipientCountry(
  recipient: string | number,
): string | null {
  const text =
    typeof recipient === 'number' ? unpackRecipient(recipient) : recipient;

  const { digits = '', isInternational = false } =
    readRecipientNumber(text) ?? {};

  const isComplete =
    digits.length >= (isInternational ? MIN_DIGITS : MIN_INTERNATIONAL_DIGITS);

  if (!isComplete || digits.includes('x') || IMPOSSIBLE_NUMBER.test(digits))
    return null;

  return findCountry(digits)?.region ?? null;
}

/** WhatsApp writes mobile numbers of Brazil, Mexico and Argentina with or without a digit. */
const OPTIONAL_DIGIT =
  /^(?:(55\d\d)9(?=\d{8}$)|(52)1(?=\d{10}$)|(54)9(?=\d{10}$))/;

/** `5.51196E+12`: what a spreadsheet leaves of a number of 12 or more digits, alike for thousands of people and messages. */
const ROUNDED_NUMBER = /^[\d.,]+e\+\d\d$/i;

/** Returns one text for all ways in which a recipient is written. Empty if it names nobody. */
export function getRecipientKey(recipient: string): string {
  const number = readRecipientNumber(recipient);
  if (number) return number.digits.replace(OPTIONAL_DIGIT, '$1$2$3');

  const plain = removeSeparators(recipient);
  if (ROUNDED_NUMBER.test(plain)) return '';

  // A name in another script is compared as it is written: SQLite knows no case beyond ASCII.
  return plain || trimSpaces(recipient);
}

/** As plan.sql: other blanks stay. */
const trimSpaces = (text: string): string =>
  text.replace(/^ +/, '').replace(/(?<! ) +$/, '');

/** Greater than all numbers that stand for up to 15 digits. */
const MIN_HASH = 2 ** 52;

/** Returns a number for a text: exact for up to 15 digits, otherwise a hash of 52 bits. 0 for an empty text. */
export function packText(text: string | number): number {
  if (typeof text === 'number' || text === '') return Number(text);
  if (/^\d{1,15}$/.test(text)) return Number(`1${text}`);

  return (
    MIN_HASH +
    (hashWord(text) >>> 0) * 2 ** 20 +
    (hashWord(`#${text}`) & 0xfffff)
  );
}

/** Returns a number for the id of a message. 0 if it names none. */
export const packMessage = (message: string | number = ''): number =>
  typeof message === 'string' && ROUNDED_NUMBER.test(message)
    ? 0
    : packText(message);

/** Returns a number for all ways in which a recipient is written, negative if it may be a national number. */
export function packRecipient(text: string): number {
  const packed = packText(getRecipientKey(text));
  return readRecipientNumber(text)?.isInternational === false
    ? -packed
    : packed;
}

export const packRecipientKey = (recipient: string | number = ''): number =>
  Math.abs(
    typeof recipient === 'number' ? recipient : packRecipient(recipient),
  );

/** Returns the number as it may be written. Empty for a hash. */
function unpackRecipient(packed: number): string {
  const size = Math.abs(packed);
  if (size >= MIN_HASH) return '';
  return (packed > 0 ? '+' : '') + String(size).slice(1);
}
