import { type AnalyzedCandidate, findLineTokens, isConsole } from './analyzed-text.ts';
import { isRareForm } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';
import { NUMBER_TOKEN, WORD_TOKEN } from './tokens.ts';
import { WORD_CLASSES } from './word-classes.ts';

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
 * The corpora contain far more coincidences than pages print. The weights of the training lines correct most of that;
 * this share of the log-odds against a coincidence corrects the rest. Measured in docs/evaluation.md.
 */
const PRIOR_SHARES = { console: 0.11, failure: 0.25 };
const MAX_STATEMENT_WORDS = 4;

/**
 * Returns the log-odds to add for an exact, rare code where its form alone is evidence: on a console, and on any site in
 * a line that only states a failure, such as `Message failed: 131047`.
 */
export function getRareCodePrior(one: AnalyzedCandidate): number {
  const { code, form, source } = one;
  if (!isRareForm(form)) return 0;
  const share = statesFailure(one) ? PRIOR_SHARES.failure : isConsole(source) ? PRIOR_SHARES.console : 0;
  return -share * computeCoincidenceLogOdds(code.length, source.index);
}

/**
 * Returns true if a failure is directly before the code, or after a code that begins the line, and few other words are
 * on that line. Skips tags.
 */
function statesFailure({ first, last, source: { text, tokens, classes } }: AnalyzedCandidate): boolean {
  const { kind, start } = tokens;
  const [from, to] = findLineTokens(tokens, first);
  const words: number[] = [];
  let isTag = false;
  for (let at = from; at < to; at++) {
    const unit = text[start[at] ?? 0];
    if (unit === '<' || unit === '>') isTag = unit === '<';
    else if (isTag) continue;
    else if (kind[at] === WORD_TOKEN) words.push(at);
    else if (kind[at] === NUMBER_TOKEN && (at < first || at > last)) return false;
  }
  const before = words.findLast((at) => at < first) ?? -1;
  const after = words.find((at) => at > last) ?? -1;
  return (
    words.length <= MAX_STATEMENT_WORDS &&
    ((before < 0 ? classes.from(after) : classes.upTo(before)) & WORD_CLASSES.failed) !== 0
  );
}
