import { OWN_CODES_API } from '../core/entry-key.ts';
import { NUMBER_TOKEN, WORD_TOKEN } from '../core/tokens.ts';
import { NOTATIONS } from '../structure/notations.ts';
import {
  type AnalyzedCandidate,
  type AnalyzedText,
  findLineTokens,
  isConsole,
  tokenizeText,
} from './analyzed-text.ts';
import { isRareForm } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';
import { getConsoleRank } from './rank-meanings.ts';
import {
  isFollowedByShare,
  isNamedOtherwise,
  OTHER_LABEL_SCORE,
} from './slot-features.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** Returns the log-odds that a number equals a code by accident: -9 with six digits, above 0 with three. */
export function computeCoincidenceLogOdds(
  digits: number,
  index: CodeIndex,
): number {
  const numbers = 9 * 10 ** (digits - 1);

  const rate = Math.min(
    0.9,
    Math.max(1, index.countByDigits(digits)) / numbers,
  );

  return Math.log(rate / (1 - rate));
}

/** Shares of the log-odds against a coincidence, which the corpora contain far more often than pages. */
const PRIOR_SHARES = { console: 0.11, plain: 0.25, record: 0.6 };
const MAX_PLAIN_WORDS = 5;
/** Words of a record with several fields, and of each of its texts: more are a sentence. */
const MAX_RECORD_WORDS = 24;
const MAX_RUN_WORDS = 7;
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
 * line without another number or thing, most after a recipient, and on any site in a line that only states a failure,
 * such as `Message failed: 131047`. 0 where a label names another kind of number.
 */
export function getRareCodePrior(
  one: AnalyzedCandidate,
  labelScores: readonly number[],
): number {
  const { code, form, source } = one;
  const isNamed = OWN_FORMS.has(form) && isNamedErrorCode(one);
  if (!isNamed && isNamedOtherwise(one, labelScores, false)) return 0;

  if (isRareForm(form))
    return (
      -getPriorShare(one) * computeCoincidenceLogOdds(code.length, source.index)
    );

  const hasCodeKey =
    one.labels[0]?.kind === 'key' &&
    (labelScores[0] ?? 0) > MIN_CODE_LABEL_SCORE;

  if (form === 'unknown-like' && hasCodeKey) return CODE_KEY_LOG_ODDS;

  if (!OWN_FORMS.has(form) || source.slots.slotsOf(one.first).length === 0)
    return 0;

  const isOwn = isNamed || (isOwnCode(one) && classifyLine(one) === 'failure');

  return isOwn ? OWN_CODE_LOG_ODDS : 0;
}

/** Returns log-odds against a number below 100 whose own name is no code's: `attempt 3` beside a code. */
export function getSmallNumberPrior(
  one: AnalyzedCandidate,
  labelScores: readonly number[],
): number {
  const { form, title, start, labels, source } = one;
  const [score = 0] = labelScores;

  const isNamed =
    labels[0]?.kind === 'key' ||
    labels[0]?.kind === 'label' ||
    source.text[start - 1] === ' ';

  return form === 'few-digits' &&
    title.near === 0 &&
    isNamed &&
    score < OTHER_LABEL_SCORE
    ? score
    : 0;
}

/** Above all other evidence. */
const GROUPED_LOG_ODDS = 30;

/** Returns the log-odds to add for a rare code in groups (`131,047`), which is a candidate only where it is named a code. */
export const getGroupedNumberPrior = ({
  isGrouped,
  form,
}: AnalyzedCandidate) => (isGrouped && isRareForm(form) ? GROUPED_LOG_ODDS : 0);

/** Log-odds for a number in a provider's range under a key that names codes: it is a new code. */
const CODE_KEY_LOG_ODDS = 1.5;
const MIN_CODE_LABEL_SCORE = 2.5;
/** Log-odds for a short code of the team's or of the console's provider that is named an error code, or in a line that states a failure. */
const OWN_CODE_LOG_ODDS = 3.5;
const OWN_FORMS: ReadonlySet<string> = new Set([
  'five-digits',
  'four-digits',
  'three-digits',
]);

const isOwnCode = ({
  code,
  meanings,
  source: { console: vendorConsole },
}: AnalyzedCandidate) =>
  meanings.some(
    (meaning) =>
      meaning.code === code &&
      (meaning.api === OWN_CODES_API ||
        getConsoleRank(vendorConsole, meaning) >= 0),
  );

