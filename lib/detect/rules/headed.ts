import { isRareForm } from '../form.ts';
import { speaksForItself } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import { CODE, ERROR, ERROR_CODE } from '../words/error.ts';
import { cue, words } from '../words/pattern.ts';
import { FAILED, OUTCOME, REASON, REJECTED } from '../words/reason.ts';
import { PROVIDER_NAMES, WHATSAPP } from '../words/topic.ts';

/** Headings and labels that a code may stand under. */
const OURS = cue([
  ...[ERROR, ERROR_CODE, CODE, REASON, FAILED, REJECTED, OUTCOME, WHATSAPP].flat(),
  ...Object.values(PROVIDER_NAMES).flat(),
  ...words(
    'status, state, detail*, info*, descri*, result*, response*, note*, remark*, event*, log*, cause*, issue*, problem*, type, what, number, nº, no, message, output, answer, last, estado, situação, detalhe*, detalle*, respuesta, resposta, nota*, evento*, problema*, tipo, mensagem, mensaje, statut, détail*, réponse, durum, статус, حالة, स्थिति',
  ),
]);

/** `Reach` over 131047, by itself in its cell: what the page is about makes no code of a number below a heading that nobody knows for one of errors. */
export const rule: Rule = {
  id: 'headed',
  family: 'against',
  weight: -2.2,
  needs: ['number', 'long', 'heading'],
  find(scene) {
    const { form, header, label, lineLeft, lineRight, cell } = scene;
    if (!isRareForm(form)) return null;
    // Tables in a text are lists by hand as often as a page's.
    const heading = cell === null ? (header ?? label) : null;
    if (!heading || heading.length > 40 || !/\p{L}{2}/u.test(heading) || OURS.in(heading)) return null;
    if (/\p{L}$/u.test(lineLeft.trimEnd()) || /^\s?\p{L}/u.test(lineRight)) return null;
    return speaksForItself(scene) ? null : heading;
  },
};

export const examples: Examples = {
  header: 'Impressions',
  yes: ['‹131047›', ' ‹131026› ', '‹63016›'],
  no: ['error 131047', '131047 came back', '470', 'in 131047'],
};
