import type { Candidate } from './candidates.ts';
import { type Form, isRareForm } from './form.ts';
import { accepted, weighWhole } from './judge.ts';
import type { Judged } from './judged.ts';
import { hasCompany, isToldBeside } from './kin.ts';
import { lettersAround } from './learnt-features.ts';
import { type Model, type Opinion, openModel, opinionOn } from './learnt-model.ts';
import { LEARNT } from './learnt-weights.ts';
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
  for (const one of judged) {
    const isHit = accepted(one);
    if (isHit ? isFirm(one) : !isOpen(one)) continue;
    const { start, end, code, form, reading } = one.scene;
    const place = { text: reading.text, start, end, code, form };
    if (lettersAround(place) < LEAST_LETTERS) continue;
    model ??= openModel(LEARNT);
    const opinion = opinionOn({ ...place, topics: topicsOf(one.scene) }, model);
    const verdict = isHit ? undone(one, opinion, judged) : made(one, opinion);
    if (verdict) one.verdict = verdict;
  }
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

function made(one: Judged, { odds, word }: Opinion): Verdict | null {
  const verdict = weighWhole(one.scene, one.verdict);
  const { sum, found } = verdict;
  const beyond = odds + sum / 2 - (found.length === 0 ? SURE_ALONE : SURE);
  if (beyond < 0 || sum <= OPEN_FROM || found.some(({ family }) => family === 'against')) return null;
  return moved(verdict, 0.1 + beyond / 4, word);
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

const isOpen = ({ scene }: Judged) => isFit(scene) && !scene.structural && !staysBelow(OPEN_FROM, scene);
