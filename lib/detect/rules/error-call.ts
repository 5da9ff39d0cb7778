import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

const ANY =
  /(?:^|[^\w$])\w{0,40}(?:err(?:or|o)?s?|fail(?:ure|ed)?|fehler|hata|erreur|reject(?:ion|ed)?)(?:code)?[A-Z_]?\w{0,14}\(["'`]?$/i;
/** Names that tell whose error it is, so that small numbers count too. */
const METAS =
  /(?:^|[^\w$])\w{0,20}(?:graph|meta|whats_?app|wa|waba)_?(?:api)?_?(?:err(?:or|o)?s?|code|fail(?:ure)?|throttl\w{1,3}|rate_?limit)\w{0,14}\(["'`]?$/i;

/** Nothing but whose it is: `meta(132000)`. Such a call takes anything, so the number has to be a rare one. */
const OWNER = /(?:^|[^\w$.])(?:graph|meta|whats_?app|waba|twilio)\(["'`]?$/i;

/** `apiError(131056)`, `graphError(190, {…})`: handed to what makes or sorts errors. */
export const rule: Rule = {
  id: 'error-call',
  family: 'place',
  weight: 3.6,
  needs: ['number', 'marked', 'right'],
  find({ kind, code, form, lineLeft, right }) {
    if (kind !== 'number' || code.length < 2 || !/^["'`]?\s?[,)]/.test(right)) return null;
    const name = code.length >= 5 ? ANY : form === 'http-status' ? null : METAS;
    const owner = isRareForm(form) ? OWNER : null;
    const called = (name?.exec(lineLeft) ?? owner?.exec(lineLeft))?.[0].trim() ?? null;
    // `promise.reject('131026', e)`: anybody's.
    return called === null || /^\W?(?:errors?|err|fail|failed|reject|rejected)\(["'`]?$/i.test(called)
      ? null
      : called;
  },
};

export const examples: Examples = {
  yes: [
    'err: apiError(‹131056›), expected: true',
    'expect(isRateLimitError(‹80007›)).toBe(true)',
    'data: graphErr(‹131047›, "Re-engagement message")',
    'expect(isMetaThrottle(‹190›)).toBe(false)',
    'expect(sort(meta(‹132000›)).stop).toBe(true)',
    'classify(400, graphError(‹190›, { error_subcode: 463 }))',
  ],
  no: [
    "promise.reject('131026', e)",
    'isLate(131047)',
    'meta(190)',
    'HttpError(404)',
    'graphError(400)',
    'apiError(190)',
    'the error (131047 of them)',
  ],
};
