import { type AnalyzedCandidate, isConsole } from './analyzed-text.ts';
import { isRareForm } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';

/**
 * Returns the log-odds that a number equals a code by accident: the number of codes with this many digits, divided by
 * the count of all numbers with this many digits. About -9 for six digits and above 0 for three.
 */
export function computeCoincidenceLogOdds(digits: number, index: CodeIndex): number {
  const numbers = 9 * 10 ** (digits - 1);
  const rate = Math.min(0.9, Math.max(1, index.countByDigits(digits)) / numbers);
  return Math.log(rate / (1 - rate));
}

/**
 * The corpora contain far more coincidences on consoles than real consoles print. The weights of the training lines
 * correct most of that; this share of the log-odds against a coincidence corrects the rest. Measured in
 * docs/evaluation.md.
 */
const PRIOR_SHARE = 0.11;

/** Returns the log-odds to add for an exact, rare code on a console, where the form alone is evidence. */
export const getConsolePrior = ({ code, form, source }: AnalyzedCandidate): number =>
  isRareForm(form) && isConsole(source)
    ? -PRIOR_SHARE * computeCoincidenceLogOdds(code.length, source.index)
    : 0;
