import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Span } from '../../lib/core/spans.ts';
import { hashWord } from '../../lib/core/word-hash.ts';
import { ALPHABET_SIZE, encodeChar } from '../../lib/detect/weights-format.ts';
import { findByRules } from '../../lib/masking/find-private-parts.ts';
import { followNear } from '../../lib/masking/follow-near.ts';
import type { Known } from '../../lib/masking/known.ts';
import {
  FIRST_SKIP_DIGIT,
  hideTokens,
  type LinearModel,
  MAX_LEVEL,
  mayBeginSpeech,
  NAME_BITS,
  type PackedTagger,
  scoreTokens,
  WEIGHT_OF_LEVEL,
  ZEROS,
} from '../../lib/masking/tagger.ts';
import {
  addFeatures,
  addSpeechFeatures,
} from '../../lib/masking/tagger-features.ts';
import {
  createTokenReader,
  TAGGER_BITS,
  type TaggerContext,
  type TaggerToken,
} from '../../lib/masking/tagger-tokens.ts';
import { packWordSet } from '../../lib/masking/word-set.ts';
import { trainLinear } from '../learn/linear.ts';
import {
  createExamples,
  type LabelledSpan,
  readNamesOfPeople,
} from './examples.ts';
import {
  createHarmlessTexts,
  createProjectTexts,
  createUnlabelledTexts,
} from './harmless-texts.ts';
import { readLabelledTexts } from './labelled-texts.ts';

export const LEARNING = {
  /** L1 penalty. */
  penalty: 1,
  /** How often each example is seen. */
  epochs: 5,
  /** Texts that people wrote are few beside the generated ones, and count this often. */
  weightOfLabelledText: 6,
  /** Texts of other things with nothing private. */
  weightOfHarmlessText: 3,
};
/** A word of an unlabelled text that looks this private is left out: nobody knows whether it is a name. */
const MAX_UNLABELLED_ODDS = 0.5;
const LAST_DIGIT = ALPHABET_SIZE - 1;

interface Sample {
  tokens: readonly TaggerToken[];
  found: TaggerContext['found'];
  spans: readonly LabelledSpan[];
  /** How often it counts. */
  weight: number;
  isHeldOut: boolean;
}

/** Returns the private part in which a token is, or null. */
const findPart = (
  spans: readonly LabelledSpan[],
  { start, end }: Span,
): LabelledSpan | null =>
  spans.find((span) => span.start < end && span.end > start) ?? null;

export interface TaggerScore {
  odds: number;
  isPrivate: boolean;
  hasFound: boolean;
}

/** Trains the tagger, and returns the scores of the words that were held out. */
export function trainTagger(catalogue: Catalogue, known: Known) {
  const names = readNamesOfPeople();

  // Half of the names, so that context decides as often as the list does.
  const half = new Set(names.filter((name) => hashWord(name) % 2 === 0));
  const read = createTokenReader(known, (word) => half.has(word));

  const createSample = (
    text: string,
    spans: readonly LabelledSpan[],
    isHeldOut: boolean,
    weight = 1,
  ): Sample => {
    const context = findByRules(text, known);
    const tokens = read(context);

    return { tokens, found: context.found, spans, isHeldOut, weight };
  };

  const labelled = [
    ...createExamples().map((one) =>
      createSample(one.text, one.private, one.isHeldOut),
    ),
    ...readLabelledTexts().map((one) =>
      createSample(one.text, one.private, false, LEARNING.weightOfLabelledText),
    ),
  ];

  const harmless = [
    ...createHarmlessTexts(catalogue),
    ...createProjectTexts(),
  ].map((text, at) => createSample(text, [], at % 10 === 0));

  const unlabelled = createUnlabelledTexts();

  const safe = unlabelled
    .filter(({ isSafe }) => isSafe)
    .map(({ text }, at) =>
      createSample(text, [], at % 10 === 0, LEARNING.weightOfHarmlessText),
    );

  const first = trainSamples(
    [...labelled, ...harmless, ...safe].filter(({ isHeldOut }) => !isHeldOut),
  );

  const others = unlabelled
    .filter(({ isSafe }) => !isSafe)
    .map(({ text }) => closeUnclear(createSample(text, [], false), first));

  const all = [...labelled, ...harmless, ...safe, ...others];
  const model = trainSamples(all.filter(({ isHeldOut }) => !isHeldOut));

  return {
    model,
    names,
    scores: all
      .filter(({ isHeldOut }) => isHeldOut)
      .flatMap((sample) => scoreSample(sample, model)),
  };
}

