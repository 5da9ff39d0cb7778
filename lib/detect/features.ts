import { NUMBER_TOKEN, type Tokens, WORD_TOKEN } from '../core/tokens.ts';
import {
  type AnalyzedCandidate,
  findLineTokens,
  isConsole,
} from './analyzed-text.ts';
import {
  CODE_FORMS,
  isHttpStatus,
  isLongForm,
  isRareForm,
  looksLikeProviderCode,
} from './code-form.ts';
import { LABEL_KINDS, type LabelKind } from './field-label.ts';
import { getConsoleRank } from './rank-meanings.ts';
import { isRowFailed } from './slot-features.ts';
import { WORD_CLASSES } from './word-classes.ts';

export const NO_LABEL_SCORE = -20;
const MAX_TOKENS_AROUND = 12;
/** Limits of the counts, because longer lines add no information. */
const MAX_COUNTED_WORDS = 30;
const MAX_COUNTED_NUMBERS = 10;

/** What the features of a candidate are computed from. */
type Facts = ReturnType<typeof collectFacts>;

function collectFacts(one: AnalyzedCandidate, labelScores: readonly number[]) {
  const { source, first, start, labels } = one;
  const [lineFrom, lineTo] = findLineTokens(source.tokens, first);

  return {
    one,
    source,
    /** The scores of the labels that name the number itself. */
    named: labels.flatMap(({ kind }, at) =>
      kind === 'heading' || kind === 'owner' || kind === 'below'
        ? []
        : [labelScores[at] ?? 0],
    ),
    topic: source.topics.hasNear(start),
    lineFrom,
    lineTo,
    textBefore: source.text.charAt(start - 1),
    rowFailed: isRowFailed(one),
  };
}

const KIND_RANKS = { number: 0, range: 1, symbol: 2 };
const PAYLOAD_RANKS = { graph: 2, onprem: 1 };

