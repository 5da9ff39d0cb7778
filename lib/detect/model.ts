import { getOrInsert } from '../core/get-or-insert.ts';
import type { AnalyzedCandidate } from './analyzed-text.ts';
import { FEATURES, writeFeatures } from './features.ts';
import type { FieldLabel } from './field-label.ts';
import { getBucket, LABEL_BITS, PHRASE_BITS } from './hashing.ts';
import { findNeighbourGroups, GROUP_FEATURES } from './neighbour-features.ts';
import {
  forEachFeatureAround,
  forEachNameFeature,
  getRarity,
  NAME_PART,
  PHRASE_PARTS,
} from './phrase-features.ts';
import {
  isInCodeSlot,
  SLOT_FEATURES,
  writeSlotFeatures,
} from './slot-features.ts';

/** Decision trees, with all nodes in flat arrays. A node compares a feature with a bound; a leaf has a value. */
export interface Trees {
  bias: number;
  /** Index of the feature, or -1 for a leaf. */
  feature: Int16Array;
  /** The bound of a node, or the value of a leaf. */
  value: Float32Array;
  /** Child for values up to the bound; `left + 1` is the child above it. Relative to the tree's root. */
  left: Int16Array;
  roots: Int32Array;
}

export interface Model {
  phraseBias: number;
  phrase: Float32Array;
  slotBias: number;
  slot: Float32Array;
  trees: Trees;
  /** Minimum log-odds of a hit. */
  threshold: number;
  names: Map<string, NameScore>;
}

/** The input of the trees: phrase scores by part, the candidate's features, neighbour features. */
export const FEATURE_NAMES = [
  ...PHRASE_PARTS.map((part) => `phrase ${part}`),
  'phrase',
  ...FEATURES,
  ...SLOT_FEATURES,
  ...GROUP_FEATURES,
];

const MAX_OF_GROUPS = [
  'line most',
  'frame most',
  'list most',
  'column most',
  'same most',
].map((name) => FEATURE_NAMES.indexOf(name));

/** Returns the highest first-pass score of a neighbour, over all of a candidate's groups. */
export const getMaxGroupScore = (row: Float32Array): number =>
  Math.max(...MAX_OF_GROUPS.map((column) => row[column] ?? 0));

export const getPhraseWeight = (feature: number, { phrase }: Model): number =>
  phrase[getBucket(feature, PHRASE_BITS)] ?? 0;

export type Prediction = ReturnType<typeof predict>[number];

/** Score of a label: alone, and as part of the phrase. */
type NameScore = Record<'label' | 'phrase', number>;

const MAX_CACHED_NAMES = 5_000;
const MAX_PART_LOG_ODDS = 6;

/** A date, time or version: the model reads only how long its numbers are. */
const TIME = /\d{1,4}(?:[-:.T]\d{1,4}){1,7}/g;
const toZeros = (time: string) => time.replace(/\d/g, '0');

/** Cached, because labels recur with each log line and each table row. */
function scoreName(slot: FieldLabel, rarity: number, model: Model): NameScore {
  if (model.names.size >= MAX_CACHED_NAMES) model.names.clear();

  // The score is that of the form, or it would depend on which name of this form was read first.
  const form = { ...slot, name: slot.name.replace(TIME, toZeros) };

  return getOrInsert(model.names, `${slot.kind}${rarity}${form.name}`, () => {
    const score = { label: model.slotBias, phrase: 0 };

    forEachNameFeature(form, rarity + 1, (feature) => {
      score.label += model.slot[getBucket(feature, LABEL_BITS)] ?? 0;
      score.phrase += model.phrase[getBucket(feature, PHRASE_BITS)] ?? 0;
    });

    return score;
  });
}

function sumPhraseParts(
  one: AnalyzedCandidate,
  names: readonly NameScore[],
  { phrase, phraseBias }: Model,
) {
  const sums = new Float32Array(PHRASE_PARTS.length + 1);

  forEachFeatureAround(one, (part, feature) => {
    sums[part] =
      (sums[part] as number) +
      (phrase[getBucket(feature, PHRASE_BITS)] as number);
  });

  for (const name of names)
    sums[NAME_PART] = (sums[NAME_PART] as number) + name.phrase;

  return appendTotal(sums, phraseBias);
}