/**
 * Returns true directly after "error code" in any language, whatever the page calls its column or section. For a code of
 * another provider, only on a console and without more words.
 */
function isNamedErrorCode({
  labels: [near],
  meanings,
  source,
}: AnalyzedCandidate): boolean {
  if (near?.kind !== 'label' && near?.kind !== 'words') return false;

  const { tokens, classes } = tokenizeText(near.name);

  const endsWithName =
    (classes.upTo(tokens.count - 1) & WORD_CLASSES.errorCode) !== 0;

  if (meanings.some(({ api }) => api === OWN_CODES_API)) return endsWithName;

  return (
    endsWithName &&
    isConsole(source) &&
    (classes.from(0) & WORD_CLASSES.errorCode) !== 0
  );
}

function getPriorShare(one: AnalyzedCandidate): number {
  if (isFollowedByShare(one)) return 0;

  const line = classifyLine(one);
  if (line === 'failure') return PRIOR_SHARES.plain;
  if (line === 'named' || !isConsole(one.source)) return 0;
  if (line === 'plain' && isNamedByLabel(one)) return 0;

  return PRIOR_SHARES[line ?? 'console'];
}

type LineKind = 'failure' | 'record' | 'plain' | 'named';

/**
 * Classifies the line of a code. `failure`: a failure is directly before the code, or somewhere in a record without
 * another code, and no word names another kind of number. `plain`: a short line without another number in which none does.
 * `record`: the same after a phone number. `named`: the word next to the number names another kind. Null for sentences. Skips
 * tags, dates, phone numbers and ids.
 */
function classifyLine(one: AnalyzedCandidate): LineKind | null {
  const line = readLine(one);
  if (!line) return null;

  const { words, isLone, isRecord } = line;
  const { classes } = one.source;
  const [firstWord = -1] = words;
  const isShort = words.length <= MAX_PLAIN_WORDS;

  // `No. of failures`
  if (classes.from(firstWord) & WORD_CLASSES.countName) return null;

  const isNamed = isNamedByNeighbour(one, line);

  if (isLone && isNextToFailure(one, line) && (isShort || !isNamed))
    return 'failure';

  if (isNamed) return isLone ? 'named' : null;

  if (isRecord && words.some((at) => classes.from(at) & FAULTY))
    return 'failure';

  if (!isLone || !isShort || words.some((at) => isOtherField(one, at)))
    return null;

  return isAfterRecipient(one, line) ? 'record' : 'plain';
}

/** The line of a code: its words, without those of tags, dates, phone numbers and ids. */
interface Line {
  words: readonly number[];
  /** Its first token. */
  from: number;
  /** No other number of the line is without a name. */
  isLone: boolean;
  /** It has a date, a phone number or an id. */
  isRecord: boolean;
}

/** Returns null for a sentence, and for a line with another number that may be a code. */
function readLine(one: AnalyzedCandidate): Line | null {
  const { first, source } = one;
  const { tokens, slots } = source;
  const [from, to] = findLineTokens(tokens, first);
  const isLone = slots.countLoneNumbersBeside(first) === 0;
  const { words, isRecord, longestRun } = readWords(one, from, to);

  // Of two numbers that may be codes, the form alone does not decide.
  const hasOtherCode = !isLone && hasCodeBeside(one, from, to);

  const isSentence =
    longestRun > MAX_RUN_WORDS || words.length > MAX_RECORD_WORDS;

  // A number with a label or a row may be one of many in a table or a tile.
  const isInTable = words.length === 0 && isLabelled(source);

  return hasOtherCode || isSentence || isInTable
    ? null
    : {
        words,
        from,
        isLone,
        isRecord,
      };
}

const isLabelled = ({ context }: AnalyzedText): boolean =>
  (context.label ?? context.header ?? context.row) !== undefined;

function hasCodeBeside(
  { first, last, source: { text, tokens, index } }: AnalyzedCandidate,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at++) {
    const isNumber =
      (at < first || at > last) && tokens.kind[at] === NUMBER_TOKEN;

    if (
      isNumber &&
      isCodeNumber(text.slice(tokens.start[at], tokens.end[at]), index)
    )
      return true;
  }

  return false;
}

