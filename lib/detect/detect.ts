import { consolePrior } from './base-rate.ts';
import type { CodeIndex } from './code-index.ts';
import { digitValue } from './digits.ts';
import { type Evidence, type Hit, LEAST_STRENGTH, type TextContext } from './hit.ts';
import { type Model, predict } from './model.ts';
import { rankMeanings } from './rank.ts';
import { candidatesIn, type ReadCandidate } from './reading.ts';
import { reasonsFor } from './reasons.ts';
import { ruleFor } from './rules.ts';
import { isLoneSubcode, subcodeOf } from './subcode.ts';
import { WEIGHTS } from './weights.ts';
import { openModel } from './weights-format.ts';

/** A hit of this strength or more is underlined; between `WEAK` and `STRONG` it is reported as "perhaps". */
export const STRONG = LEAST_STRENGTH.normal;
export const WEAK = LEAST_STRENGTH.more;

export function isStrong(hit: Pick<Hit, 'strength'>): boolean {
  return hit.strength >= STRONG;
}

let opened: Model | null = null;

function theModel(): Model {
  opened ??= openModel(WEIGHTS);
  return opened;
}

/** A candidate as it was judged, hit or none. */
export type Judged = Pick<Hit, 'start' | 'end' | 'code' | 'strength'> & {
  /** What weighed most, made when it is asked for. */
  readonly evidence: readonly Evidence[];
};

/**
 * Finds the error codes in a text.
 *
 * @param text What a reader sees, not markup. Time grows with its length and no faster.
 * @returns Hits in text order, never overlapping, with a strength of `WEAK` or more; `isStrong` says which to underline.
 *   Offsets are UTF-16 units into `text`. Empty where nothing is found. Never throws.
 * @see docs/detection.md
 */
export function detect(text: string, index: CodeIndex, context: TextContext = {}): Hit[] {
  if (!mayHoldCode(text) && !context.asked) return [];
  return judgedIn(text, index, context, WEAK).map(({ one, judged }) => {
    const subcode = subcodeOf(one);
    const meanings = rankMeanings(one, subcode).filter((meaning) => !isLoneSubcode(meaning, one));
    // No copy: the evidence is made when it is asked for.
    return Object.assign(judged, { subcode, meanings });
  });
}

/** What `detect` makes of every place that could be a code by its form, hit or none: for who asks why a place is no hit. */
export function judge(text: string, index: CodeIndex, context: TextContext = {}): Judged[] {
  return judgedIn(text, index, context, 0).map(({ judged }) => judged);
}

/** @param least The strength below which a candidate is left out. */
function judgedIn(
  text: string,
  index: CodeIndex,
  context: TextContext,
  least: number,
): { one: ReadCandidate; judged: Judged }[] {
  const { all, place } = candidatesIn(text, index, context);
  if (all.length === 0) return [];
  const model = theModel();
  const found: { one: ReadCandidate; judged: Judged }[] = [];
  predict(all, model).forEach((prediction, at) => {
    const one = all[at] as ReadCandidate;
    const rule = ruleFor(one);
    const strength = rule
      ? Number(rule.isCode)
      : strengthOf(prediction.odds + consolePrior(one), model.threshold);
    if (strength < least) return;
    const judged = {
      ...place(one),
      code: one.code,
      strength,
      get evidence(): readonly Evidence[] {
        if (rule) return [{ kind: 'rule', weight: rule.isCode ? 1 : -1, text: rule.id }];
        return reasonsFor(one, prediction, all, model);
      },
    };
    found.push({ one, judged });
  });
  return found;
}

/** The model's log-odds as a strength, in which its threshold is `STRONG`. */
function strengthOf(odds: number, threshold: number): number {
  const shift = Math.log(STRONG / (1 - STRONG));
  return 1 / (1 + Math.exp(threshold - odds - shift));
}

/**
 * A first, cheap look, for the many texts of a page that hold none: true where there is a digit of any script, a word
 * in capitals or with an underscore, nothing but one word, or a mention of codes.
 */
export function mayHoldCode(text: string): boolean {
  let capitals = 0;
  let oneWord = text.length <= 40 && text.length >= 3;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) return true;
    if (unit >= 0x41 && unit <= 0x5a) {
      if (++capitals >= 3) return true;
    } else {
      capitals = 0;
      if (unit === 0x5f) return true;
      if (unit <= 0x20) oneWord = false;
      else if (unit >= 0x0660 && digitValue(unit) >= 0) return true;
    }
  }
  // `"code":"undeliverable"`: an everyday word in a place that proves it.
  return oneWord || text.includes('code') || text.includes('Code');
}
