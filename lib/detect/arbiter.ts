import type { Candidate } from './candidates.ts';
import { type Form, isRareForm, isRareOrSubcode } from './form.ts';
import { accepted, weighWhole } from './judge.ts';
import type { Judged } from './judged.ts';
import { hasCompany, isToldBeside } from './kin.ts';
import { lettersAround } from './learnt-features.ts';
import { type Model, type Opinion, openModel, opinionOn } from './learnt-model.ts';
import { LEARNT } from './learnt-weights.ts';
import type { Scene } from './scene.ts';
import { STRONG_ODDS, staysBelow, topicsOf } from './score.ts';
import type { Verdict } from './verdict.ts';

/** Between these log-odds the rules have no firm opinion. */
const OPEN_FROM = -4;
const OPEN_TO = 3;
/** So far what was learnt and the rules must go together, to make a hit; where no rule speaks for it; to undo one; to undo what a rule beside it says. */
const SURE = 0.5;
const SURE_ALONE = 1.3;
const SURE_NOT = 0;
const SURE_NOT_TOLD = -3;
/** What several words say is sure from here on, and later by a part of what rules say against it, and where a field's name says what its value is. */
const SURE_BY_WORDS = 0.5;
const OF_AGAINST = 0.25;
const OF_FIELD = 1.5;
/** So many words, or fewer beside another code that is sure. */
const MANY_WORDS = 5;
const SOME_WORDS = 3;
/** So far a small code is sure, beside another only. */
const SURE_BESIDE = 0.2;
/** So much of that the words around have to say, and so many of them: of a language that was not learnt they say nothing. */
const SAID_NOT = -0.3;
const LEAST_WORDS = 3;
/** A rule of this weight beside the number, a word for an error for one, is hardly overruled. */
const TOLD = 3.1;
/** Fewer around say nothing: a cell, a label. */
const LEAST_LETTERS = 12;
/** In a longer text, such as a log, the form of its lines tells. */
const MAX_LENGTH = 4000;
/** Met everywhere, or a code only in a place that proves it: what the words around say is not enough. */
const UNFIT: ReadonlySet<Form> = new Set<Form>(
  'few-digits zero http-status year round range unknown unknown-like'.split(' ') as Form[],
);

const NEVER = Number.NEGATIVE_INFINITY;

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
    const opinion = mayBeMade(one, hasSure) ? opinionBeside(one) : null;
    if (opinion) one.verdict = made(one, opinion, hasSure) ?? one.verdict;
  }
}

/** Of what the rules have done with, only a number that is seldom anything else, or one beside a sure code. */
const mayBeMade = ({ scene }: Judged, hasSure: boolean) =>
  hasSure || isRareOrSubcode(scene.form) || !staysBelow(OPEN_FROM, scene);

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

/** How far what was learnt and the rules go beyond what makes a hit, where no rule speaks against it. */
function beyondRules({ structural }: Scene, verdict: Verdict, { odds }: Opinion): number {
  const { sum, found } = verdict;
  if (sum <= OPEN_FROM || structural || against(verdict) > 0) return NEVER;
  return odds + sum / 2 - (found.length === 0 ? SURE_ALONE : SURE);
}

/** The same for what the words alone say of a number that is seldom anything else, or stands beside a sure code. */
function beyondWords(scene: Scene, verdict: Verdict, opinion: Opinion, hasSure: boolean): number {
  const { odds, said, words } = opinion;
  const { form, structural } = scene;
  const opposed = against(verdict);
  if (form === 'three-digits' || form === 'four-digits')
    return hasSure && !structural && opposed === 0 && said > 0 ? odds - SURE_BESIDE : NEVER;
  if (!isRareOrSubcode(form) || said < SURE_BY_WORDS || words < (hasSure ? SOME_WORDS : MANY_WORDS))
    return NEVER;
  return odds - SURE_BY_WORDS - opposed * OF_AGAINST - (structural ? OF_FIELD : 0);
}

const against = ({ found }: Verdict) =>
  found.reduce((sum, { family, evidence }) => (family === 'against' ? sum - evidence.weight : sum), 0);

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
