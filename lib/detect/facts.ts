/** What is there around a candidate: told once, so that a rule which could not hold need not be asked. */
export const FACTS = {
  /** The candidate is a number; not a range, not a word. */
  number: 1,
  /** It is a word. */
  symbol: 2,
  /** Five characters or more. */
  long: 4,
  /** Text before it, be it a label. */
  left: 8,
  /** Text after it. */
  right: 16,
  /** Text before it or after it. */
  beside: 32,
  /** A sign before it, as between a key and its value. */
  keyed: 64,
  /** A header that may be one of codes. */
  header: 128,
  /** A label that may be one of codes. */
  label: 256,
  /** Any header or label. */
  heading: 512,
  /** A word that leads up to codes may stand right before it, such as "error" or "number". */
  led: 1024,
  /** One that follows codes may stand right behind it. */
  followed: 2048,
  /** The name of its key may be one for codes. */
  named: 4096,
  /** A number sign right before it. */
  hash: 8192,
  /** Nothing but signs before it in its line. */
  head: 16384,
  /** A quotation mark, code mark, bracket, brace or star right before it. */
  marked: 32768,
  /** One of the arguments of a call: a comma or a bracket before it, a closing bracket behind it, or a comma and a name. */
  argument: 65536,
  /** "sub" right behind it. */
  subcode: 131072,
  /** The constant of one of its meanings stands in the text. */
  constant: 262144,
  /** Two words of a title of one of its meanings may stand around it. */
  titled: 524288,
  asked: 1048576,
  /** Capitals of several parts, such as REJECTED_SOURCE. */
  spelled: 4194304,
  /** A word that begins with two capitals, as programs print names. */
  capital: 134217728,
  /** A figure right before it. */
  figure: 8388608,
  /** What a library prints in front of what it throws. */
  thrown: 67108864,
  /** The page or the reader says whose codes these are. */
  console: 2097152,
  /** Alone in brackets, or brackets follow. */
  bracketed: 16777216,
  /** One of the small codes that a word or two tell, in any language. */
  tellable: 33554432,
  /** One that people name in a sentence like a rare one, or of three or four digits, behind a word as in a sentence. */
  spoken: 268435456,
} as const;

export type Fact = keyof typeof FACTS;

export function bitsOf(needs: readonly Fact[]): number {
  return needs.reduce((all, need) => all | FACTS[need], 0);
}
