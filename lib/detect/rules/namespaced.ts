import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

const SPACE =
  /(?:^|[\s"'`([{,=:])(?:[\w-]{1,24}(?:\.|::)){0,3}\w{0,16}(?:err(?:or)?s?|error_?codes?|erro|erros|errores|fehler)(?:\.|::)$/i;

/** `errors.131047`, `whatsapp::error::131047`: the name under which a message is kept, with the number last. */
export const rule: Rule = {
  id: 'namespaced',
  family: 'place',
  weight: 3.6,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, lineRight }) {
    if (!isRareForm(form) || !/^(?:$|["'`)\]},;:\s]|\.[a-z_])/i.test(lineRight)) return null;
    return SPACE.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    't("errors.‹131047›")',
    'whatsapp::error::‹131047›',
    'i18n.errors.‹131026›.title',
    "'meta_errors.‹131049›'",
  ],
  no: ['mirrors.131047', 'v1.131047', 'errors.131047.5', 'terror: 131047'],
};
