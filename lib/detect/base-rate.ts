import { NUMBER_TOKEN, WORD_TOKEN } from '../core/tokens.ts';
import { type AnalyzedCandidate, findLineTokens, isConsole } from './analyzed-text.ts';
import { isRareForm } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';
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
const PRIOR_SHARES = { console: 0.11, plain: 0.25 };
const MAX_PLAIN_WORDS = 5;
/** Words of a line in which the number is more likely something else. */
const OTHER_NUMBER_CLASSES =
  WORD_CLASSES.thing |
  WORD_CLASSES.address |
  WORD_CLASSES.money |
  WORD_CLASSES.unitBehind |
  WORD_CLASSES.countLead |
  WORD_CLASSES.countName |
  WORD_CLASSES.otherCode |
  WORD_CLASSES.codeOwner |
  WORD_CLASSES.foreign;

/**
 * Returns the log-odds to add for an exact, rare code where its form alone is evidence: on a console, more so in a short
 * line without another number or thing, and on any site in a line that only states a failure, such as
 * `Message failed: 131047`.
 */
export function getRareCodePrior(one: AnalyzedCandidate): number {
  const { code, form, source } = one;
  return isRareForm(form) ? -getPriorShare(one) * computeCoincidenceLogOdds(code.length, source.index) : 0;
}

function getPriorShare(one: AnalyzedCandidate): number {
  const line = classifyLine(one);
  if (line === 'failure') return PRIOR_SHARES.plain;
  if (!isConsole(one.source)) return 0;
  return line === 'plain' ? PRIOR_SHARES.plain : PRIOR_SHARES.console;
}

/**
 * Classifies a short line without another number. `failure`: a failure is directly before the code, or after a code that
 * begins the line. `plain`: no word names another kind of number. Skips tags.
 */
function classifyLine({
  first,
  last,
  source: { text, tokens, classes, context },
}: AnalyzedCandidate): 'failure' | 'plain' | null {
  const { kind, start } = tokens;
  const [from, to] = findLineTokens(tokens, first);
  const words: number[] = [];
  let isTag = false;
  for (let at = from; at < to; at++) {
    const unit = text[start[at] ?? 0];
    if (unit === '<' || unit === '>') isTag = unit === '<';
    else if (isTag) continue;
    else if (kind[at] === WORD_TOKEN) words.push(at);
    else if (kind[at] === NUMBER_TOKEN && (at < first || at > last)) return null;
  }
  // A number with a label or a row may be one of many in a table or a tile.
  const isLabelled = (context.label ?? context.header ?? context.row) !== undefined;
  if (words.length > MAX_PLAIN_WORDS || (words.length === 0 && isLabelled)) return null;
  const before = words.findLast((at) => at < first) ?? -1;
  const after = words.find((at) => at > last) ?? -1;
  if ((before < 0 ? classes.from(after) : classes.upTo(before)) & WORD_CLASSES.failed) return 'failure';
  return words.some((at) => classes.from(at) & OTHER_NUMBER_CLASSES) ? null : 'plain';
}
