import type { Candidate } from './candidates.ts';
import { isHttpStatus, looksOwn } from './form.ts';
import type { Lexicon } from './lexicon.ts';
import { LONGEST_WORD } from './runs.ts';

/** A place where only a code can stand, so that one unknown to the catalogue is worth a look. */
const PROVEN = /\(#$|#$|code["'\\`]*\)?\s*(?::|=>?|={2,3})\s*[\\"'`]*$|code\s[:*"'`(]*$/i;

/** @param proven Whether it stands where only a code can; undefined where nobody looked yet. */
export function worthALook(
  text: string,
  start: number,
  code: string,
  { symbols }: Pick<Lexicon, 'symbols'>,
  proven?: boolean,
): boolean {
  if (looksOwn(code)) return true;
  if (code[0] === '0') return false;
  if (leadsSymbol(text, start, code.length, symbols)) return true;
  if (code.length < 3) return false;
  return (
    (proven ?? isProven(text, start)) ||
    (code.length <= 6 && !isHttpStatus(code) && leadsRow(text, start, code.length))
  );
}

/** A number that no list has as all of a cell: what its column is headed decides. Pages are not read so closely. */
export function aloneIn(cell: string): Candidate | null {
  const code = cell.trim();
  if (!/^[1-9]\d{2,5}$/.test(code) || isHttpStatus(code)) return null;
  const start = cell.indexOf(code);
  return { start, end: start + code.length, code, kind: 'number', meanings: [], form: 'unknown' };
}

/** Alone in the first cell of a row: what the column is headed decides. */
function leadsRow(text: string, start: number, length: number): boolean {
  const next = text.slice(start + length, start + length + 6);
  if (!/^["'`*]{0,2}\s{0,3}(?:\||\t)/.test(next)) return false;
  return leadsLine(text, start);
}

const leadsLine = (text: string, start: number) =>
  /(?:^|\n)[ |]{0,4}["'`*]{0,2}$/.test(text.slice(Math.max(0, start - 8), start));

/** `53: 'REJECTED_…'`, `| 53 | REJECTED_… |`: a provider numbers its symbols, and no list has all of them. */
function leadsSymbol(text: string, start: number, length: number, symbols: ReadonlySet<string>): boolean {
  if (length < 2 || length > 5) return false;
  let at = start + length;
  for (const furthest = at + 6; at < furthest && isBetween(text.charCodeAt(at)); ) at++;
  if (at === start + length) return false;
  const [symbol] = SYMBOL.exec(text.slice(at, at + LONGEST_WORD)) ?? [];
  return symbol !== undefined && symbols.has(symbol) && leadsLine(text, start);
}

const SYMBOL = /^[A-Z]{2}[A-Z\d]*(?:_[A-Z\d]+)+(?!\w)/;

/** Blanks, quotation marks and the signs of rows, keys and values. */
const isBetween = (unit: number) =>
  unit === 0x20 ||
  unit === 0x3a ||
  unit === 0x7c ||
  unit === 0x09 ||
  (unit >= 0x3d && unit <= 0x3e) ||
  unit === 0x27 ||
  unit === 0x22 ||
  unit === 0x60;

export function isProven(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  return (before.endsWith('#') || /code/i.test(before)) && PROVEN.test(before);
}
