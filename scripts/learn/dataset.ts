import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { isRareOrSubcode } from '../../lib/detect/form.ts';
import { bucketOf, PHRASE_BITS, SLOT_BITS } from '../../lib/detect/hashing.ts';
import { eachFeature, eachNameFeature, rarityOf } from '../../lib/detect/phrase.ts';
import { candidatesIn, isConsole, lineOf, type ReadCandidate } from '../../lib/detect/reading.ts';
import { WORD } from '../../lib/detect/tokens.ts';
import { isFailedState } from '../../lib/detect/words.ts';
import { contextOf } from '../evaluation.ts';
import type { Features } from './linear.ts';
import type { Lesson } from './lines.ts';
import { numberOf } from './random.ts';

/** A text with its candidates. */
export interface Sample {
  lesson: Lesson;
  all: ReadCandidate[];
  /** 1 a code, 0 none, 2 neither asked for nor wrong. */
  labels: number[];
  /** Labelled codes that no candidate covers. */
  lost: number;
  /** Number of its first candidate among those of all texts. */
  from: number;
  fold: number;
}

export interface Dataset {
  samples: Sample[];
  /** By candidate. */
  labels: Uint8Array;
  importance: Float32Array;
  phrase: Features;
  /** The groups of the phrase's features. */
  groups: Uint8Array;
  slot: Features;
  /** First slot of each candidate among those of all. */
  slotFrom: Int32Array;
  slotLabels: Uint8Array;
  slotImportance: Float32Array;
}

export const FOLDS = 12;
/** What belongs together is in one. */
export const foldOf = (group: string): number => numberOf(group) % FOLDS;

export function sampleOf(lesson: Lesson, index: CodeIndex): Sample {
  const { all, place } = candidatesIn(lesson.text, index, contextOf(lesson));
  const { only } = lesson;
  const found = new Set<unknown>();
  const labels = all.map((candidate) => {
    const { start: from, end: to } = place(candidate);
    if (only && (from !== only[0] || to !== only[1])) return 2;
    const one = lesson.codes.find((each) => each.start < to && from < each.end);
    if (!one) return 0;
    if (one.optional) return 2;
    if (one.start !== from || one.end !== to || one.code !== candidate.code) return 0;
    found.add(one);
    return 1;
  });
  const lost = only ? 0 : lesson.codes.filter((one) => !one.optional && !found.has(one)).length;
  return { lesson, all, labels, lost, from: 0, fold: foldOf(lesson.batch) };
}

export function datasetOf(lessons: readonly Lesson[], index: CodeIndex): Dataset {
  const samples = lessons.map((lesson) => sampleOf(lesson, index));
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
  const slotFrom = new Int32Array(count + 1);
  const slotOffsets: number[] = [0];
  const slotLabels: number[] = [];
  const slotImportance: number[] = [];
  let slotBuckets = new Uint16Array(1 << 20);
  let slotSize = 0;
  let next = 0;
  for (const { all, labels: own, lesson } of samples) {
    all.forEach((one, at) => {
      const label = own[at] ?? 0;
      labels[next] = label === 1 ? 1 : 0;
      importance[next] = label === 2 ? 0 : lesson.weight * occurrence(one, lesson);
      eachFeature(one, (group, feature) => {
        if (size === buckets.length) {
          buckets = grown(buckets);
          groups = grown(groups);
        }
        buckets[size] = bucketOf(feature, PHRASE_BITS);
        groups[size++] = group;
      });
      slotFrom[next] = slotLabels.length;
      for (const slot of one.slots) {
        eachNameFeature(slot, rarityOf(one) + 1, (feature) => {
          if (slotSize === slotBuckets.length) slotBuckets = grown(slotBuckets);
          slotBuckets[slotSize++] = bucketOf(feature, SLOT_BITS);
        });
        slotOffsets.push(slotSize);
        slotLabels.push(label === 1 ? 1 : 0);
        slotImportance.push(label === 2 ? 0 : lesson.weight * occurrence(one, lesson));
      }
      offsets[++next] = size;
    });
  }
  slotFrom[count] = slotLabels.length;
  return {
    samples,
    labels,
    importance,
    phrase: { buckets, offsets },
    groups,
    slot: { buckets: slotBuckets, offsets: Float64Array.from(slotOffsets) },
    slotFrom,
    slotLabels: Uint8Array.from(slotLabels),
    slotImportance: Float32Array.from(slotImportance),
  };
}

/**
 * How often a situation occurs, against how often the corpora have it: writers invent a text in which a rare number on a
 * console is no code far more often than a console prints one.
 */
const COINCIDENCE_WEIGHT = 0.15;
/** In a sentence the words around the number say that it is none. */
const COINCIDENCE_WEIGHT_IN_PROSE = 0.5;
const MAX_SHORT_LINE_WORDS = 6;

/** These say what a number is: with one of them it is no coincidence. */
const NAMING = new Set(['key', 'label', 'column', 'below', 'call']);

function occurrence(
  { form, reading, first, slots }: ReadCandidate,
  { codes, context, isWeighted }: Lesson,
): number {
  if (codes.length > 0 || isWeighted || !isRareOrSubcode(form)) return 1;
  const names = slots.filter(({ kind }) => NAMING.has(kind));
  // In a tile or a column a failure counts more often than in a line of text.
  const isOnPage = [context?.label, context?.below, context?.header].some(
    (name) => name && isFailedState(name),
  );
  if (!isOnPage && names.some(({ name }) => isFailedState(name))) return COINCIDENCE_WEIGHT;
  if (names.length > 0 || !isConsole(reading)) return 1;
  const { kind } = reading.tokens;
  const [from, to] = lineOf(reading.tokens, first);
  const words = kind.subarray(from, to).filter((each) => each === WORD).length;
  return words > MAX_SHORT_LINE_WORDS ? COINCIDENCE_WEIGHT_IN_PROSE : COINCIDENCE_WEIGHT;
}

function grown<T extends Uint16Array | Uint8Array>(from: T): T {
  const to = new (from.constructor as new (size: number) => T)(from.length * 2);
  to.set(from);
  return to;
}
