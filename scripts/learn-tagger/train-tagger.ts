import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { mergeSpans, type Span } from '../../lib/core/spans.ts';
import { hashWord } from '../../lib/core/word-hash.ts';
import { ALPHABET_SIZE, encodeChar } from '../../lib/detect/weights-format.ts';
import { findByRules } from '../../lib/masking/find-private-parts.ts';
import { followNear } from '../../lib/masking/follow-near.ts';
import type { Known } from '../../lib/masking/known.ts';
import type { MaskedSpan } from '../../lib/masking/mask-text.ts';
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
  type LabelledText,
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
  weightOfHarmlessText: 5,
};
/** A word of an unlabelled text that looks this private is left out: nobody knows whether it is a name. */
const MAX_UNLABELLED_ODDS = 0.5;
const LAST_DIGIT = ALPHABET_SIZE - 1;

export interface TaggerSample {
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

/** Texts whose private words are known, and others, as the tagger reads them. */
export interface TaggerSamples {
  labelled: TaggerSample[];
  unlabelled: TaggerSample[];
}

/**
 * Reads all texts as the tagger does.
 *
 * @param texts Texts that people wrote and labelled.
 */
export function readSamples(
  catalogue: Catalogue,
  known: Known,
  texts: readonly LabelledText[] = readLabelledTexts(),
): TaggerSamples {
  // Half of the names, so that context decides as often as the list does.
  const half = new Set(
    readNamesOfPeople().filter((name) => hashWord(name) % 2 === 0),
  );
  const read = createTokenReader(known, (word) => half.has(word));

  const createSample = (
    text: string,
    spans: readonly LabelledSpan[],
    isHeldOut: boolean,
    weight = 1,
  ): TaggerSample => {
    const context = findByRules(text, known);
    const tokens = read(context);

    return { tokens, found: context.found, spans, isHeldOut, weight };
  };

  const unlabelled = createUnlabelledTexts();

  return {
    labelled: [
      ...createExamples().map((one) =>
        createSample(one.text, one.private, one.isHeldOut),
      ),
      ...texts.map((one) =>
        createSample(
          one.text,
          one.private,
          false,
          LEARNING.weightOfLabelledText,
        ),
      ),
      ...[...createHarmlessTexts(catalogue), ...createProjectTexts()].map(
        (text, at) => createSample(text, [], at % 10 === 0),
      ),
      ...unlabelled
        .filter(({ isSafe }) => isSafe)
        .map(({ text }, at) =>
          createSample(text, [], at % 10 === 0, LEARNING.weightOfHarmlessText),
        ),
    ],
    unlabelled: unlabelled
      .filter(({ isSafe }) => !isSafe)
      .map(({ text }) => createSample(text, [], false)),
  };
}

/** Trains the tagger, and returns the scores of the words that were held out. */
export function trainTagger({ labelled, unlabelled }: TaggerSamples) {
  const isKept = ({ isHeldOut }: TaggerSample) => !isHeldOut;
  const first = trainSamples(labelled.filter(isKept));
  const others = unlabelled.map((sample) => closeUnclear(sample, first));
  const model = trainSamples([...labelled.filter(isKept), ...others]);

  return {
    model,
    scores: labelled
      .filter(({ isHeldOut }) => isHeldOut)
      .flatMap((sample) => scoreSample(sample, model)),
  };
}

/** Closes the words of an unlabelled text that may be private. */
function closeUnclear(sample: TaggerSample, model: LinearModel): TaggerSample {
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
  { tokens, found, spans }: TaggerSample,
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

function trainSamples(samples: readonly TaggerSample[]): LinearModel {
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

  const addWords = ({ tokens, found, spans, weight }: TaggerSample) => {
    const isNear = followNear(found);

    tokens.forEach((token, at) => {
      if (!token.isOpen) return;

      const part = findPart(spans, token);
      if (part?.isSaid) return;

      token.word.buckets.forEach(add);
      addFeatures(tokens, at, isNear(token), add);
      endRow(part !== null, weight);
    });
  };

  for (const sample of samples) {
    const { tokens, found, spans, weight } = sample;

    addWords(sample);

    // The second pass knows what the first one found.
    if (spans.length > 1) addWords(hideHalf(sample));

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

/** Hides every other private part, as if it had been found. */
function hideHalf(sample: TaggerSample): TaggerSample {
  const { tokens, found, spans } = sample;
  const parity = hashWord(tokens[0]?.word.text ?? '') % 2;

  const hidden = spans
    .filter(({ isSaid }, at) => !isSaid && at % 2 === parity)
    .map(({ start, end }): MaskedSpan => ({ start, end, masked: 'name' }));

  return {
    ...sample,
    tokens: hideTokens(tokens, hidden),
    found: mergeSpans([...found, ...hidden]),
  };
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
