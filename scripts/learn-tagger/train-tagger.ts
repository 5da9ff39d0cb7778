import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Span } from '../../lib/core/spans.ts';
import { encodeChar } from '../../lib/detect/weights-format.ts';
import { findByRules } from '../../lib/masking/find-private-parts.ts';
import type { Known } from '../../lib/masking/known.ts';
import {
  FIRST_RUN_DIGIT,
  followNear,
  MAX_LEVEL,
  type PackedTagger,
  scoreTokens,
  type TaggerModel,
  WEIGHT_OF_LEVEL,
} from '../../lib/masking/tagger.ts';
import {
  addFeatures,
  createTokenReader,
  TAGGER_BITS,
  type TaggerContext,
  type TaggerToken,
} from '../../lib/masking/tagger-tokens.ts';
import { trainLinear } from '../learn/linear.ts';
import { createExamples } from './examples.ts';
import {
  createHarmlessTexts,
  createUnlabelledTexts,
} from './harmless-texts.ts';

/** L1 penalty. */
const PENALTY = 2.4;
/** A word of an unlabelled text that looks this private is left out: nobody knows whether it is a name. */
const MAX_UNLABELLED_ODDS = 0.5;
const MAX_DIGIT = 90;

interface Sample {
  tokens: readonly TaggerToken[];
  found: TaggerContext['found'];
  labels: readonly boolean[];
  isHeldOut: boolean;
}

export interface TaggerScore {
  odds: number;
  isPrivate: boolean;
  hasFound: boolean;
}

/** Trains the tagger, and returns the scores of the words that were held out. */
export function trainTagger(catalogue: Catalogue, known: Known) {
  const read = createTokenReader(known);

  const createSample = (
    text: string,
    spans: readonly Span[],
    isHeldOut: boolean,
  ): Sample => {
    const context = findByRules(text, known);
    const tokens = read(context);

    return {
      tokens,
      found: context.found,
      isHeldOut,
      labels: tokens.map(({ start, end }) =>
        spans.some((span) => span.start < end && span.end > start),
      ),
    };
  };

  const labelled = createExamples().map((one) =>
    createSample(one.text, one.private, one.isHeldOut),
  );

  const harmless = createHarmlessTexts(catalogue).map((text, at) =>
    createSample(text, [], at % 10 === 0),
  );

  const unlabelled = createUnlabelledTexts();

  const safe = unlabelled
    .filter(({ isSafe }) => isSafe)
    .map(({ text }, at) => createSample(text, [], at % 10 === 0));

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
    scores: all
      .filter(({ isHeldOut }) => isHeldOut)
      .flatMap((sample) => scoreSample(sample, model)),
  };
}

/** Closes the words of an unlabelled text that may be private. */
function closeUnclear(sample: Sample, model: TaggerModel): Sample {
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
  { tokens, found, labels }: Sample,
  model: TaggerModel,
): TaggerScore[] {
  const odds = scoreTokens(tokens, found, model);

  return tokens.flatMap(({ isOpen }, at) =>
    isOpen
      ? [
          {
            odds: odds[at] ?? 0,
            isPrivate: labels[at] ?? false,
            hasFound: found.length > 0,
          },
        ]
      : [],
  );
}

function trainSamples(samples: readonly Sample[]): TaggerModel {
  const buckets: number[] = [];
  const offsets: number[] = [0];
  const labels: number[] = [];

  for (const { tokens, found, labels: own } of samples) {
    const isNear = followNear(found);

    tokens.forEach((token, at) => {
      if (!token.isOpen) return;

      addFeatures(tokens, at, isNear(token), (bucket) => buckets.push(bucket));
      offsets.push(buckets.length);
      labels.push(Number(own[at]));
    });
  }

  return trainLinear(
    {
      buckets: Uint16Array.from(buckets),
      groups: new Uint8Array(0),
      offsets,
    },
    Uint8Array.from(labels),
    new Float32Array(labels.length).fill(1),
    Int32Array.from(labels.keys()),
    1 << TAGGER_BITS,
    PENALTY,
  );
}

/** Encodes a model as text: levels of weights, and runs of zeros. */
export function packTagger({ bias, weights }: TaggerModel): PackedTagger {
  const longest = MAX_DIGIT - FIRST_RUN_DIGIT;
  let text = '';
  let zeros = 0;

  const endRun = () => {
    for (; zeros > 0; zeros -= longest)
      text += encodeChar(FIRST_RUN_DIGIT + Math.min(zeros, longest));
    zeros = 0;
  };

  for (const weight of weights) {
    const level = Math.max(
      -MAX_LEVEL,
      Math.min(MAX_LEVEL, Math.round(weight / WEIGHT_OF_LEVEL)),
    );

    if (level === 0) zeros++;
    else {
      endRun();
      text += encodeChar(MAX_LEVEL + level);
    }
  }

  return { bias: Number(bias.toPrecision(4)), weights: text };
}
