import { shared } from './own.ts';
import type { Answer, Question } from './question.ts';

/** Answers to one question that are told apart. */
const MOST_ANSWERS = 24;
/** Numbers for each step, and what they are. */
const SIZE = 8;
const [BEFORE, ANSWER, BESIDE, QUESTION, FIRST, FOUND, BEHIND] = [0, 1, 2, 3, 4, 5, 6] as const;
/** In the place of a step: there is none. */
export const NO_STEP = 0;
/** The number of the answer that most questions have: there is nothing. */
const NO_ANSWER = 0;

/**
 * Searches that were made before, step by step: what each asks next, and where each answer leads; at its end what was found. The same
 * windows and the same answers so far lead to the same question, so that each is asked once. A step is a number, and all of them lie
 * in one block, those of one search side by side: thousands are walked, and what is small stays near.
 */
export class Steps {
  private block = new Int32Array(512 * SIZE);
  private count = 1;
  /** By number; the first of each stands for none. */
  private readonly questions: (Question | null)[] = [null];
  private readonly found: unknown[] = [undefined];
  private readonly answers = new Map<Answer, number>();
  private last: { set: ReadonlySet<string>; number: number } | null = null;

  /** The first step of a search. */
  begin(): number {
    return this.make(NO_STEP, 0, NO_STEP);
  }

  /** The first step of the search that is made behind one that ended here. */
  beginBehind(step: number): number {
    return this.at(step, BEHIND) || this.set(step, BEHIND, this.make(step, 0, NO_STEP));
  }

  /** What is asked next; null at the end. */
  question(step: number): Question | null {
    return this.questions[this.at(step, QUESTION)] ?? null;
  }

  ask(step: number, question: Question): void {
    const known = this.questions.indexOf(question);
    this.set(step, QUESTION, known < 0 ? this.questions.push(question) - 1 : known);
  }

  /** Undefined as long as nothing was found. */
  foundAt(step: number): unknown {
    return this.found[this.at(step, FOUND)];
  }

  find(step: number, found: unknown): void {
    this.set(step, FOUND, this.found.push(found) - 1);
  }

  /** Where an answer leads; none where nobody gave it yet. */
  after(step: number, answer: Answer): number {
    const number = this.numberOf(answer);
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
    return this.set(step, FIRST, this.make(step, this.numberOf(answer), first));
  }

  /** The question is asked on the way to a step. */
  isAsked(step: number, isIt: (question: Question) => boolean): boolean {
    for (let at = this.at(step, BEFORE); at !== NO_STEP; at = this.at(at, BEFORE)) {
      const question = this.question(at);
      if (question && isIt(question)) return true;
    }
    return false;
  }

  private make(before: number, answer: number, beside: number): number {
    const step = this.count++;
    if (this.count * SIZE > this.block.length) {
      const { block } = this;
      this.block = new Int32Array(2 * block.length);
      this.block.set(block);
    }
    this.set(step, BEFORE, before);
    this.set(step, ANSWER, answer);
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

  /** The same for the same answer, be it another set of the same words. */
  private numberOf(answer: Answer): number {
    if (answer === null) return NO_ANSWER;
    if (typeof answer !== 'object') return this.numberAs(answer);
    if (this.last?.set !== answer)
      this.last = { set: answer, number: this.numberAs(`\n${[...answer].sort().join('\n')}`) };
    return this.last.number;
  }

  private numberAs(name: Answer): number {
    let number = this.answers.get(name);
    if (number === undefined) {
      number = NO_ANSWER + this.answers.size + 1;
      this.answers.set(typeof name === 'string' ? shared(name) : name, number);
    }
    return number;
  }
}
