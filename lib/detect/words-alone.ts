import { type Form, isRareOrSubcode } from './form.ts';
import type { Opinion } from './learnt-model.ts';
import type { Scene } from './scene.ts';
import { staysBelow } from './score.ts';
import type { Verdict } from './verdict.ts';
import { firstOf, lastOf } from './words/letters.ts';
import { COUNTS } from './words/other.ts';
import { cue, words } from './words/pattern.ts';
import { FAILED, REJECTED, RESTRICTED } from './words/reason.ts';

/** From here on it is sure, and later by a part of what rules say against it, and where a field's name says what its value is. */
const SURE = 0.5;
const OF_AGAINST = 0.25;
const OF_FIELD = 1.5;
/** So many words, or fewer beside another code that is sure. */
const MANY_WORDS = 5;
const SOME_WORDS = 3;
/** So far a small code is sure, beside another only. */
const SURE_BESIDE = 0.2;
/** Rules that know what the number is, if it is no code: the words around speak of something else. */
const NAMING: ReadonlySet<string> = new Set(
  'numbered other-code currency quantity unit postcode thousands line-number process-id version'.split(' '),
);
/** Met everywhere: codes only beside one that is sure. */
const PLAIN: ReadonlySet<Form> = new Set<Form>(['few-digits', 'zero', 'http-status']);

export const NEVER = Number.NEGATIVE_INFINITY;

/** What rules say against it, in log-odds. */
export const opposedBy = ({ found }: Verdict): number =>
  found.reduce((sum, { family, evidence }) => (family === 'against' ? sum - evidence.weight : sum), 0);

/**
 * Of what the rules have done with, only a number that is seldom anything else, or one beside a sure code.
 *
 * @param from Log-odds below which the rules have done with it.
 */
export function mayBeMade(scene: Scene, hasSure: boolean, from: number): boolean {
  const { form } = scene;
  if (isRareOrSubcode(form) || (hasSure && isSmall(form))) return true;
  return !staysBelow(from, scene) && (!PLAIN.has(form) || (hasSure && !isCounted(scene)));
}

/** How far the words around go beyond what makes a hit, whatever the rules make of a number that is seldom anything else, or stands beside a sure code. */
export function beyondWords(scene: Scene, verdict: Verdict, opinion: Opinion, hasSure: boolean): number {
  const { odds, said, words } = opinion;
  const { form, structural } = scene;
  const opposed = opposedBy(verdict);
  if (isSmall(form)) {
    const isFree = hasSure && !structural && opposed === 0 && said > 0 && !isCounted(scene);
    return isFree ? odds - SURE_BESIDE : NEVER;
  }
  if (!isRareOrSubcode(form) || said < SURE || words < (hasSure ? SOME_WORDS : MANY_WORDS)) return NEVER;
  if (verdict.found.some(({ evidence }) => NAMING.has(evidence.rule))) return NEVER;
  return odds - SURE - opposed * OF_AGAINST - (structural ? OF_FIELD : 0);
}

const isSmall = (form: Form) => form === 'three-digits' || form === 'four-digits';

/** `undeliverable 368`, `190 expired`: how many came to that. */
const STATES = [
  ...FAILED.filter((word) => !/^(?:error|failure)$/.test(word)),
  ...REJECTED,
  ...RESTRICTED,
  ...COUNTS,
  ...words(`
    expired, invalid, closed, reports, blocks, complaints, opted out, bounced, account, contacts, caducad*, vencid*, expirad*, inválid*, denuncias, reclamações, bloqueios, bloqueos,
    abgelaufen, ungültig*, meldungen, expiré*, invalides, signalements, scadut*, segnalazioni, просроч*, жалоб*, süresi dolan, şikayet, kedaluwarsa, laporan, منتهي, بلاغات, शिकायतें
  `),
];
const STATE_BEFORE = cue(STATES, { after: /^["'`*]{0,2}\s?[:=]?\s?$/ });
const STATE_BEHIND = cue(STATES, { before: /^\s$/ });

/** It stands beside a state of messages, or alone in its cell, so that the words around are of other cells. */
function isCounted({ lineLeft, lineRight }: Scene): boolean {
  if (STATE_BEFORE.in(lastOf(lineLeft, 40)) || STATE_BEHIND.in(firstOf(lineRight, 40))) return true;
  const left = /(?:^|[|\t])\s*["'`*]{0,2}$/.exec(lineLeft)?.[0];
  const right = /^["'`*]{0,2}\s*(?:[|\t]|$)/.exec(lineRight)?.[0];
  return left !== undefined && right !== undefined && /[|\t]/.test(left + right);
}
