import { WORD_TOKEN } from '../core/tokens.ts';
import {
  type AnalyzedCandidate,
  type AnalyzedText,
  findLineTokens,
  isConsole,
} from './analyzed-text.ts';
import { WORD_CLASSES } from './word-classes.ts';

const ERROR_NAMES =
  WORD_CLASSES.error |
  WORD_CLASSES.errorCode |
  WORD_CLASSES.code |
  WORD_CLASSES.failed |
  WORD_CLASSES.cause;
const MESSAGING = WORD_CLASSES.whatsapp | WORD_CLASSES.trade;
/** Words between the product and the name of the error, or between the number and the product: `Zoom API returned error`, `from Zoom`. */
const MAX_WORDS_BETWEEN = 2;
const MAX_SHORT_WORD_UNITS = 4;
const MAX_TOPIC_TOKENS = 100;
/** What a name does not reach across: the end of a clause, a field, a joint of an identifier. */
const CLAUSE_END = /[.,;!?|_\t]/;

/** Returns true for an error of another product, which its text names: `Zoom error 131006`. A text that speaks of messaging is about that. */
export function isOfOtherProduct(one: AnalyzedCandidate): boolean {
  const { kind, start, title, first, last, source } = one;
  if (kind !== 'number' || title.near > 0 || isConsole(source)) return false;
  if (!isProductBefore(one) && !isProductAfter(one)) return false;

  const { classes, topics } = source;
  const from = Math.max(0, first - MAX_TOPIC_TOKENS);
  const isAboutMessaging =
    classes.includes(MESSAGING, from, last + MAX_TOPIC_TOKENS) ||
    topics.namesOther(start) ||
    topics.isNamed('meta', start);

  return !isAboutMessaging;
}

function isProductBefore({ first, source }: AnalyzedCandidate): boolean {
  const { tokens, classes } = source;
  const [from] = findLineTokens(tokens, first);
  let isError = false;
  let between = 0;

  for (let at = first - 1; at >= from; at--) {
    if (tokens.kind[at] !== WORD_TOKEN) {
      if (isClauseEnd(source, at)) return false;
      continue;
    }

    const bits = classes.upTo(at);
    if (bits & ERROR_NAMES) isError = true;
    else if (bits & WORD_CLASSES.foreign) return isError;
    else if (++between > MAX_WORDS_BETWEEN) return false;
  }

  return false;
}

function isProductAfter({ last, source }: AnalyzedCandidate): boolean {
  const { tokens, classes } = source;

  for (let at = last + 1; at <= last + 1 + MAX_WORDS_BETWEEN; at++) {
    if (tokens.kind[at] !== WORD_TOKEN) return false;
    if (classes.from(at) & WORD_CLASSES.foreign) return true;
    if (!isShortWord(source, at)) return false;
  }

  return false;
}

/** Returns true for `in`, `from`, `the` and the like, in most languages. */
const isShortWord = ({ tokens: { start, end } }: AnalyzedText, at: number) =>
  (end[at] ?? 0) - (start[at] ?? 0) <= MAX_SHORT_WORD_UNITS;

const isClauseEnd = (
  { tokens: { text, start, end } }: AnalyzedText,
  at: number,
) => CLAUSE_END.test(text.slice(start[at], end[at]));