/** Closes the words of an unlabelled text that may be private. */
function closeUnclear(sample: Sample, model: LinearModel): Sample {
  const odds = scoreTokens(sample.tokens, sample.found, model);

  return {
    ...sample,
    tokens: sample.tokens.map((token, at) => ({
      ...token,
      isOpen: token.isOpen && (odds[at] ?? 0) < MAX_UNLABELLED_ODDS,
    })),
  };
}

function scoreSample(
  { tokens, found, spans }: Sample,
  model: LinearModel,
): TaggerScore[] {
  const odds = scoreTokens(tokens, found, model);

  return tokens.flatMap((token, at) => {
    const part = findPart(spans, token);

    return !token.isOpen || part?.isSaid
      ? []
      : [
          {
            odds: odds[at] ?? 0,
            isPrivate: part !== null,
            hasFound: found.length > 0,
          },
        ];
  });
}

function trainSamples(samples: readonly Sample[]): LinearModel {
  const buckets: number[] = [];
  const offsets: number[] = [0];
  const labels: number[] = [];
  const weights: number[] = [];
  const add = (bucket: number) => buckets.push(bucket);

  const endRow = (label: boolean, weight: number) => {
    offsets.push(buckets.length);
    labels.push(Number(label));
    weights.push(weight);
  };

  for (const { tokens, found, spans, weight } of samples) {
    const isNear = followNear(found);

    tokens.forEach((token, at) => {
      if (!token.isOpen) return;

      const part = findPart(spans, token);
      if (part?.isSaid) return;

      token.word.buckets.forEach(add);
      addFeatures(tokens, at, isNear(token), add);
      endRow(part !== null, weight);
    });

    const people = hideTokens(
      tokens,
      spans
        .filter(({ isSaid }) => !isSaid)
        .map(({ start, end }) => ({ start, end, masked: 'name' })),
    );

    const isNearToken = followNear(found);

    people.forEach((token, at) => {
      if (!mayBeginSpeech(people, at)) return;

      const part = findPart(spans, token);
      const isFirst =
        part !== null && findPart(spans, people[at - 1] ?? NO_SPAN) !== part;
      if (part && !isFirst) return;

      addSpeechFeatures(people, at, isNearToken(token), add);
      endRow(isFirst, weight);
    });
  }

  return trainLinear(
    {
      buckets: Uint32Array.from(buckets),
      groups: new Uint8Array(0),
      offsets,
    },
    Uint8Array.from(labels),
    Float32Array.from(weights),
    Int32Array.from(labels.keys()),
    1 << TAGGER_BITS,
    LEARNING.penalty,
    LEARNING.epochs,
  );
}

const NO_SPAN: Span = { start: -1, end: -1 };

/** Encodes a model as text: see `unpackTagger`. */
export function packTagger(
  { bias, weights }: LinearModel,
  names: readonly string[],
): PackedTagger {
  let text = '';
  let zeros = 0;

  for (const weight of weights) {
    const level = toLevel(weight);

    if (level === 0) {
      zeros++;
      continue;
    }

    text += packZeros(zeros);

    const rank = level + MAX_LEVEL - Number(level > 0);

    text += encodeChar(rank * ZEROS + (zeros % ZEROS));
    zeros = 0;
  }

  return {
    bias: Number(bias.toPrecision(4)),
    weights: text,
    names: packWordSet(names, NAME_BITS),
  };
}

const toLevel = (weight: number): number =>
  Math.max(
    -MAX_LEVEL,
    Math.min(MAX_LEVEL, Math.round(weight / WEIGHT_OF_LEVEL)),
  );

/** Encodes all zeros but those that fit beside the weight after them. */
function packZeros(zeros: number): string {
  let groups = Math.floor(zeros / ZEROS);
  let text = '';

  for (let digit = LAST_DIGIT; digit >= FIRST_SKIP_DIGIT; digit--)
    for (
      const step = 1 << (digit - FIRST_SKIP_DIGIT);
      groups >= step;
      groups -= step
    )
      text += encodeChar(digit);

  return text;
}
