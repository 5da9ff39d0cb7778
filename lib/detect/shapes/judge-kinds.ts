import { getOrInsert } from '../../core/get-or-insert.ts';
import type { Hit } from '../hit.ts';
import {
  MAX_SAMPLES,
  type RecordKind,
  type RecordSample,
  type Shape,
  type ShapeHit,
} from './shape.ts';

export interface JudgeOptions {
  /** Returns every candidate of a text with its confidence, in order. */
  judgeText(text: string): readonly Hit[];
  minConfidence: number;
  /** Decodes a record. By default, only `judgeText` does so. */
  decode?: (text: string) => string;
  /** The head of the table, or the words above the first record. */
  heading: string;
  /** What separates two records. */
  separator: string;
}

interface KindSample {
  kind: RecordKind;
  sample: RecordSample;
}

/** Number of kinds that are judged together. */
const MAX_KINDS = 16;
/** Records that show what varies, where there are fewer kinds. */
const MIN_RECORDS = 8;

/**
 * Judges kinds of records by their samples alone, so that neither the order nor
 * the number of the records matters. A code has one verdict in its shape.
 */
export function judgeKinds(
  all: readonly RecordKind[],
  options: JudgeOptions,
): void {
  const kinds = [...all].sort((a, b) => getHash(a) - getHash(b));
  const share = Math.floor(MIN_RECORDS / kinds.length);
  const maxSamples = Math.max(1, Math.min(MAX_SAMPLES, share));
  const scores = new Map<Shape, Map<string, number[]>>();
  const found = new Map<RecordKind, ShapeHit[]>();

  for (let from = 0; from < kinds.length; from += MAX_KINDS) {
    const records = kinds
      .slice(from, from + MAX_KINDS)
      .flatMap((kind) =>
        kind.samples.slice(0, maxSamples).map((sample) => ({ kind, sample })),
      )
      // What counts up in the log counts up here, too.
      .sort((a, b) => (a.sample.text < b.sample.text ? -1 : 1));

    for (const { kind, sample, found: one } of judgeSamples(records, options)) {
      const own = getOrInsert(scores, kind.shape, () => new Map());

      getOrInsert(own, getName(one), () => []).push(one.hit.confidence);

      if (sample === kind.samples[0])
        getOrInsert(found, kind, () => []).push(one);
    }
  }

  for (const kind of kinds) {
    const own = scores.get(kind.shape);

    kind.hits = (found.get(kind) ?? []).flatMap((one) => {
      const confidence = computeMean(own?.get(getName(one)) ?? []);

      return confidence < options.minConfidence
        ? []
        : { slot: one.slot, hit: copyHit(one.hit, { confidence }) };
    });
  }
}

const getHash = ({ samples: [first] }: RecordKind) => first?.hash ?? 0;
const getName = ({ hit, slot }: ShapeHit) => `${slot} ${hit.code}`;
const computeMean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

/** Judges samples as one text. Yields the hits of each, with offsets in the sample. */
function* judgeSamples(
  samples: readonly KindSample[],
  { judgeText, heading, separator }: JudgeOptions,
) {
  const lead = heading === '' ? '' : heading + separator;
  const texts = samples.map(({ sample }) => sample.text);
  const starts: number[] = [];
  let length = lead.length;

  for (const text of texts) {
    starts.push(length);
    length += text.length + separator.length;
  }

  let at = 0;

  for (const hit of judgeText(lead + texts.join(separator))) {
    while (at + 1 < starts.length && hit.start >= (starts[at + 1] ?? 0)) at++;

    const offset = starts[at] ?? 0;
    const one = samples[at];

    if (!one || hit.start < offset) continue;

    const [start, end] = [hit.start - offset, hit.end - offset];
    const slot = one.sample.numbers.findIndex(
      (number) => number.start < end && start < number.end,
    );

    const number = one.sample.numbers[slot];

    if (number && !one.kind.shape.mayBeCode(number, slot)) continue;

    yield { ...one, found: { slot, hit: copyHit(hit, { start, end }) } };
  }
}

/** Copies a hit with other values. Its evidence is still computed on first access. */
export const copyHit = (
  hit: Hit,
  changed: Partial<Pick<Hit, 'start' | 'end' | 'confidence'>>,
): Hit => ({
  start: changed.start ?? hit.start,
  end: changed.end ?? hit.end,
  code: hit.code,
  subcode: hit.subcode,
  meanings: hit.meanings,
  confidence: changed.confidence ?? hit.confidence,
  get evidence() {
    return hit.evidence;
  },
});
