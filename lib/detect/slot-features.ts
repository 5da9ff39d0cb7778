import type { Slot } from '../structure/line-slots.ts';
import { type AnalyzedCandidate, findLineTokens } from './analyzed-text.ts';
import { getCodeForm, isHttpStatus } from './code-form.ts';
import type { CodeIndex } from './code-index.ts';
import { WORD_CLASSES } from './word-classes.ts';

/** Names of the features of a candidate's slot and line. The order is the model's. */
export const SLOT_FEATURES = [
  'slot odds',
  'slot shape odds',
  'slot least odds',
  'slot lines',
  'slot values',
  'slot order',
  'slot spread',
  'slot same word',
  'slot share',
  'slot repeated',
  'slot consecutive',
  'lines filled',
  'numbers beside',
  'line failed',
  'share behind',
];

/** Share of a slot's distinct values that its provider's list contains: some codes are new or mistyped. */
const HIT_RATE = 0.95;
/** A slot with a smaller share of codes holds other numbers, some of which equal codes. */
const MIN_CODE_SHARE = 0.75;
/** Minimum chance that a number of each length equals a code, in a slot of other numbers: they prefer small and round values. */
const MIN_CHANCE = [1, 0.9, 0.9, 0.25, 0.05, 0.005, 0.001, 0.001];
/** The chance for HTTP statuses, years and round numbers, which are everywhere. */
const COMMON_CHANCE = 0.9;
/** Log-odds that a slot holds codes of a provider that neither the host nor the user names. */
const OTHER_PROVIDER_LOG_ODDS = -3.5;
const MAX_LOG_ODDS = 12;
/** A column may have durations or counts in its other rows, which rarely have as many digits as a code. */
const CODE_LENGTHS = [5, 6, 7];
const MAX_ROW_TOKENS = 60;
const MAX_LINES_COUNTED = 12;

/** `131047 (65 %)`, `131047 / 200000`, `131047 of 200000`: the number is a count. */
const SHARE_AFTER =
  /^ ?(?:\(\d{1,3}(?:[.,]\d{1,2})? ?%|\/ ?\d{3,9}\b|\p{L}{1,4} \d{3,9}\b)/u;
const MAX_SHARE_UNITS = 16;

export const isFollowedByShare = ({
  end,
  source: { text },
}: AnalyzedCandidate): boolean =>
  SHARE_AFTER.test(text.slice(end, end + MAX_SHARE_UNITS));

/** The odds of all values at 0, and of those with each number of digits. */
const oddsBySlot = new WeakMap<
  Slot,
  { odds: number[]; index: CodeIndex; owners: string }
>();

/** Returns the log-odds that a slot of several lines holds codes, from its distinct values. 0 if it has one line. */
function getSlotLogOdds(slot: Slot, one: AnalyzedCandidate): number {
  if (slot.lines < 2) return 0;

  const { index, console: vendorConsole, context } = one.source;
  const owners = `meta ${vendorConsole?.codesOf.join(' ') ?? ''} ${context.provider ?? ''}`;
  let known = oddsBySlot.get(slot);

  if (known?.index !== index || known.owners !== owners) {
    const likely = new Set(
      owners.split(' ').map((owner) => owner.split('/', 1)[0]),
    );

    const values = [...slot.values];
    const odds = [computeSlotLogOdds(values, index, likely)];

    for (const digits of CODE_LENGTHS) {
      const long = values.filter((value) => value.length === digits);
      if (long.length > 1)
        odds[digits] = computeSlotLogOdds(long, index, likely);
    }

    known = { odds, index, owners };
    oddsBySlot.set(slot, known);
  }

  const [odds = 0] = known.odds;
  const own = known.odds[one.code.length] ?? odds;

  return own > odds && isRowFailed(one) ? own : odds;
}

/** Compares two explanations of a slot's values: codes of one provider (or Meta's), and other numbers. */
function computeSlotLogOdds(
  values: readonly string[],
  index: CodeIndex,
  likely: ReadonlySet<string | undefined>,
): number {
  // A range such as 200-299 contains any number, so only codes of their own count.
  const providersOf = values.map((value) => {
    const own = index
      .meaningsOf(value)
      .filter(({ success, code }) => !success && code === value);
    return new Set(own.map(({ provider }) => provider));
  });

  const chances = values.map((value) => getChance(value, index));
  let highest = -values.length;

  for (const provider of new Set(providersOf.flatMap((each) => [...each]))) {
    const isCode = providersOf.map(
      (each) => each.has(provider) || each.has('meta'),
    );

    if (isCode.filter(Boolean).length < values.length * MIN_CODE_SHARE)
      continue;

    const odds = chances.map((chance, at) =>
      chance === COMMON_CHANCE
        ? 0
        : Math.log(
            isCode[at] ? HIT_RATE / chance : (1 - HIT_RATE) / (1 - chance),
          ),
    );

    const prior = likely.has(provider) ? 0 : OTHER_PROVIDER_LOG_ODDS;
    const sum = odds.reduce((total, one) => total + one, prior);

    highest = Math.max(highest, sum);
  }

  return Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, highest));
}