/** A candidate's own features, those without neighbours: the name and the value. The order is the model's. */
const OWN_FEATURES: readonly (readonly [string, (facts: Facts) => number])[] = [
  ['slot most', ({ named }) => Math.max(...orNoScore(named))],
  ['slot least', ({ named }) => Math.min(...orNoScore(named))],
  ['slots', ({ named }) => named.length],

  ['digits', ({ one }) => one.code.replace(/\D/g, '').length],
  ['form', ({ one }) => CODE_FORMS.indexOf(one.form)],
  ['sort', ({ one }) => KIND_RANKS[one.kind]],
  ['rare', ({ one }) => Number(isRareForm(one.form))],
  ['long', ({ one }) => Number(isLongForm(one.form))],
  ['own range', ({ one }) => Number(looksLikeProviderCode(one.code))],
  ['http', ({ one }) => Number(isHttpStatus(one.code))],
  ['state', ({ one }) => Number(one.meanings.some(({ state }) => state))],
  ['meanings', ({ one }) => one.meanings.length],
  ['of meta', ({ one }) => Number(hasMeaningOf(one, isMeta))],

  ['console', rankConsole],
  [
    'set or asked',
    ({ source: { context } }) =>
      (context.asked ? 1 : 0) + (context.provider ? 2 : 0),
  ],
  ['topic whatsapp', ({ topic }) => Number(has(topic, WORD_CLASSES.whatsapp))],
  ['topic trade', ({ topic }) => Number(has(topic, WORD_CLASSES.trade))],
  ['topic foreign', ({ topic }) => Number(has(topic, WORD_CLASSES.foreign))],
  ['provider named', rankNamedProviders],
  [
    'other provider named',
    ({ one, source }) => Number(source.topics.namesOther(one.start)),
  ],
  ['title beside', ({ one }) => one.title.adjacent],
  ['title near', ({ one }) => one.title.near],
  ['payload', rankPayload],

  [
    'leads line',
    ({ one, source, lineFrom }) =>
      Number(!hasWordOrNumber(source.tokens.kind, lineFrom, one.first)),
  ],
  [
    'ends line',
    ({ one, source, lineTo }) =>
      Number(!hasWordOrNumber(source.tokens.kind, one.last + 1, lineTo)),
  ],
  ['text length', ({ source }) => Math.log2(1 + source.text.length)],
  [
    'line words',
    ({ source, lineFrom, lineTo }) =>
      Math.min(
        countTokens(source.tokens, WORD_TOKEN, lineFrom, lineTo),
        MAX_COUNTED_WORDS,
      ),
  ],
  [
    'line numbers',
    ({ source, lineFrom, lineTo }) =>
      Math.min(
        countTokens(source.tokens, NUMBER_TOKEN, lineFrom, lineTo),
        MAX_COUNTED_NUMBERS,
      ),
  ],
  [
    'words near',
    ({ one, source }) =>
      countTokens(
        source.tokens,
        WORD_TOKEN,
        one.first - MAX_TOKENS_AROUND,
        one.last + MAX_TOKENS_AROUND,
      ),
  ],
  ['hash before', rankHashBefore],
  [
    'bracketed',
    ({ one, source, textBefore }) =>
      Number(
        '([{'.includes(textBefore || ' ') &&
          ')]}'.includes(source.text.charAt(one.end) || ' '),
      ),
  ],
  ['quoted', ({ textBefore }) => Number('"\'`'.includes(textBefore || ' '))],

  [
    'error before',
    () => getDistanceBefore(WORD_CLASSES.error | WORD_CLASSES.errorCode),
  ],
  [
    'code before',
    () => getDistanceBefore(WORD_CLASSES.code | WORD_CLASSES.errorCode),
  ],
  ['thing before', () => getDistanceBefore(WORD_CLASSES.thing)],
  ['counts before', () => getDistanceBefore(WORD_CLASSES.countLead)],
  ['shown before', () => getDistanceBefore(WORD_CLASSES.shown)],
  ['money near', () => getNearestOnEitherSide(WORD_CLASSES.money)],
  [
    'counted behind',
    () => getNearestDistance(classAfter, WORD_CLASSES.unitBehind),
  ],
  ['failed near', getFailureDistance],
  ['other code near', () => getDistanceBefore(WORD_CLASSES.otherCode)],

  [
    'cell',
    ({ one: { cell } }) => (cell ? 1 + Number(cell.header !== null) : 0),
  ],
  ['row failed', ({ rowFailed }) => Number(rowFailed)],
  [
    'alone',
    ({ one, source }) =>
      Number(source.tokens.count <= one.last - one.first + 3),
  ],
  [
    'identifier before',
    ({ one: { start }, source }) =>
      Number(
        IDENTIFIER.test(
          source.text.slice(Math.max(0, start - MAX_IDENTIFIER), start),
        ),
      ),
  ],
  ['capital behind', rankCapitalAfter],
];

/** Names of a candidate's own features: the best score of each kind of label, and the others. */
export const FEATURES = [
  ...LABEL_KINDS.map((kind) => `slot ${kind}`),
  ...OWN_FEATURES.map(([name]) => name),
];

/** Writes the features of a candidate from an index on, and returns the next index. */
export function writeFeatures(
  one: AnalyzedCandidate,
  labelScores: readonly number[],
  out: Float32Array,
  at: number,
): number {
  let next = at;

  for (const kind of LABEL_KINDS)
    out[next++] = getHighestScore(one, labelScores, kind);

  findNearestClasses(one);

  const facts = collectFacts(one, labelScores);

  for (const [, measure] of OWN_FEATURES) out[next++] = measure(facts);

  return next;
}

function getHighestScore(
  { labels }: AnalyzedCandidate,
  scores: readonly number[],
  wanted: LabelKind,
): number {
  let highest = NO_LABEL_SCORE;

  labels.forEach(({ kind }, at) => {
    if (kind === wanted)
      highest = Math.max(highest, scores[at] ?? NO_LABEL_SCORE);
  });

  return highest;
}

const orNoScore = (scores: readonly number[]): readonly number[] =>
  scores.length > 0 ? scores : [NO_LABEL_SCORE];

const has = (bits: number, wanted: number): boolean => (bits & wanted) !== 0;

const isMeta = (provider: string): boolean => provider === 'meta';

const hasMeaningOf = (
  { meanings }: AnalyzedCandidate,
  isWanted: (provider: string) => boolean,
): boolean => meanings.some(({ provider }) => isWanted(provider));

/** 2 on a console whose provider has the code, 1 on another console or site that the user added, else 0. */
function rankConsole({ one, source }: Facts): number {
  const { console: vendorConsole } = source;
  if (!vendorConsole) return Number(isConsole(source));

  const isOwn = one.meanings.some(
    (meaning) => getConsoleRank(vendorConsole, meaning) >= 0,
  );

  return isOwn ? 2 : 1;
}

