import { isLongForm } from '../form.ts';
import { MATTERS } from '../matters.ts';
import type { Examples, Rule } from '../rule.ts';
import { FAULT } from '../words/fault.ts';
import { apart, firstOf, lastOf } from '../words/letters.ts';
import { TRADED } from '../words/meant.ts';

/** `131049 — …`, `| 131049 | …`, `131049, "…`, `131049: …`, `131048 Too much spam` */
export const THEN =
  /^["'`*)\]]{0,3}(?:\s{0,2}(?:[:|→⇒–—]|->|=>)\s{0,4}|\s-\s|,\s{0,2}(?=["'`])|\s?[(（](?=\p{L}))["'`*]{0,3}(?=\p{L})|^\s(?=\p{Lu}\p{Ll}+\s\p{L})/u;
/** `pair rate limit [131056]`, `NotOnWhatsApp->value => [131026` */
const BEFORE = /(?:[[({]["'`]?|(?:=>|->|→)\s?[[({]?["'`]?)$/;
/** `| Window closed | 131047`: the cell before. */
const CELL = /\s?\|\s?["'`*]{0,3}$/;
const REACH = 90;
/** Another cell, another sentence, another number; 24 hours are none. */
const BREAK = /[|\n\t;。]|[.!?]\s|\d{3}/u;

/** `131049 — stopped for a healthy ecosystem`: what only this code is about stands beside it, set apart. */
export const rule: Rule = {
  id: 'matter',
  family: 'wording',
  weight: 3.2,
  needs: ['number', 'long'],
  find({ code, form, lineLeft, lineRight }) {
    const matter = MATTERS.get(code);
    if (!matter || !isLongForm(form)) return null;
    const said = [behind(lineRight), inFront(lineLeft, BEFORE)].find((words) => matter.in(words));
    // An order is paid by card, and has an image.
    if (said !== undefined)
      return TRADED.has(code) && !FAULT.in(said) ? null : (matter.in(said)?.word ?? null);
    const cell = inFront(lineLeft, CELL);
    return FAULT.in(cell) ? (matter.in(cell)?.word ?? null) : null;
  },
};

function behind(lineRight: string): string {
  const then = THEN.exec(lineRight)?.[0];
  if (then === undefined) return '';
  return apart(firstOf(lineRight.slice(then.length), REACH).split(BREAK, 1)[0] ?? '');
}

function inFront(lineLeft: string, edge: RegExp): string {
  const lead = edge.exec(lineLeft)?.[0];
  if (lead === undefined) return '';
  return apart(lastOf(lineLeft.slice(0, -lead.length), REACH).split(BREAK).at(-1) ?? '');
}

export const examples: Examples = {
  yes: [
    'it says ‹131049›: not delivered, for the sake of a healthy ecosystem',
    '1. ‹131049› — Message blocked for ecosystem protection',
    '[InlineData(HttpStatusCode.BadRequest, ‹131056›, "PairRateLimited", true)]',
    'Reason::NotOnWhatsApp->value => [‹131026›],',
    '| ‹131047› | Janela de 24h encerrada |',
    '| Window closed | ‹131047› | No |',
    '‹131048› Too much spam',
    '`‹130429›` (terlalu cepat)',
  ],
  no: [
    '131047 windows',
    'Payment 131042 by card',
    '131047: 24 people',
    'Windows: 131047',
    '| Window | 131047 | 12 |',
    '131026 | 24h',
    '131042, payment by card',
    '| 131042 | Payment by card |',
  ],
};