/** Bounds the sums of all parts and appends their total. */
export function appendTotal(sums: Float32Array, bias: number): Float32Array {
  let total = bias;

  for (let part = 0; part < PHRASE_PARTS.length; part++) {
    // Thirty repetitions of a word are no stronger evidence than one.
    sums[part] = Math.max(
      -MAX_PART_LOG_ODDS,
      Math.min(MAX_PART_LOG_ODDS, sums[part] as number),
    );

    total += sums[part] as number;
  }

  sums[PHRASE_PARTS.length] = total;

  return sums;
}

/** Creates the trees' rows of features for the candidates of one text; empty for those not wanted. */
export function createFeatureRows(
  all: readonly AnalyzedCandidate[],
  phrases: readonly Float32Array[],
  slots: readonly (readonly number[])[],
  isWanted: (at: number) => boolean = () => true,
): Float32Array[] {
  const [one] = all;
  if (!one) return [];

  const totals = phrases.map((sums) => sums[PHRASE_PARTS.length] ?? 0);
  const writeNeighbours = findNeighbourGroups(all, totals, one.source);
  const table = new Float32Array(all.length * FEATURE_NAMES.length);

  return all.map((each, at) => {
    if (!isWanted(at)) return table.subarray(0, 0);

    const row = table.subarray(
      at * FEATURE_NAMES.length,
      (at + 1) * FEATURE_NAMES.length,
    );

    row.set(phrases[at] ?? [], 0);

    const next = writeFeatures(
      each,
      slots[at] ?? [],
      row,
      PHRASE_PARTS.length + 1,
    );

    writeNeighbours(at, row, writeSlotFeatures(each, row, next));

    return row;
  });
}

const MIN_HEADING_SCORE = 1;
const WORDS_AFTER = /^\P{L}{0,9}\p{L}{2,40}\P{L}{1,4}\p{L}{2}/u;

/** Words after a number that begins its text say what it is. Names above it count only if they are about codes. */
export function dropVagueNames(
  one: AnalyzedCandidate,
  model: Model,
): AnalyzedCandidate {
  const { text } = one.source;
  if (
    /[\p{L}\d]/u.test(text.slice(0, one.start)) ||
    !WORDS_AFTER.test(text.slice(one.end))
  )
    return one;

  const isClear = (slot: FieldLabel) =>
    scoreName(slot, getRarity(one), model).label >= MIN_HEADING_SCORE;

  return { ...one, labels: one.labels.filter(isClear) };
}

/** Below this, with no label and no title match, no corpus code was ever found. It skips 90 % of the numbers in logs. */
const MIN_PHRASE_LOG_ODDS = -6;

export function predict(all: readonly AnalyzedCandidate[], model: Model) {
  const names = all.map((one) =>
    one.labels.map((slot) => scoreName(slot, getRarity(one), model)),
  );

  const phrases = all.map((one, at) =>
    sumPhraseParts(one, names[at] ?? [], model),
  );

  const slots = names.map((own) => own.map(({ label }) => label));

  const mayBeCode = (at: number): boolean => {
    const one = all[at];
    if (!one) return false;

    const words = phrases[at]?.[PHRASE_PARTS.length] ?? 0;
    if (words >= MIN_PHRASE_LOG_ODDS || one.title.near > 0) return true;

    const isLabelled = slots[at]?.some((score) => score >= 0) ?? false;

    return isLabelled || isInCodeSlot(one);
  };

  const rows = all.some((_, at) => mayBeCode(at))
    ? createFeatureRows(all, phrases, slots, mayBeCode)
    : [];

  return all.map((_, at) => {
    const row = rows[at] ?? EMPTY_ROW;

    const logOdds =
      row.length > 0
        ? computeLogOdds(row, model.trees)
        : Number.NEGATIVE_INFINITY;

    // The phrase scores are by part.
    return {
      logOdds,
      phrase: phrases[at] ?? EMPTY_ROW,
      labels: slots[at] ?? [],
      row,
    };
  });
}

const EMPTY_ROW: Float32Array = new Float32Array();

export function computeLogOdds(
  row: Float32Array,
  { bias, feature, value, left, roots }: Trees,
): number {
  let logOdds = bias;

  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree] as number;
    let node = root;

    for (
      let at = feature[node] as number;
      at >= 0;
      at = feature[node] as number
    )
      node =
        root +
        (left[node] as number) +
        ((row[at] as number) <= (value[node] as number) ? 0 : 1);

    logOdds += value[node] as number;
  }

  return logOdds;
}
