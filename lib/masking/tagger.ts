import type { Span } from '../core/spans.ts';
import { decodeChar } from '../detect/weights-format.ts';
import type { Known } from './known.ts';
import type { MaskedKind, MaskedSpan } from './mask-text.ts';
import {
  addFeatures,
  createTokenReader,
  TAGGER_BITS,
  type TaggerContext,
  type TaggerToken,
} from './tagger-tokens.ts';

/** A linear model over hashed features. */
export interface TaggerModel {
  bias: number;
  weights: Float32Array;
}

export interface PackedTagger {
  bias: number;
  /** Levels of the weights, and runs of zeros: see `unpackTagger`. */
  weights: string;
}

/** Weights are rounded to this many levels on each side of zero. */
export const MAX_LEVEL = 15;
export const WEIGHT_OF_LEVEL = 0.2;
/** Digits above the levels stand for one and more zeros. */
export const FIRST_RUN_DIGIT = 2 * MAX_LEVEL;

export function unpackTagger({ bias, weights }: PackedTagger): TaggerModel {
  const values = new Float32Array(1 << TAGGER_BITS);
  let next = 0;

  for (let at = 0; at < weights.length; at++) {
    const digit = decodeChar(weights, at);

    if (digit > FIRST_RUN_DIGIT) next += digit - FIRST_RUN_DIGIT;
    else values[next++] = (digit - MAX_LEVEL) * WEIGHT_OF_LEVEL;
  }

  return { bias, weights: values };
}

/** Minimum log-odds of a private word where the rules found nothing, and near something that they found. */
export interface Thresholds {
  alone: number;
  beside: number;
}

export const THRESHOLDS: Thresholds = { alone: 1.5, beside: 0.5 };
/** Below these log-odds, a mask is shown as unsure. */
const MIN_SURE_ODDS = 2;
/** How far something private makes a word likelier to be private. */
const MAX_NEAR_CHARS = 1_500;
/** A word beside a private one needs less: `Ana Souza`. */
const NEIGHBOUR_ODDS = 1.5;

export interface TaggedSpan extends MaskedSpan {
  isUnsure: boolean;
}

/** Creates the last pass: finds private words in sentences, which no rule has decided. */
export function createTagger(model: TaggerModel, known: Known) {
  const read = createTokenReader(known);

  return (context: TaggerContext): TaggedSpan[] => {
    const tokens = read(context);
    const odds = scoreTokens(tokens, context.found, model);
    return joinTokens(context.text, tokens, odds, context.found);
  };
}

/** Returns the log-odds of each open token, and minus infinity for others. */
export function scoreTokens(
  tokens: readonly TaggerToken[],
  found: readonly Span[],
  { bias, weights }: TaggerModel,
): Float64Array {
  const odds = new Float64Array(tokens.length).fill(Number.NEGATIVE_INFINITY);
  const isNear = followNear(found);

  tokens.forEach((token, at) => {
    if (!token.isOpen) return;

    let sum = bias;

    addFeatures(tokens, at, isNear(token), (bucket) => {
      sum += weights[bucket] as number;
    });

    odds[at] = sum;
  });

  return odds;
}

/** Returns a function that tells if something found is near a span. Spans must ascend. */
export function followNear(found: readonly Span[], distance = MAX_NEAR_CHARS) {
  let at = 0;

  return ({ start, end }: Span): boolean => {
    while ((found[at]?.end ?? Number.POSITIVE_INFINITY) < start - distance)
      at++;

    return (found[at]?.start ?? Number.POSITIVE_INFINITY) < end + distance;
  };
}

/** Returns the tokens that are private: likely enough, beside a likely one, or the rest of a name. */
function selectTokens(
  text: string,
  tokens: readonly TaggerToken[],
  odds: Float64Array,
  found: readonly Span[],
): number[] {
  const isNear = followNear(found);
  const getOdds = (at: number) => odds[at] ?? Number.NEGATIVE_INFINITY;

  const likely = tokens.map((token, at) => {
    const least = isNear(token) ? THRESHOLDS.beside : THRESHOLDS.alone;
    const own = getOdds(at);
    const neighbour = Math.max(getOdds(at - 1), getOdds(at + 1));

    return (
      own >= least || (neighbour >= least && own >= least - NEIGHBOUR_ODDS)
    );
  });

  const isRestOfName = (at: number, other: number): boolean => {
    const [one, two] = [tokens[at], tokens[other]];
    if (!one || !two || !likely[other]) return false;

    const [first, second] = at < other ? [one, two] : [two, one];

    return (
      one.word.mayEndName &&
      two.word.mayEndName &&
      text.slice(first.end, second.start) === ' '
    );
  };

  return [...tokens.keys()].filter(
    (at) => likely[at] || isRestOfName(at, at - 1) || isRestOfName(at, at + 1),
  );
}

function joinTokens(
  text: string,
  tokens: readonly TaggerToken[],
  odds: Float64Array,
  found: readonly Span[],
): TaggedSpan[] {
  const spans: TaggedSpan[] = [];

  for (const at of selectTokens(text, tokens, odds, found)) {
    const token = tokens[at] as TaggerToken;
    const isUnsure = (odds[at] ?? 0) < MIN_SURE_ODDS;
    const span = spans.at(-1);

    if (span && isJoined(text, span.end, token.start)) {
      span.end = token.end;
      span.isUnsure &&= isUnsure;
    } else
      spans.push({
        start: findInitials(text, token.start),
        end: token.end,
        masked: 'name',
        isUnsure,
      });
  }

  for (const span of spans)
    span.masked = getKind(text.slice(span.start, span.end));

  return spans;
}

const MAX_INITIALS_CHARS = 10;

/** Returns where the initials before a name begin: `J. P. ` */
function findInitials(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - MAX_INITIALS_CHARS), start);
  const initials = /(?<![\p{L}\p{N}_])(?:\p{Lu}\.[ -]?){1,3}$/u.exec(before);

  return start - (initials?.[0].length ?? 0);
}

/** Returns true for words of one name or phrase. */
const isJoined = (text: string, end: number, start: number): boolean =>
  /^[ .-]{0,2}$/.test(text.slice(end, start));

const getKind = (written: string): MaskedKind => {
  if (/\s/.test(written)) return 'name';
  if (/\d|[^\p{L}\p{M}\p{N}'’._-]/u.test(written)) return 'token';
  return /^[a-z]+[._]|_/.test(written) ? 'user' : 'name';
};
