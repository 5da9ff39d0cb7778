import { WORD_TOKEN } from '../../lib/core/tokens.ts';
import {
  type AnalyzedCandidate,
  analyzeCandidates,
  findLineTokens,
  isConsole,
} from '../../lib/detect/analyzed-text.ts';
import { isRareOrSubcode } from '../../lib/detect/code-form.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { getBucket, LABEL_BITS, PHRASE_BITS } from '../../lib/detect/hashing.ts';
import { forEachFeature, forEachNameFeature, getRarity } from '../../lib/detect/phrase-features.ts';
import { isFailedState } from '../../lib/detect/word-classes.ts';
import { getTextContext } from '../evaluation.ts';
import type { Example } from './line-examples.ts';
import type { FeatureLists } from './linear.ts';
import { hashToNumber } from './random.ts';

/** A text and its candidates. */
export interface Sample {
  example: Example;
  all: AnalyzedCandidate[];
  /** 1: a code; 0: not a code; 2: not counted either way. */
  labels: number[];
  /** Number of labelled codes that no candidate covers. */
  lost: number;
  /** Index of its first candidate among those of all texts. */
  from: number;
  fold: number;
}

export interface Dataset {
  samples: Sample[];
  /** One for each candidate. */
  labels: Uint8Array;
  importance: Float32Array;
  phrase: FeatureLists;
  /** Group of each phrase feature. */
  groups: Uint8Array;
  label: FeatureLists;
  /** Index of each candidate's first field label among those of all. */
  labelFrom: Int32Array;
  labelLabels: Uint8Array;
  labelImportance: Float32Array;
}

export const GROUP_FOLDS = 12;
/** Number of folds. All samples of a group are in the same fold. */
export const getFold = (group: string): number => hashToNumber(group) % GROUP_FOLDS;

export function createSample(example: Example, index: CodeIndex): Sample {
  const { all, getPlace } = analyzeCandidates(example.text, index, getTextContext(example));
  const { only } = example;
  const found = new Set<unknown>();
  const labels = all.map((candidate) => {
    const { start: from, end: to } = getPlace(candidate);
    if (only && (from !== only[0] || to !== only[1])) return 2;
    const one = example.codes.find((each) => each.start < to && from < each.end);
    if (!one) return 0;
    if (one.optional) return 2;
    if (one.start !== from || one.end !== to || one.code !== candidate.code) return 0;
    found.add(one);
    return 1;
  });
  const lost = only ? 0 : example.codes.filter((one) => !one.optional && !found.has(one)).length;
  return { example, all, labels, lost, from: 0, fold: getFold(example.batch) };
}

export function createDataset(examples: readonly Example[], index: CodeIndex): Dataset {
  const samples = examples.map((example) => createSample(example, index));
  let count = 0;
  for (const sample of samples) {
    sample.from = count;
    count += sample.all.length;
  }
  const labels = new Uint8Array(count);
  const importance = new Float32Array(count);
  const offsets = new Float64Array(count + 1);
  let buckets = new Uint16Array(1 << 22);
  let groups = new Uint8Array(1 << 22);
  let size = 0;
  const labelFrom = new Int32Array(count + 1);
  const labelOffsets: number[] = [0];
  const labelLabels: number[] = [];
  const labelImportance: number[] = [];
  let labelBuckets = new Uint16Array(1 << 20);
  let labelSize = 0;
  let next = 0;
  for (const { all, labels: own, example } of samples) {
    all.forEach((one, at) => {
      const label = own[at] ?? 0;
      labels[next] = label === 1 ? 1 : 0;
      importance[next] = label === 2 ? 0 : example.weight * occurrence(one, example);
      forEachFeature(one, (group, feature) => {
        if (size === buckets.length) {
          buckets = growTypedArray(buckets);
          groups = growTypedArray(groups);
        }
        buckets[size] = getBucket(feature, PHRASE_BITS);
        groups[size++] = group;
      });
      labelFrom[next] = labelLabels.length;
      for (const slot of one.labels) {
        forEachNameFeature(slot, getRarity(one) + 1, (feature) => {
          if (labelSize === labelBuckets.length) labelBuckets = growTypedArray(labelBuckets);
          labelBuckets[labelSize++] = getBucket(feature, LABEL_BITS);
        });
        labelOffsets.push(labelSize);
        labelLabels.push(label === 1 ? 1 : 0);
        labelImportance.push(label === 2 ? 0 : example.weight * occurrence(one, example));
      }
      offsets[++next] = size;
    });
  }
  labelFrom[count] = labelLabels.length;
  return {
    samples,
    labels,
    importance,
    phrase: { buckets, offsets },
    groups,
    label: { buckets: labelBuckets, offsets: Float64Array.from(labelOffsets) },
    labelFrom,
    labelLabels: Uint8Array.from(labelLabels),
    labelImportance: Float32Array.from(labelImportance),
  };
}

/**
 * Returns how often a situation occurs in practice, relative to the corpora: people who write corpora invent rare numbers on
 * consoles that are not codes, far more often than consoles print them.
 */
const COINCIDENCE_WEIGHT = 0.15;
/** In a sentence, the words around the number show that it is not a code. */
const COINCIDENCE_WEIGHT_IN_PROSE = 0.5;
const MAX_SHORT_LINE_WORDS = 6;

/** Labels that name the number. With one of these, it is not a coincidence. */
const NAMING = new Set(['key', 'label', 'column', 'below', 'call']);

function occurrence(
  { form, source, first, labels }: AnalyzedCandidate,
  { codes, context, isWeighted }: Example,
): number {
  if (codes.length > 0 || isWeighted || !isRareOrSubcode(form)) return 1;
  const names = labels.filter(({ kind }) => NAMING.has(kind));
  // In a tile or a column, a failure word more often labels a count than in a line of text.
  const isOnPage = [context?.label, context?.below, context?.header].some(
    (name) => name && isFailedState(name),
  );
  if (!isOnPage && names.some(({ name }) => isFailedState(name))) return COINCIDENCE_WEIGHT;
  if (names.length > 0 || !isConsole(source)) return 1;
  const { kind } = source.tokens;
  const [from, to] = findLineTokens(source.tokens, first);
  const words = kind.subarray(from, to).filter((each) => each === WORD_TOKEN).length;
  return words > MAX_SHORT_LINE_WORDS ? COINCIDENCE_WEIGHT_IN_PROSE : COINCIDENCE_WEIGHT;
}

function growTypedArray<T extends Uint16Array | Uint8Array>(from: T): T {
  const to = new (from.constructor as new (size: number) => T)(from.length * 2);
  to.set(from);
  return to;
}
