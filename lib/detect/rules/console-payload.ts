import type { Examples, Rule } from '../rule.ts';
import { flat, isCodeKey } from '../words/keys.ts';

/** What an error has beside its code. */
const MEMBER =
  /^["'`]?\s*,?\s*\\?["'`]?(?:title|description|details?|message|reason|error_data|href|parameter)\\?["'`]?\s{0,12}[:=]/i;

/** On the console of a provider: the code of an object that also tells what went wrong, whether the catalogue has it or not. */
export const rule: Rule = {
  id: 'console-payload',
  family: 'payload',
  weight: 1.8,
  needs: ['number', 'named', 'console', 'right'],
  find({ key, structural, right, reading, form }) {
    if (!key || !structural || !isCodeKey(flat(key)) || form === 'http-status' || !reading.console)
      return null;
    return MEMBER.exec(right)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  host: 'console.twilio.com',
  yes: [
    '{"errors":[{"code":‹4›,"description":"content is not valid"}]}',
    'code: ‹10›, message: "Invalid"',
    '"code": ‹131047›, "title": "Late"',
  ],
  no: ['"code": 10, "price": 4', '"limit": 10, "message": "x"', '"code": 200, "message": "ok"'],
};
