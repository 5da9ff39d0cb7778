import type { Evidence } from './hit.ts';
import { groupMost, type Model, type Prediction, phraseWeight } from './model.ts';
import { eachFeature, PHRASE_PARTS } from './phrase.ts';
import type { ReadCandidate } from './reading.ts';

/** At most this many reasons. */
const MOST = 3;
const CLEAR = 0.3;

/** Why a candidate is a hit or none, in words: what weighed most first, for it above 0, against it below. */
export function reasonsFor(
  one: ReadCandidate,
  { slots, phrase, row }: Prediction,
  all: readonly ReadCandidate[],
  model: Model,
): Evidence[] {
  const reasons: Evidence[] = [];
  one.slots.forEach(({ kind, name }, at) => {
    const score = slots[at] ?? 0;
    if (Math.abs(score) > CLEAR)
      reasons.push({ kind: 'slot', weight: score, text: `${kind === 'owner' ? 'object' : kind} ${name}` });
  });
  const said = saidBy(one, model);
  const words = phrase.slice(0, PHRASE_PARTS.length).reduce((sum, part) => sum + part, 0);
  if (Math.abs(words) > CLEAR) reasons.push({ kind: 'phrase', weight: words, text: said ?? one.form });
  const { beside, near } = one.title;
  if (beside + near > 0)
    reasons.push({ kind: 'title', weight: 4 * Math.max(beside, near), text: 'its title stands beside it' });
  const group = groupMost(row);
  const neighbour = group > CLEAR ? neighbourOf(one, all) : null;
  if (neighbour)
    reasons.push({ kind: 'group', weight: Math.min(group, 4), text: `beside ${neighbour.code}` });
  if (one.reading.context.asked) reasons.push({ kind: 'prior', weight: 2, text: 'a person asks about it' });
  else if (one.reading.console)
    reasons.push({ kind: 'prior', weight: 1, text: `console of ${one.reading.console.provider}` });
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST);
}

/** The word around it that says most. */
function saidBy(one: ReadCandidate, model: Model): string | null {
  const byToken = new Map<number, number>();
  eachFeature(one, (_, feature, token) => {
    if (token >= 0) byToken.set(token, (byToken.get(token) ?? 0) + phraseWeight(feature, model));
  });
  let most = 0;
  let said: string | null = null;
  const { tokens } = one.reading;
  for (const [token, weight] of byToken) {
    const word = tokens.text.slice(tokens.start[token], tokens.end[token]);
    if (Math.abs(weight) <= most || !/\p{L}{2}/u.test(word)) continue;
    most = Math.abs(weight);
    said = word;
  }
  return said;
}

function neighbourOf(one: ReadCandidate, all: readonly ReadCandidate[]): ReadCandidate | null {
  const at = all.indexOf(one);
  for (let step = 1; step < 4; step++) {
    for (const other of [all[at - step], all[at + step]]) if (other && other.code !== one.code) return other;
  }
  return null;
}
