import type { Topic } from './topics.ts';

/** What was told: a word of the topic, the owner, whether the shape stands there or the provider is named. */
export type Answer = string | null | boolean;

interface Asked<Ask extends string, Of> {
  ask: Ask;
  of: Of;
  from: number;
  /** How far around, or up to where. */
  to: number;
  answer: Answer;
}

/**
 * What a rule asked of the text beyond the windows of its scene, and what it was told; as it is asked again for every hit. `named` of null
 * is any provider. `wide` cannot be asked again cheaply: what was found by it is not kept.
 */
export type Question =
  | Asked<'topic', Topic>
  | Asked<'named', string | null>
  | Asked<'shows', RegExp>
  | Asked<'owner' | 'wide', null>;

export function isSame(one: Question, other: Question): boolean {
  return one.ask === other.ask && one.of === other.of && one.from === other.from && one.to === other.to;
}

const met: Question[] = [];
const MOST_MET = 100;

/** The question with offsets from the candidate on; one for all who ask it. */
export function relative(one: Question, start: number): Question {
  const [from, to] =
    one.ask === 'owner' ? [0, 0] : [one.from - start, one.ask === 'shows' ? one.to - start : one.to];
  const asked = { ...one, from, to, answer: null };
  const known = met.find((other) => isSame(asked, other));
  if (known) return known;
  if (met.length < MOST_MET) met.push(asked);
  return asked;
}
