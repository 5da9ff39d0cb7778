import type { Candidate } from './candidates.ts';
import { type Form, isRareForm } from './form.ts';
import { accepted, weighWhole } from './judge.ts';
import type { Judged } from './judged.ts';
import { hasCompany, isToldBeside } from './kin.ts';
import { lettersAround } from './learnt-features.ts';
import { type Model, type Opinion, openModel, opinionOn } from './learnt-model.ts';
import { LEARNT } from './learnt-weights.ts';
import type { Scene } from './scene.ts';
import { STRONG_ODDS, topicsOf } from './score.ts';
import { strangersOf } from './strangers.ts';
import type { Verdict } from './verdict.ts';
import { beyondWords, mayBeMade, NEVER, opposedBy } from './words-alone.ts';

/** Between these log-odds the rules have no firm opinion. */
const OPEN_FROM = -4;
const OPEN_TO = 3;
/** So far what was learnt and the rules must go together, to make a hit; where no rule speaks for it; to undo one; to undo what a rule beside it says. */
const SURE = 0.5;
const SURE_ALONE = 1.3;
const SURE_NOT = 0;
const SURE_NOT_TOLD = -3;
/** So much of that the words around have to say, and so many of them: of a language that was not learnt they say nothing. */
const SAID_NOT = -0.3;
const LEAST_WORDS = 3;
/** A rule of this weight beside the number, a word for an error for one, is hardly overruled. */
const TOLD = 3.1;
/** Fewer around say nothing: a cell, a label. */
const LEAST_LETTERS = 12;
/** In a longer text, such as a log, the form of its lines tells. */
const MAX_LENGTH = 4000;
/** A code only in a place that proves it: what the words around say is not enough. */
const UNFIT: ReadonlySet<Form> = new Set<Form>('year round range unknown unknown-like'.split(' ') as Form[]);

let model: Model | null = null;

export const mayArbitrate = (text: string): boolean =>
  text.length > LEAST_LETTERS && text.length <= MAX_LENGTH;

/** By its form the words around may make a hit of it. */
export const isFit = ({ kind, form }: Pick<Candidate, 'kind' | 'form'>): boolean =>
  kind !== 'symbol' && !UNFIT.has(form);

/**
 * Where the rules leave a number open, what was learnt from labelled text decides, if it is sure: people say in more ways than rules can list that a
 * number is an error's. See docs/decisions/020-learnt-where-rules-are-open.md.
 */
export function arbitrate(judged: readonly Judged[]): void {
  const open = judged.filter((one) => !accepted(one) && isFit(one.scene));
  for (const one of judged) {
    const opinion = accepted(one) && !isFirm(one) ? opinionBeside(one) : null;
    if (opinion) one.verdict = undone(one, opinion, judged) ?? one.verdict;
  }
  const hasSure = judged.some(accepted);
  for (const one of open) {
    const opinion = mayBeMade(one.scene, hasSure, OPEN_FROM) ? opinionBeside(one) : null;
    if (opinion) one.verdict = made(one, opinion, hasSure) ?? one.verdict;
  }
  // Among the numbers of another system.
  for (const one of strangersOf(judged, accepted)) one.verdict = one.verdict.without('learnt');
}

/** Null where too little stands around it. */
function opinionBeside({ scene }: Judged): Opinion | null {
  const { start, end, code, form, reading } = scene;
  const place = { text: reading.text, start, end, code, form };
  if (lettersAround(place) < LEAST_LETTERS) return null;
  model ??= openModel(LEARNT);
  return opinionOn({ ...place, topics: topicsOf(scene) }, model);
}

function undone(
  one: Judged,
  { odds, said, word, words }: Opinion,
  judged: readonly Judged[],
): Verdict | null {
  const both = one.verdict.sum + odds;
  if (said > SAID_NOT || words < LEAST_WORDS) return null;
  if (both > (isToldBeside(one, TOLD) ? SURE_NOT_TOLD : SURE_NOT) || isSureElsewhere(one, judged))
    return null;
  return moved(one.verdict, -0.1 + both / 4, word);
}

function made(one: Judged, opinion: Opinion, hasSure: boolean): Verdict | null {
  if (opinion.odds < 0) return null;
  const verdict = weighWhole(one.scene, one.verdict);
  const beyond = Math.max(
    beyondRules(one.scene, verdict, opinion),
    beyondWords(one.scene, verdict, opinion, hasSure),
  );
  return beyond < 0 ? null : moved(verdict, 0.1 + beyond / 4, opinion.word);
}

/** How far what was learnt and the rules go together beyond what makes a hit, where no rule speaks against it. */
function beyondRules({ structural }: Scene, verdict: Verdict, { odds }: Opinion): number {
  const { sum, found } = verdict;
  if (sum <= OPEN_FROM || structural || opposedBy(verdict) > 0) return NEVER;
  return odds + sum / 2 - (found.length === 0 ? SURE_ALONE : SURE);
}

/** To so far from the edge between hits and others. */
function moved(verdict: Verdict, by: number, word: string | null): Verdict {
  const weight = Math.round((STRONG_ODDS + by - verdict.sum) * 10) / 10;
  return verdict.with('learnt', weight, word ?? '', 'learnt');
}

/** Somebody asks about it, its company says it, or the rules are sure. A symbol is its own name, and that of a field says what its value is. */
const isFirm = (one: Judged) =>
  one.verdict.sum >= OPEN_TO ||
  one.scene.reading.context.asked === true ||
  one.scene.kind === 'symbol' ||
  one.scene.structural ||
  (isRareForm(one.scene.form) && hasCompany(one, TOLD));

/** Another place of the text leaves no doubt that the number is a code. */
const isSureElsewhere = ({ scene }: Judged, judged: readonly Judged[]) =>
  judged.some((one) => one.scene.code === scene.code && one.verdict.sum >= OPEN_TO && accepted(one));
