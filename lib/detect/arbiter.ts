import type { Form } from './form.ts';
import { accepted, weighWhole } from './judge.ts';
import type { Judged } from './judged.ts';
import { isToldBeside } from './kin.ts';
import { lettersAround, type Surrounded } from './learnt-features.ts';
import { type Model, oddsOf, openModel } from './learnt-model.ts';
import { LEARNT } from './learnt-weights.ts';
import type { Scene } from './scene.ts';
import { STRONG_ODDS, topicsOf } from './score.ts';

/** Between these log-odds the rules have no firm opinion. */
const OPEN_FROM = -4;
const OPEN_TO = 3;
/** So sure must be what was learnt, to make a hit, and to undo one. */
const SURE = 1.75;
const SURE_NOT = 2;
/** A rule of this weight beside the number, a word for an error for one, is not overruled. */
const TOLD = 4;
/** Fewer around say nothing: a cell, a label. */
const LEAST_LETTERS = 12;
/** In a longer text, such as a log, the form of its lines tells. */
const MAX_LENGTH = 4000;
/** Met everywhere, or a code only in a place that proves it: what the words around say is not enough. */
const UNFIT: ReadonlySet<Form> = new Set<Form>(
  'few-digits zero http-status year round range unknown unknown-like'.split(' ') as Form[],
);

let model: Model | null = null;

export const mayArbitrate = (text: string): boolean => text.length <= MAX_LENGTH;

/**
 * Where the rules leave a number open, what was learnt from labelled text decides, if it is sure: people say in more ways than rules can list that a
 * number is an error's. See docs/decisions/020-learnt-where-rules-are-open.md.
 */
export function arbitrate(judged: readonly Judged[]): void {
  for (const one of judged) {
    const isHit = accepted(one);
    if (isHit ? isFirm(one) : !isOpen(one)) continue;
    const around = surroundedIn(one.scene);
    if (lettersAround(around) < LEAST_LETTERS) continue;
    model ??= openModel(LEARNT);
    const { odds, word } = oddsOf(around, model);
    const beyond = isHit ? -odds - SURE_NOT : odds - SURE;
    if (beyond < 0) continue;
    const verdict = weighWhole(one.scene, one.verdict);
    if (!isHit && (verdict.sum <= OPEN_FROM || verdict.found.some(({ family }) => family === 'against')))
      continue;
    const aim = STRONG_ODDS + (isHit ? -1 : 1) * (0.1 + beyond / 4);
    one.verdict = verdict.with('learnt', Math.round((aim - verdict.sum) * 10) / 10, word, 'learnt');
  }
}

const isFirm = (one: Judged) => one.verdict.sum >= OPEN_TO || isNamed(one) || isToldBeside(one, TOLD);

const isOpen = (one: Judged) => !isNamed(one) && !UNFIT.has(one.scene.form);

/** A symbol is its own name, and the name of a field says what its value is. */
const isNamed = ({ scene: { kind, structural } }: Judged) => kind === 'symbol' || structural;

function surroundedIn(scene: Scene): Surrounded {
  const { reading, start, end, code, form } = scene;
  const { text, context } = reading;
  return { text, start, end, code, form, topics: topicsOf(scene), hosted: context.host !== undefined };
}
