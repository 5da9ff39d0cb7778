import { FOREIGN_DIGIT } from '../core/digits.ts';
import { type AnalyzedCandidate, analyzeCandidates } from './analyzed-text.ts';
import {
  getGroupedNumberPrior,
  getRareCodePrior,
  getSmallNumberPrior,
} from './base-rate.ts';
import type { CodeIndex } from './code-index.ts';
import { explainPrediction } from './explain-prediction.ts';
import type { Evidence, Hit, TextContext } from './hit.ts';
import { dropVagueNames, type Model, predict } from './model.ts';
import type { QuietLines } from './quiet-lines.ts';
import { findRule } from './rules.ts';
import { scoreMeanings } from './score-meanings.ts';
import { getSlotPrior } from './slot-features.ts';
import { findSubcode, isLoneSubcode } from './subcode.ts';
import { MIN_CONFIDENCE } from './threshold.ts';
import { WEIGHTS } from './weights.ts';
import { unpackModel } from './weights-format.ts';

const PRIORS = [
  getRareCodePrior,
  getSmallNumberPrior,
  getSlotPrior,
  getGroupedNumberPrior,
];

let loadedModel: Model | null = null;

/**
 * Finds the error codes in a text that is judged as a whole, whether it is a log
 * or not. See `detect`.
 *
 * @param quietLines Shared by the chunks of one text, so that the lines that repeat are read once.
 */
export function detectInText(
  text: string,
  index: CodeIndex,
  context: TextContext,
  minConfidence: number,
  quietLines?: QuietLines,
): Hit[] {
  if (!mayHoldCode(text) && !context.asked && !index.findLiterals) return [];

  const { all: found, getPlace } = analyzeCandidates(
    text,
    index,
    context,
    quietLines,
  );

  if (found.length === 0) return [];
  loadedModel ??= unpackModel(WEIGHTS);

  const model = loadedModel;
  const all = found.map((one) => dropVagueNames(one, model));

  const judged = predict(all, model).map((prediction, at) => {
    const one = all[at] as AnalyzedCandidate;
    const rule = findRule(one);

    const odds = PRIORS.reduce(
      (sum, getPrior) => sum + getPrior(one, prediction.labels),
      prediction.logOdds,
    );

    const confidence = rule
      ? Number(rule.isCode)
      : toConfidence(odds, model.threshold);

    return {
      one,
      prediction,
      rule,
      confidence,
    };
  });

  quietLines?.noteLast(judged.map(({ confidence }) => confidence));

  return judged.flatMap(({ one, prediction, rule, confidence }) => {
    if (confidence < minConfidence) return [];

    const subcode = findSubcode(one);

    return {
      ...getPlace(one),
      code: one.code,
      confidence,
      subcode,
      meanings: scoreMeanings(one, subcode).filter(
        (meaning) => !isLoneSubcode(meaning, one),
      ),
      // Computed on first access, because few hits are explained.
      get evidence(): readonly Evidence[] {
        if (rule)
          return [
            { kind: 'rule', weight: rule.isCode ? 1 : -1, text: rule.id },
          ];

        return explainPrediction(one, prediction, all, model);
      },
    };
  });
}

/** Converts the model's log-odds to a confidence, so that the model's threshold becomes that of a mark. */
function toConfidence(logOdds: number, threshold: number): number {
  const shift = Math.log(MIN_CONFIDENCE.normal / (1 - MIN_CONFIDENCE.normal));
  return 1 / (1 + Math.exp(threshold - logOdds - shift));
}

/** A digit, capitals in a row, an underscore, one word, or "code", beside which an everyday word is one: `"code":"undeliverable"`. */
const LIKELY = new RegExp(
  String.raw`[\d_]|[A-Z]{3}|[Cc]ode|^[^\0-\x20]{3,40}$|${FOREIGN_DIGIT}`,
);

/** Returns false for most texts without a code. */
export const mayHoldCode = (text: string): boolean => LIKELY.test(text);