/** Reads the words of a range of tokens that are outside tags and joined to no number. */
function readWords(one: AnalyzedCandidate, from: number, to: number) {
  const { text, tokens } = one.source;
  const { kind, start, end } = tokens;
  const words: number[] = [];
  let isTag = false;
  let isCompound = false;
  let isRecord = false;
  let run = 0;
  let longestRun = 0;

  for (let at = from; at < to; at++) {
    const unit = text[start[at] ?? 0];
    const isOutside = at < one.first || at > one.last;
    const joins = isOutside && (kind[at] === NUMBER_TOKEN || unit === '_');

    isRecord ||= joins;
    isCompound = joins || (isCompound && start[at] === end[at - 1]);
    if (unit === '<' || unit === '>') isTag = unit === '<';

    if (kind[at] !== WORD_TOKEN) run = 0;
    else if (!isTag && !isCompound) {
      words.push(at);
      longestRun = Math.max(longestRun, ++run);
    }
  }

  return { words, isRecord, longestRun };
}

const getWordBefore = ({ first }: AnalyzedCandidate, { words }: Line) =>
  words.findLast((at) => at < first) ?? -1;

const getWordAfter = ({ last }: AnalyzedCandidate, { words }: Line) =>
  words.find((at) => at > last) ?? -1;

function isNextToFailure(one: AnalyzedCandidate, line: Line): boolean {
  const { classes } = one.source;
  const before = getWordBefore(one, line);

  const nearest =
    before < 0 ? classes.from(getWordAfter(one, line)) : classes.upTo(before);

  return (nearest & WORD_CLASSES.failed) !== 0;
}

/** Returns true if a word names the number next to it as another kind, which no word does across the fields of a record. */
function isNamedByNeighbour(one: AnalyzedCandidate, line: Line): boolean {
  const { text, tokens } = one.source;
  const { start, end } = tokens;
  const before = getWordBefore(one, line);
  const after = getWordAfter(one, line);

  const names = (at: number, from: number, to: number) =>
    at >= 0 && isOther(one, at) && ONE_FIELD.test(text.slice(from, to));

  return (
    names(before, end[before] ?? 0, start[one.first] ?? 0) ||
    names(after, end[one.last] ?? 0, start[after] ?? 0)
  );
}

const isOther = ({ source }: AnalyzedCandidate, at: number): boolean =>
  (source.classes.from(at) & OTHER_NUMBER_CLASSES) !== 0;

/** Returns true for a word of another kind of number that is no part of a name: `order_update`. */
const isOtherField = (one: AnalyzedCandidate, at: number): boolean =>
  isOther(one, at) && one.source.text[one.source.tokens.end[at] ?? 0] !== '_';

function isAfterRecipient(
  { labels, source: { text, tokens }, start }: AnalyzedCandidate,
  { from }: Line,
): boolean {
  const isKeyed = labels.some(({ kind }) => kind === 'key');

  return !isKeyed && RECIPIENT.test(text.slice(tokens.start[from], start));
}

const LABEL_CLASSES =
  WORD_CLASSES.error |
  WORD_CLASSES.errorCode |
  WORD_CLASSES.code |
  WORD_CLASSES.failed |
  WORD_CLASSES.outcome |
  WORD_CLASSES.cause |
  WORD_CLASSES.shown |
  WORD_CLASSES.whatsapp;

/** Returns true for a label of a few words, alone with its number, none of which speaks of errors: `Reach: 131047`. */
function isNamedByLabel({ first, last, source }: AnalyzedCandidate): boolean {
  const { text, tokens, classes } = source;
  const { start, end } = tokens;
  const [from, to] = findLineTokens(tokens, first);
  const label = text.slice(start[from], start[first]);

  return (
    text.slice(end[last], end[to - 1]).trim() === '' &&
    NOTATIONS.shortLabel.test(label) &&
    !classes.includes(LABEL_CLASSES, from, first) &&
    !NOTATIONS.negation.test(label) &&
    !NOTATIONS.answerLabel.test(label)
  );
}

const FAULTY =
  WORD_CLASSES.failed | WORD_CLASSES.error | WORD_CLASSES.errorCode;
const MIN_CODE_DIGITS = 5;
const isCodeNumber = (digits: string, index: CodeIndex) =>
  digits.length >= MIN_CODE_DIGITS && index.meaningsOf(digits).length > 0;

/** A phone number with its country code. */
export const RECIPIENT =
  /\+\d(?:[ .()-]{0,2}\d){7,14}\D|(?<![\d.,-])\d{11,13}(?![\d.,-])/;
const ONE_FIELD = /^[\s:=#"'(]{0,4}$/;
