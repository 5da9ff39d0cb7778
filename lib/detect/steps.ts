import { shared } from './own.ts';
import type { Answer, Question } from './question.ts';

/** Answers to one question that are told apart. */
const MOST_ANSWERS = 24;
/**
 * Numbers for each step, and what they are. `WHAT` is the question asked next or, as a negative number, what was found. `FIRST` is the first of the
 * steps where its answers lead; where something was found, the first step of the search behind.
 */
const SIZE = 4;
const [ANSWER, BESIDE, WHAT, FIRST] = [0, 1, 2, 3] as const;
/** In the place of a step: there is none. */
export const NO_STEP = 0;

/**
 * Searches that were made before, step by step: what each asks next, and where each answer leads; at its end what was found. The same
 * windows and the same answers so far lead to the same question, so that each is asked once. A step is a number, and all of them lie
 * in one block, those of one search side by side: thousands are walked, and what is small stays near.
 */
export class Steps {
  private block = new Int32Array(512 * SIZE);
  private count = 1;
  /** The step that leads to each. */
  private readonly before: number[] = [NO_STEP];
  /** By number; the first of each stands for none. */
  private readonly questions: (Question | null)[] = [null];
  private readonly found: unknown[] = [undefined];
  /** Numbers of answers; that of none is 0. */
  private readonly answers = new Map<Answer, number>([[null, 0]]);

  /** The first step of a search. */
  begin(): number {
    return this.make(NO_STEP, null, NO_STEP);
  }

  /** The first step of the search that is made behind one that ended here. */
  beginBehind(step: number): number {
    return this.at(step, FIRST) || this.set(step, FIRST, this.make(step, null, NO_STEP));
  }

  /** What is asked next; null at the end. */
  question(step: number): Question | null {
    return this.questions[Math.max(0, this.at(step, WHAT))] ?? null;
  }

  /** What a step is stays: a search that ended there asks nothing more, and one that asked did not end. */
  ask(step: number, question: Question): void {
    if (this.at(step, WHAT) !== 0) return;
    const known = this.questions.indexOf(question);
    this.set(step, WHAT, known < 0 ? this.questions.push(question) - 1 : known);
  }

  /** Undefined as long as nothing was found. */
  foundAt(step: number): unknown {
    return this.found[Math.max(0, -this.at(step, WHAT))];
  }

  find(step: number, found: unknown): void {
    if (this.at(step, WHAT) === 0) this.set(step, WHAT, 1 - this.found.push(found));
  }

  /** Where an answer leads; none where nobody gave it yet. */
  after(step: number, answer: Answer): number {
    const number = this.answers.get(answer);
    let next = this.at(step, FIRST);
    while (next !== NO_STEP && this.at(next, ANSWER) !== number) next = this.at(next, BESIDE);
    return next;
  }

  /** A new answer. None where too many are told apart. */
  add(step: number, answer: Answer): number {
    const first = this.at(step, FIRST);
    let count = 0;
    for (let next = first; next !== NO_STEP; next = this.at(next, BESIDE)) count++;
    if (count >= MOST_ANSWERS) return NO_STEP;
    return this.set(step, FIRST, this.make(step, answer, first));
  }

  /** The question is asked on the way to a step. */
  isAsked(step: number, isIt: (question: Question) => boolean): boolean {
    for (let at = this.before[step]; at; at = this.before[at]) {
      const question = this.question(at);
      if (question && isIt(question)) return true;
    }
    return false;
  }

  private make(before: number, answer: Answer, beside: number): number {
    const step = this.count++;
    if (this.count * SIZE > this.block.length) {
      const { block } = this;
      this.block = new Int32Array(2 * block.length);
      this.block.set(block);
    }
    this.before.push(before);
    this.set(step, ANSWER, this.numberOf(answer));
    this.set(step, BESIDE, beside);
    return step;
  }

  private at(step: number, part: number): number {
    return this.block[step * SIZE + part] ?? 0;
  }

  private set(step: number, part: number, value: number): number {
    this.block[step * SIZE + part] = value;
    return value;
  }

  private numberOf(answer: Answer): number {
    let number = this.answers.get(answer);
    if (number === undefined) {
      number = this.answers.size;
      this.answers.set(typeof answer === 'string' ? shared(answer) : answer, number);
    }
    return number;
  }
}
