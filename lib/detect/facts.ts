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
  /** It is the value of a key. */
  value: 64,
  header: 128,
  label: 256,
  /** A header or a label. */
  heading: 512,
} as const;

export type Fact = keyof typeof FACTS;

export function factsOf(needs: readonly Fact[]): number {
  return needs.reduce((all, need) => all | FACTS[need], 0);
}
