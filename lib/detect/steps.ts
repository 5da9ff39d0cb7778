import { shared } from './own.ts';
import type { Answer, Question } from './question.ts';

/** Answers to one question that are told apart. */
const MOST_ANSWERS = 24;

/**
 * One step of a search that was made before: what it asks next, and where each answer leads; at its end what was found. The same
 * windows and the same answers so far lead to the same question, so that each is asked once. Steps are chained, not listed: thousands
 * are walked, and what is small stays near.
 */
export interface Step {
  before: Step | null;
  /** What the question of the step before was answered. */
  answer: Answer;
  /** The next answer to that question. */
  beside: Step | null;
  question: Question | null;
  /** Where the first of the answers leads. */
  first: Step | null;
  found: unknown;
  /** The search that is made behind this one, as soon as there is one. */
  behind: Step | null;
}

export function stepFrom(before: Step | null, answer: Answer, beside: Step | null): Step {
  return { before, answer, beside, question: null, first: null, found: undefined, behind: null };
}

/** Where an answer leads; null where nobody gave it yet. */
export function after(step: Step, answer: Answer): Step | null {
  for (let next = step.first; next; next = next.beside) if (next.answer === answer) return next;
  if (answer === null || typeof answer !== 'object') return null;
  for (let next = step.first; next; next = next.beside) {
    const known = next.answer;
    if (known !== null && typeof known === 'object' && areSame(known, answer)) return next;
  }
  return null;
}

function areSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  if (some.size !== others.size) return false;
  for (const one of some) if (!others.has(one)) return false;
  return true;
}

/** A new answer. Null where too many are told apart. */
export function add(step: Step, answer: Answer): Step | null {
  if (answersOf(step) >= MOST_ANSWERS) return null;
  step.first = stepFrom(step, typeof answer === 'string' ? shared(answer) : answer, step.first);
  return step.first;
}

function answersOf(step: Step): number {
  let count = 0;
  for (let next = step.first; next; next = next.beside) count++;
  return count;
}
