import type { Topic } from './topics.ts';

/** What was told: a word of the topic, the owner, the vendors, whether the shape stands there. */
export type Answer = string | null | boolean | ReadonlySet<string>;

/**
 * What a rule asked of the text beyond the windows of its scene, and what it was told; of one form, as it is asked again for every
 * hit. `wide` cannot be asked again cheaply: what was found by it is not kept.
 */
export interface Question {
  ask: 'topic' | 'vendors' | 'owner' | 'shows' | 'wide';
  topic: Topic | null;
  shape: RegExp | null;
  from: number;
  /** How far around, or up to where. */
  to: number;
  answer: Answer;
}

export function question(
  ask: Question['ask'],
  answer: Answer,
  from = 0,
  to = 0,
  topic: Topic | null = null,
  shape: RegExp | null = null,
): Question {
  return { ask, topic, shape, from, to, answer };
}

export function isSame(one: Question, other: Question): boolean {
  const { ask, topic, shape, from, to } = one;
  return (
    ask === other.ask &&
    topic === other.topic &&
    shape === other.shape &&
    from === other.from &&
    to === other.to
  );
}

const met: Question[] = [];
const MOST_MET = 64;

/** The question with offsets from the candidate on; one for all who ask it. */
export function relative({ ask, topic, shape, from, to }: Question, start: number): Question {
  const one =
    ask === 'owner'
      ? question(ask, null)
      : question(ask, null, from - start, shape ? to - start : to, topic, shape);
  const known = met.find((other) => isSame(one, other));
  if (known) return known;
  if (met.length < MOST_MET) met.push(one);
  return one;
}