function getChance(value: string, index: CodeIndex): number {
  const form = getCodeForm({
    code: value,
    kind: 'number',
    meanings: index.meaningsOf(value),
  });

  if (form === 'year' || form === 'round' || isHttpStatus(value))
    return COMMON_CHANCE;

  const rate =
    index.countByDigits(value.length) / (9 * 10 ** (value.length - 1));

  return Math.min(COMMON_CHANCE, Math.max(MIN_CHANCE[value.length] ?? 0, rate));
}

/** Returns true if the values of a candidate's slot are evidence for codes, whatever the words around them. */
export const isInCodeSlot = (one: AnalyzedCandidate): boolean =>
  getSlots(one).some((slot) => getSlotLogOdds(slot, one) > 0);

/** Among codes, 0 usually means "no error". */
const getSlots = ({ kind, form, first, source }: AnalyzedCandidate) =>
  kind === 'number' && form !== 'zero' ? source.slots.slotsOf(first) : [];

export function writeSlotFeatures(
  one: AnalyzedCandidate,
  out: Float32Array,
  at: number,
): number {
  const { source, first } = one;
  const slots = getSlots(one);
  const odds = slots.map((slot) => getSlotLogOdds(slot, one));
  const highest = odds.length > 0 ? Math.max(...odds) : 0;
  const slot = slots[odds.indexOf(highest)];
  let next = at;

  out[next++] = highest;
  out[next++] = odds[0] ?? 0;
  out[next++] = odds.length > 0 ? Math.min(...odds) : 0;
  out[next++] = Math.min(slot?.lines ?? 0, MAX_LINES_COUNTED);
  out[next++] = Math.min(slot?.values.size ?? 0, MAX_LINES_COUNTED);
  out[next++] = slot ? getOrderedShare(slot) : 0;

  out[next++] = slot
    ? Math.log2(1 + (slot.highest - slot.lowest) / slot.values.size)
    : 0;

  out[next++] = Number(slot?.hasSameWordBefore ?? false);
  out[next++] = slot ? slot.lines / Math.max(1, source.slots.lines) : 0;
  out[next++] = slot ? 1 - slot.values.size / slot.lines : 0;
  out[next++] = slot ? slot.steps / Math.max(1, slot.lines - 1) : 0;
  out[next++] = source.slots.filledShare;
  out[next++] = source.slots.countLoneNumbersBeside(first);
  out[next++] = Number(isLineFailed(one));
  out[next++] = Number(isFollowedByShare(one));

  return next;
}

/** Returns the share of lines whose number continues to rise or to fall, as ids and counters do. */
const getOrderedShare = ({ lines, rises, falls }: Slot) =>
  lines > 1 ? Math.max(rises, falls) / (lines - 1) : 0;

/** Returns true if the other cells of a candidate's row state a failure. */
export const isRowFailed = ({ source: { row } }: AnalyzedCandidate): boolean =>
  row?.classes.includes(WORD_CLASSES.failed, 0, MAX_ROW_TOKENS) === true;

/** Returns true if a word of a candidate's line states a failure. */
export const isLineFailed = ({
  first,
  source: { tokens, classes },
}: AnalyzedCandidate): boolean =>
  classes.includes(WORD_CLASSES.failed, ...findLineTokens(tokens, first));

/** Corrects for invented texts of the corpora, in which every number equals a code. */
const PRIOR_SHARE = 0.2;
const MIN_PRIOR_LINES = 3;
const MIN_PRIOR_VALUES = 2;
/** Below this, a label names another kind of number. */
export const OTHER_LABEL_SCORE = -2;
const WORD_AFTER = /^ ?\p{L}/u;

/** Returns true if a label names another kind of number, or the words before it do (`isWordName`). */
export const isNamedOtherwise = (
  { labels }: AnalyzedCandidate,
  scores: readonly number[],
  isWordName: boolean,
): boolean =>
  labels.some(
    ({ kind }, at) =>
      (scores[at] ?? 0) < OTHER_LABEL_SCORE &&
      kind !== 'heading' &&
      kind !== 'owner' &&
      kind !== 'below' &&
      (kind !== 'words' || isWordName),
  );

/** Returns the log-odds to add for a number whose slot holds codes, unless a label or the word after it names something else. */
export function getSlotPrior(
  one: AnalyzedCandidate,
  labelScores: readonly number[],
): number {
  const { source, title, end } = one;

  const [best] = getSlots(one)
    .filter(
      ({ lines, values }) =>
        lines >= MIN_PRIOR_LINES && values.size >= MIN_PRIOR_VALUES,
    )
    .filter((slot) => getOrderedShare(slot) < 1)
    .map((slot) => ({ slot, odds: getSlotLogOdds(slot, one) }))
    .sort((a, b) => b.odds - a.odds);

  if (!best || best.odds <= 0) return 0;

  const isNamed = isNamedOtherwise(
    one,
    labelScores,
    best.slot.hasSameWordBefore,
  );

  const isCounted =
    title.near === 0 &&
    WORD_AFTER.test(source.text.slice(end, end + 3)) &&
    !isLineFailed(one);

  return isNamed || isCounted ? 0 : PRIOR_SHARE * best.odds;
}
