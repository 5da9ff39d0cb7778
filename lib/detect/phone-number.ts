import { isBlank, isDigit } from './words/letters.ts';

/** Digits, blanks and signs behind the first digit. */
const SHORTEST = 9;
const LONGEST = 20;

/** A text is a phone number and nothing else: `+55 11 5550 0123`. */
export function isPhoneNumber(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== 0x2b || !isDigit(text.charCodeAt(at + 1))) return false;
  const length = to - at - 2;
  if (length < SHORTEST || length > LONGEST) return false;
  for (at += 2; at < to; at++) if (!isPart(text.charCodeAt(at))) return false;
  return true;
}

/** A digit, a blank, or one of `( ) - .`; behind a line's end stands something else. */
const isPart = (unit: number) =>
  isDigit(unit) ||
  unit === 0x20 ||
  unit === 0x28 ||
  unit === 0x29 ||
  unit === 0x2d ||
  unit === 0x2e ||
  (unit !== 0x0a && isBlank(unit));
