import { gistIn } from '../gists.ts';
import type { Examples, Rule } from '../rule.ts';
import { toldIn } from '../told-in.ts';

/** From the code to the message of the same object. */
const MESSAGE =
  /^["'`]?,\s{0,12}["']?(?:error_?)?(?:message|msg|title|description|details?)["']?\s?(?::|=>?)\s?["'`]([^"'`\n]{4,90})/i;

/** And from the message to the code. */
const MESSAGE_BEFORE =
  /(?:error_?)?(?:message|msg|title|description|details?)["']?\s?(?::|=>?)\s?["'`]([^"'`\n]{4,90})["'`],\s{0,12}["']?(?:error_?)?code["']?\s?(?::|=>?)\s?["'`]?$/i;

/** `error=470 "more than 24 hours have passed`, in a log */
const QUOTED = /^\s["“]([^"“”\n]{10,110})/;

/** `error: { code: 190, message: 'token gone' }`: the message of a small code says what that code means. */
export const rule: Rule = {
  id: 'told-message',
  family: 'wording',
  weight: 3.4,
  needs: ['number', 'named', 'tellable', 'left'],
  find({ code, left, right, key, owner }) {
    if (code.length < 3 || key === null) return null;
    const quoted = /^err(?:or)?(?:_?code)?$/i.test(key) ? QUOTED.exec(right)?.[1] : undefined;
    if (quoted !== undefined) return toldIn(code, quoted);
    if (!/^(?:error_?)?code$/i.test(key) || !/err/i.test(owner ?? '')) return null;
    const message = MESSAGE.exec(right)?.[1] ?? MESSAGE_BEFORE.exec(left)?.[1];
    if (message === undefined) return null;
    // The object is one of an error: what is said of other things as well is enough, but for any field.
    return toldIn(code, message) ?? (code === '100' ? null : gistIn(code, message));
  },
};

export const examples: Examples = {
  yes: [
    "post({ data: { error: { code: ‹190›, message: 'token gone' } } })",
    'status=failed error=‹470› "not sent, over 24 hours ago',
    '{"error":{"code":‹100›,"message":"a wrong field"}}',
    "{ error: { message: 'Session expired', code: ‹190› } }",
    '{ error: { message: "Bad OAuth token", code: ‹190› } }',
    "'error' => ['code' => 190, x], error: { code: ‹200›, message: 'no permission' }",
  ],
  no: [
    "{ error: { code: 190, message: 'gone' } }",
    "{ seat: { code: 190, message: 'token' } }",
    "{ error: { limit: 190, message: 'token' } }",
  ],
};
