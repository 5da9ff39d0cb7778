import { getOrInsert } from '../../core/get-or-insert.ts';
import { RecordShape } from '../../structure/record-shape.ts';
import { normalizeFields } from '../../structure/records.ts';
import type { CodeIndex } from '../code-index.ts';
import type { Hit } from '../hit.ts';
import { mentionsFailure } from '../word-classes.ts';
import { copyHit, type JudgeOptions, judgeKinds } from './judge-kinds.ts';
import { createNumberTests } from './number-kinds.ts';
import {
  findCurrentKind,
  type RecordKind,
  type RecordSample,
  Shape,
  ShapeGroup,
} from './shape.ts';

/** Fewer records do not show what varies, and are judged with other rare ones. */
const MIN_SAMPLES = 3;

/**
 * Judges the records of a log once for each shape: neither their order, nor their
 * number, nor the chunks in which they are read change a verdict.
 */
export class ShapeMemory {
  readonly #read: RecordShape;
  readonly #options: JudgeOptions;
  readonly #shapes = new Map<number, Shape>();
  readonly #groups = new Map<string, ShapeGroup>();

  lastText = '';

  constructor(index: CodeIndex, options: JudgeOptions) {
    this.#read = new RecordShape(createNumberTests(index));
    this.#options = options;
  }

  /** Adds a record. `lastText` is its text without escapes. */
  add(raw: string): RecordKind {
    const read = this.#read;
    let text = raw;

    read.read(raw);

    if (read.mayBeEscaped && this.#options.decode) {
      text = this.#options.decode(raw);

      if (text !== raw) read.read(text);
    }

    this.lastText = text;

    const { key, numbers, textHash } = read;
    const shape = getOrInsert(this.#shapes, key, () => this.#createShape(text));
    const kind = shape.addNumbers(numbers);

    kind.count++;

    if (kind.addSample({ hash: textHash, text, numbers }))
      shape.group.needsVerdict = true;

    return kind;
  }

  #createShape(text: string): Shape {
    const outcome = mentionsFailure(text) ? 'failed' : '';
    const id = `${outcome} ${normalizeFields(text)}`;

    return new Shape(getOrInsert(this.#groups, id, () => new ShapeGroup()));
  }

  /** Judges the groups of which more is known than when they were judged last, or only one of them. */
  settle(only?: ShapeGroup): void {
    const rest: ShapeGroup[] = [];

    for (const group of only ? [only] : this.#groups.values()) {
      if (hasFewSamples(group)) rest.push(group);
      else this.#judge([group]);
    }

    this.#judge(rest);
  }

  #judge(groups: readonly ShapeGroup[]): void {
    if (!groups.some(({ needsVerdict }) => needsVerdict)) return;

    judgeKinds(
      groups.flatMap((group) => group.getKinds()),
      this.#options,
    );

    for (const group of groups) group.needsVerdict = false;
  }

  /** Returns the hits of a record that was added, by the verdicts of its kind. */
  findHits(kind: RecordKind, text: string): readonly Hit[] {
    const { hits, samples } = findCurrentKind(kind);
    const [sample] = samples;

    if (!hits || !sample || hits.length === 0) return [];

    this.#read.read(text);

    const { numbers } = this.#read;
    const found = hits.map(({ hit, slot }) => {
      const start = findSameStart(hit, slot, sample, { text, numbers });

      return copyHit(hit, { start, end: start + hit.end - hit.start });
    });
    const isSame = found.every(
      ({ start, end }, at) =>
        text.slice(start, end) ===
        sample.text.slice(hits[at]?.hit.start, hits[at]?.hit.end),
    );

    return isSame ? found : this.#judgeAlone(text);
  }

  /** Judges a record that its shape does not describe, such as one with a number in an unusual notation. */
  #judgeAlone(text: string): readonly Hit[] {
    const { judgeText, minConfidence } = this.#options;

    return judgeText(text).filter((hit) => hit.confidence >= minConfidence);
  }
}

/** Returns the start of a hit of a sample in another record of its kind. */
function findSameStart(
  hit: Hit,
  slot: number,
  sample: Pick<RecordSample, 'text' | 'numbers'>,
  record: Pick<RecordSample, 'text' | 'numbers'>,
): number {
  const model = sample.numbers[slot];
  const number = record.numbers[slot];

  return model && number
    ? number.start + hit.start - model.start
    : findSameWord(sample.text, hit, record.text);
}

function hasFewSamples(group: ShapeGroup): boolean {
  let samples = 0;

  for (const kind of group.getKinds()) {
    samples += kind.samples.length;

    if (samples >= MIN_SAMPLES) return false;
  }

  return true;
}

/** Returns the start of a word in a record of the same kind. */
function findSameWord(
  sample: string,
  { start, end }: Hit,
  text: string,
): number {
  const word = sample.slice(start, end);
  let found = text.indexOf(word);

  for (
    let at = sample.indexOf(word);
    at >= 0 && at < start && found >= 0;
    at = sample.indexOf(word, at + 1)
  )
    found = text.indexOf(word, found + 1);

  return found;
}
