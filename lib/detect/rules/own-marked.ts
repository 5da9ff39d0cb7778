import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** ``The adapter maps `TEMPLATE_NOT_FOUND` to``: a name of several parts in code marks, on the console of the provider that prints it. */
export const rule: Rule = {
  id: 'own-marked',
  family: 'payload',
  weight: 4.6,
  needs: ['symbol', 'marked', 'console', 'spelled'],
  find({ code, left, right, meanings, reading, structural }) {
    const own = reading.console?.provider;
    if (structural || own === 'meta' || !areOf(meanings, own)) return null;
    if (meanings.every(({ success }) => success) || !/^[A-Z]+(?:_[A-Z\d]+)+$/.test(code)) return null;
    return left.endsWith('`') && right.startsWith('`') ? '`' : null;
  },
};

export const examples: Examples = {
  host: 'portal.infobip.com',
  yes: [
    'Please keep `‹REJECTED_NOT_ENOUGH_CREDITS›` out of this switch',
    'maps `‹REJECTED_NOT_ENOUGH_CREDITS›` to our own',
    'after `‹REJECTED_NOT_ENOUGH_CREDITS›` we stop',
  ],
  no: ['REJECTED_NOT_ENOUGH_CREDITS', 'set `MAX_TRIES` to 3', '"REJECTED_NOT_ENOUGH_CREDITS"'],
};