/** 1 if the text names a provider of the code other than Meta, plus 2 if it names Meta. */
function rankNamedProviders({ one, source: { topics } }: Facts): number {
  const isNamed = hasMeaningOf(
    one,
    (provider) => !isMeta(provider) && topics.isNamed(provider, one.start),
  );

  return Number(isNamed) + (topics.isNamed('meta', one.start) ? 2 : 0);
}

function rankPayload({ one, source }: Facts): number {
  const payload = source.getPayloadApiAt(one.start, one.end);
  return payload ? PAYLOAD_RANKS[payload] : 0;
}

/** 2 for `(#131047`, 1 for `#131047`. */
function rankHashBefore({ one, source, textBefore }: Facts): number {
  if (textBefore !== '#') return 0;
  return source.text.charAt(one.start - 2) === '(' ? 2 : 1;
}

/** A failed row is a failure as near as the end of the text around the code. */
function getFailureDistance({ rowFailed }: Facts): number {
  const nearest = getNearestOnEitherSide(
    WORD_CLASSES.failed | WORD_CLASSES.error,
  );

  return rowFailed ? Math.min(nearest, MAX_TOKENS_AROUND + 1) : nearest;
}

/** 2 if the word right after the code begins with a capital, 1 for another word, else 0. */
function rankCapitalAfter({ one: { end }, source }: Facts): number {
  const letter = WORD_AFTER.exec(source.text.slice(end, end + 6))?.[1];
  if (letter === undefined) return 0;

  return letter.toLowerCase() === letter ? 1 : 2;
}

/** The first letter of a word right after a code: a title begins with a capital, a counted noun seldom does. */
const WORD_AFTER = /^[^\p{L}\p{N}]{1,4}(\p{L})/u;

/** A template, file or field name: `otp_v2 104`. With a sign after it, it would be the label of the value. */
const IDENTIFIER = /(?:^|[^\w-])(?=\w*[_-])[A-Za-z][\w-]*[\t ]{1,3}$/;
const MAX_IDENTIFIER = 60;

const NOT_NEAR_DISTANCE = MAX_TOKENS_AROUND + 4;
const CLASS_COUNT = Object.keys(WORD_CLASSES).length;
/** Reused for each candidate, to avoid allocations. */
const classBefore = new Uint8Array(CLASS_COUNT);
const classAfter = new Uint8Array(CLASS_COUNT);

/** Finds the nearest word of each class on both sides. */
function findNearestClasses({ source, first, last }: AnalyzedCandidate): void {
  const { classes } = source;

  classBefore.fill(NOT_NEAR_DISTANCE);
  classAfter.fill(NOT_NEAR_DISTANCE);

  for (let distance = MAX_TOKENS_AROUND; distance >= 1; distance--) {
    markNearest(classBefore, classes.upTo(first - distance), distance);
    markNearest(classAfter, classes.from(last + distance), distance);
  }
}

function markNearest(side: Uint8Array, bits: number, distance: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1)
    side[31 - Math.clz32(rest & -rest)] = distance;
}

function getNearestDistance(side: Uint8Array, bits: number): number {
  let nearest = NOT_NEAR_DISTANCE;

  for (let rest = bits; rest !== 0; rest &= rest - 1)
    nearest = Math.min(
      nearest,
      side[31 - Math.clz32(rest & -rest)] ?? NOT_NEAR_DISTANCE,
    );

  return nearest;
}

const getDistanceBefore = (bits: number): number =>
  getNearestDistance(classBefore, bits);

const getNearestOnEitherSide = (bits: number): number =>
  Math.min(
    getNearestDistance(classBefore, bits),
    getNearestDistance(classAfter, bits),
  );

function countTokens(
  { kind, count }: Tokens,
  wanted: number,
  from: number,
  to: number,
): number {
  let found = 0;
  for (let at = Math.max(0, from); at < Math.min(count, to); at++)
    if (kind[at] === wanted) found++;
  return found;
}

function hasWordOrNumber(kinds: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (kinds[at] === WORD_TOKEN || kinds[at] === NUMBER_TOKEN) return true;
  return false;
}
