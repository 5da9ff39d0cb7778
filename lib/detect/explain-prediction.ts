import type { AnalyzedCandidate } from './analyzed-text.ts';
import type { Evidence, Hit, TextContext } from './hit.ts';
import {
  getMaxGroupScore,
  getPhraseWeight,
  type Model,
  type Prediction,
} from './model.ts';
import { forEachFeature, PHRASE_PARTS } from './phrase-features.ts';
import { MIN_CONFIDENCE } from './threshold.ts';

const MAX_REASONS = 3;
const MIN_REASON_LOG_ODDS = 0.3;

/** Explains a score in words, strongest reason first. Positive weights are evidence for a code. */
export function explainPrediction(
  one: AnalyzedCandidate,
  { labels, phrase, row }: Prediction,
  all: readonly AnalyzedCandidate[],
  model: Model,
): Evidence[] {
  const reasons: Evidence[] = [];

  one.labels.forEach(({ kind, name }, at) => {
    const score = labels[at] ?? 0;
    if (Math.abs(score) > MIN_REASON_LOG_ODDS)
      reasons.push({
        kind: 'slot',
        weight: score,
        text: `${kind === 'owner' ? 'object' : kind} ${name}`,
      });
  });

  const strongest = findStrongestWord(one, model);

  const words = phrase
    .slice(0, PHRASE_PARTS.length)
    .reduce((sum, part) => sum + part, 0);

  if (Math.abs(words) > MIN_REASON_LOG_ODDS)
    reasons.push({
      kind: strongest ? 'phrase' : 'form',
      weight: words,
      text: strongest ?? one.form,
    });

  const { adjacent, near } = one.title;
  if (adjacent + near > 0)
    reasons.push({
      kind: 'title',
      weight: 4 * Math.max(adjacent, near),
      text: 'its title is next to it',
    });

  const group = getMaxGroupScore(row);

  const neighbour =
    group > MIN_REASON_LOG_ODDS ? findNeighbour(one, all) : null;

  if (neighbour)
    reasons.push({
      kind: 'group',
      weight: Math.min(group, 4),
      text: `next to ${neighbour.code}`,
    });

  if (one.source.context.asked)
    reasons.push({ kind: 'prior', weight: 2, text: 'the user asks about it' });
  else if (one.source.console)
    reasons.push({
      kind: 'prior',
      weight: 1,
      text: `console of ${one.source.console.provider}`,
    });

  return reasons
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_REASONS);
}

function findStrongestWord(
  one: AnalyzedCandidate,
  model: Model,
): string | null {
  const byToken = new Map<number, number>();

  forEachFeature(one, (_, feature, token) => {
    if (token >= 0)
      byToken.set(
        token,
        (byToken.get(token) ?? 0) + getPhraseWeight(feature, model),
      );
  });

  let highestWeight = 0;
  let strongest: string | null = null;
  const { tokens } = one.source;

  for (const [token, weight] of byToken) {
    const word = tokens.text.slice(tokens.start[token], tokens.end[token]);
    if (Math.abs(weight) <= highestWeight || !/\p{L}{2}/u.test(word)) continue;
    highestWeight = Math.abs(weight);
    strongest = word;
  }

  return strongest;
}

function findNeighbour(
  one: AnalyzedCandidate,
  all: readonly AnalyzedCandidate[],
): AnalyzedCandidate | null {
  const at = all.indexOf(one);
  const others = [1, 2, 3].flatMap((step) => [all[at - step], all[at + step]]);
  return others.find((other) => other && other.code !== one.code) ?? null;
}

/** Says in English why a candidate is not marked, or is not on a site that asks for more certainty. */
export function explainRejection(
  {
    confidence,
    evidence,
    meanings,
  }: Pick<Hit, 'confidence' | 'evidence' | 'meanings'>,
  { provider, isConsole }: TextContext,
): string {
  if (confidence >= MIN_CONFIDENCE.normal)
    return 'less certain than the site’s setting asks for';

  const [strongest] = evidence;
  if (strongest?.kind === 'rule') return `excluded as ${strongest.text}`;

  const against = (kind: Evidence['kind']) =>
    evidence.find((one) => one.kind === kind && one.weight < 0)?.text;

  const [label, word] = [against('slot'), against('phrase')];

  const cue = evidence.find(
    ({ kind, weight }) => kind !== 'form' && weight > 0,
  )?.text;

  return [
    ...(label ? [`a label says otherwise (${label})`] : []),
    ...(word ? [`a word says otherwise (${word})`] : []),
    ...(label || word ? [] : [cue ? `too little evidence (${cue})` : 'no cue']),
    ...(meanings.length === 0 ? ['not in the catalogue'] : []),
    ...(provider || isConsole ? [] : ['provider unknown']),
  ].join(', ');
}
