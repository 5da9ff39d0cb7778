import type { Examples, Rule } from '../rule.ts';
import { CODE, ERROR, ERROR_CODE } from '../words/error.ts';
import { cue, words } from '../words/pattern.ts';
import { FAILED, OUTCOME, REASON, REJECTED, SENT_THING } from '../words/reason.ts';
import { META, PROVIDER_NAMES, TRADE, WHATSAPP } from '../words/topic.ts';

/** A label of up to four words, and nothing else before the number. */
const LABEL =
  /^[^\p{L}\p{N}\n]{0,6}(\p{L}[\p{L}\p{M}\p{N}.'’°º-]{0,24}(?:\s\p{L}[\p{L}\p{M}\p{N}.'’°º-]{0,24}){0,3})\s?[:：]\s{0,3}$/u;
/** The value ends there. */
const END = /^\s{0,2}(?:$|[·•|,;(])/;
/** Labels that a code of a sender may have. */
const OURS = cue([
  ...[ERROR, ERROR_CODE, CODE, REASON, FAILED, REJECTED, OUTCOME, SENT_THING, TRADE, WHATSAPP, META].flat(),
  ...Object.values(PROVIDER_NAMES).flat(),
  ...words('e.g, i.e, ex, ej, z.b, rule, regra, regla, regel'),
]);

/** `Folio: 131047`: the value of a label that nobody knows for one of errors. Where nothing but the topic speaks for a code, it is none. */
export const rule: Rule = {
  id: 'labelled',
  family: 'against',
  weight: -2,
  needs: ['number', 'long', 'keyed'],
  find({ lineLeft, lineRight, structural, form }) {
    if (structural || (form !== 'six-digits' && form !== 'five-rare') || !END.test(lineRight)) return null;
    const label = LABEL.exec(lineLeft)?.[1];
    return label === undefined || OURS.in(label) ? null : label;
  },
};

export const examples: Examples = {
  yes: ['Folio: ‹131047›', '• Número de socio: ‹131026›', '会員：‹131047›'],
  no: ['Motivo: 131047', 'Meta: 131047', 'Folio: 131047 fuera de plazo', 'Última falha: 131047'],
};
