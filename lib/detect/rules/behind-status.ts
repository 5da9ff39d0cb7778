import { isHttpStatus, isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** `[400, 131042, ErroDeCobranca::class]`, `(403, 131031)`: the status of an answer and the code in it, as tests list them. */
export const rule: Rule = {
  id: 'behind-status',
  family: 'place',
  weight: 3,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, lineRight }) {
    if (!isRareForm(form)) return null;
    if (!/^["'`]?\s?(?:[,)\]]|$)/.test(lineRight)) return null;
    const [said, status = ''] = /[[({]\s?["'`]?([45]\d\d)["'`]?,\s{0,2}["'`]?$/.exec(lineLeft) ?? [];
    return said !== undefined && isHttpStatus(status) ? said.trim() : null;
  },
};

export const examples: Examples = {
  yes: [
    "'cobrança' => [400, ‹131042›, ErroDeCobranca::class],",
    'fail(403, ‹131031›)',
    '("400", "‹131047›", False),',
  ],
  no: ['[131047, 400]', 'crop(400, 131047 + x)', 'size 400, 131047', '[200, 131047]', 'check(470, "131047")'],
};
