import { WORD_TOKEN } from '../../lib/core/tokens.ts';
import {
  type AnalyzedCandidate,
  analyzeCandidates,
  findLineTokens,
  isConsole,
} from '../../lib/detect/analyzed-text.ts';
import { isRareOrSubcode } from '../../lib/detect/code-form.ts';
import type { CodeIndex } from '../../lib/detect/code-index.ts';
import {
  getBucket,
  LABEL_BITS,
  PHRASE_BITS,
} from '../../lib/detect/hashing.ts';
import {
  forEachFeature,
  forEachNameFeature,
  getRarity,
} from '../../lib/detect/phrase-features.ts';
import { isFailedState } from '../../lib/detect/word-classes.ts';
import { getTextContext } from '../evaluation.ts';
import type { Example } from './line-examples.ts';
import type { FeatureLists } from './linear.ts';
import { hashToNumber } from './random.ts';

/** A text and its candidates. */
export type Sample = ReturnType<typeof createSample>;
export type Dataset = ReturnType<typeof createDataset>;

/** Number of folds. All samples of a batch are in the same fold. */
export const GROUP_FOLDS = 12;

function createSample(example: Example, index: CodeIndex) {
  const { all, getPlace } = analyzeCandidates(
    example.text,
    index,
    getTextContext(example),
  );

  const { only } = example;
  const found = new Set<unknown>();

  /** 1: a code; 0: not a code; 2: not counted either way. */
  const labels = all.map((candidate) => {
    const { start: from, end: to } = getPlace(candidate);
    if (only && (from !== only[0] || to !== only[1])) return 2;

    const one = example.codes.find(
      (each) => each.start < to && from < each.end,
    );

    if (!one) return 0;
    if (one.optional) return 2;

    if (one.start !== from || one.end !== to || one.code !== candidate.code)
      return 0;

    found.add(one);

    return 1;
  });

  /** Number of labelled codes that no candidate covers. */
  const lost = only
    ? 0
    : example.codes.filter((one) => !one.optional && !found.has(one)).length;

  // `from` is the index of its first candidate among those of all texts.
  return {
    example,
    all,
    labels,
    lost,
    from: 0,
    fold: hashToNumber(example.batch) % GROUP_FOLDS,
  };
}

export function createDataset(examples: readonly Example[], index: CodeIndex) {
  const samples = examples.map((example) => createSample(example, index));
  const phrase = new FeatureCollector();
  const names = new FeatureCollector();
  const labels: number[] = [];
  const importance: number[] = [];
  const firstName = [0];

  for (const sample of samples) {
    const { all, labels: own, example } = sample;

    sample.from = labels.length;

    all.forEach((one, at) => {
      labels.push(Number(own[at] === 1));

      importance.push(
        own[at] === 2 ? 0 : (example.weight ?? 1) * occurrence(one, example),
      );

      forEachFeature(one, (group, feature) =>
        phrase.add(getBucket(feature, PHRASE_BITS), group),
      );

      phrase.endExample();

      for (const label of one.labels) {
        forEachNameFeature(label, getRarity(one) + 1, (feature) =>
          names.add(getBucket(feature, LABEL_BITS)),
        );
        names.endExample();
      }

      firstName.push(names.offsets.length - 1);
    });
  }

  return {
    samples,
    // One for each candidate.
    labels: Uint8Array.from(labels),
    importance: Float32Array.from(importance),
    phrase,
    // The features of all field labels, and the index of each candidate's first one.
    names,
    firstName: Int32Array.from(firstName),
  };
}

/** There are a hundred million features, so they are kept in typed arrays. */
class FeatureCollector implements FeatureLists {
  buckets = new Uint16Array(1 << 20);
  groups = new Uint8Array(1 << 20);
  readonly offsets = [0];
  #size = 0;

  add(bucket: number, group = 0): void {
    if (this.#size === this.buckets.length) {
      this.buckets = new Uint16Array(
        this.buckets.buffer.transfer(this.#size * 4),
      );
      this.groups = new Uint8Array(this.groups.buffer.transfer(this.#size * 2));
    }

    this.buckets[this.#size] = bucket;
    this.groups[this.#size++] = group;
  }

  endExample(): void {
    this.offsets.push(this.#size);
  }
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

  if (!isOnPage && names.some(({ name }) => isFailedState(name)))
    return COINCIDENCE_WEIGHT;

  if (names.length > 0 || !isConsole(source)) return 1;

  const { kind } = source.tokens;
  const [from, to] = findLineTokens(source.tokens, first);

  const words = kind
    .subarray(from, to)
    .filter((each) => each === WORD_TOKEN).length;

  return words > MAX_SHORT_LINE_WORDS
    ? COINCIDENCE_WEIGHT_IN_PROSE
    : COINCIDENCE_WEIGHT;
}
