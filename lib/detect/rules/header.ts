import { isRareForm } from '../form.ts';
import { areOf } from '../kin.ts';
import { leadsText } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';
import { CODE, ERROR, ERROR_CODE } from '../words/error.ts';
import { cue, wordless } from '../words/pattern.ts';
import { REASON, REJECTED } from '../words/reason.ts';

const HEADING = cue(
  [...ERROR_CODE, ...ERROR, ...CODE, 'error type', 'detailed status code', 'erro meta', 'number'],
  {
    before:
      /^[^\p{L}]{0,4}(?:(?:Meta|WhatsApp|API|Twilio|Detailed|Response|Failure|Failed|Top|Main|Last|Primary)[\s_]){0,2}$/iu,
    after: /^(?:\s?\(s\)|\s(?:Meta|WhatsApp|de Meta|da Meta|API|code|id|type|message))?[^\p{L}]{0,4}$/iu,
  },
);

/** Under these an everyday word is just that: `Reason: expired`. Constants have a rule of their own. */
const REASONS = cue(REASON);
const REJECTION = cue(REJECTED);

/** Countries, vouchers and products have codes too. */
const CODE_ONLY = cue(
  CODE.filter((word) => !REASON.includes(word)),
  { before: wordless(40), after: wordless(40) },
);
/** What a voucher is worth. */
const WORTH = /[%$€£₹]|R\$|\boff\b/;

/** The row says that the code is one of an error: its title, a failure, the trade. */
function isTold(scene: Scene): boolean {
  const row = scene.reading.nearby();
  const rare = scene.code.length >= 5;
  if (scene.form === 'six-digits' && scene.reading.console && !WORTH.test(row?.text ?? '')) return true;
  if (row?.word('failure') || (rare && (row?.word('trade') || row?.word('whatsapp')))) return true;
  return scene.kind === 'symbol' || scene.meanings.some((meaning) => matchTitle(meaning, scene).near >= 0.5);
}

/** Its title stands there, or the console is of a provider that answers with it. */
function isOwn(scene: Scene): boolean {
  const own = scene.reading.console?.provider ?? scene.reading.context.provider;
  if (own !== 'meta' && areOf(scene.meanings, own)) return true;
  return scene.meanings.some((meaning) => matchTitle(meaning, scene).near >= 1);
}

/** `REJECTED | SCAM`: what Meta turns templates down for, in the row of one that it turned down. */
const isRejection = ({ meanings, reading }: Scene) =>
  meanings.some(({ title }) => title.startsWith('Template rejected:')) &&
  REJECTION.in(reading.nearby()?.text ?? '') !== null;

/** Over small numbers a plural says how many there were. */
const COUNT =
  /^[^\p{L}]*(?:errors|erros|errores|erreurs|errori|fehler|fouten|failures|fallos|falhas|ошибки|hatalar|failed)[^\p{L}]*$/iu;

/** The column is headed `Error`, `Código`, `コード`. */
export const rule: Rule = {
  id: 'header',
  family: 'place',
  weight: 4.4,
  needs: ['header'],
  find(scene) {
    const { header, kind, form, code } = scene;
    // The code must lead its cell: `1 hour after 131047` under "Error" says less.
    if (!header || header.length > 40 || !leadsText(scene)) return null;
    if (kind === 'symbol' && form === 'word' && REASONS.in(header) && !isRejection(scene)) return null;
    if (scene.cell === null && CODE_ONLY.in(header) && !isTold(scene)) return null;
    // `401` in a table of errors, with no list of a provider that has it.
    if (form === 'http-status' && !isOwn(scene)) return null;
    // `9 cars` under "Cause"
    if (code.length < 3 && !/^["'`*\s]{0,4}(?:[|\t\n<(]|$)/.test(scene.right)) return null;
    return HEADING.in(header) && !(code.length < 5 && COUNT.test(header)) ? header : null;
  },
};

/** The column holds one error a row, so what stands before or below its number counts nothing. */
export const isOfErrors = (scene: Scene): boolean =>
  scene.header !== null && !COUNT.test(scene.header) && isRareForm(scene.form) && rule.find(scene) !== null;

export const examples: Examples = {
  yes: [
    '| Error Code | Meaning |\n|---|---|\n| ‹131056› | 24-hour window |',
    '| O que | Código |\n|---|---|\n| Em pausa | ‹132015› |',
    '| Tenant | top_error |\n|---|---|\n| acme | ‹131047› |',
    '| कोड | मतलब |\n|---|---|\n| ‹131047› | बंद |',
  ],
  no: [
    '| Inhabitants | Amount |\n| --- | --- |\n| Adults | 131049 |',
    '| 131049 | |',
    '| Error | What to do |\n|---|---|\n| 401 | Log in again |',
    '| Country code | City |\n|---|---|\n| 131049 | Rome |',
    '| Code | City |\n|---|---|\n| 131021 | Sonipat |',
    '| Produto | Código |\n|---|---|\n| Caneta | 131047 |',
  ],
};
