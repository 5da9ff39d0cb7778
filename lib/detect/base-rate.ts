import type { CodeIndex } from './code-index.ts';
import { isRareForm } from './form.ts';
import { isConsole, type ReadCandidate } from './reading.ts';

/**
 * Returns the log-odds that a number equals a code by accident: the codes with this many digits, divided by the numbers
 * with this many digits. About -9 for six digits and above 0 for three.
 */
export function coincidenceLogOdds(digits: number, index: CodeIndex): number {
  const numbers = 9 * 10 ** (digits - 1);
  const rate = Math.min(0.9, Math.max(1, index.countByDigits(digits)) / numbers);
  return Math.log(rate / (1 - rate));
}

/**
 * The corpora hold far more invented coincidences on consoles than consoles print. The weights of the training lines
 * correct most of that; these log-odds correct the rest. Measured in docs/evaluation.md.
 */
const CONSOLE_PRIOR = 0.9;

/** Returns log-odds to add for an exact, rare code on a console, where it is evidence by itself. */
export const consolePrior = ({ form, reading }: ReadCandidate): number =>
  isRareForm(form) && isConsole(reading) ? CONSOLE_PRIOR : 0;
