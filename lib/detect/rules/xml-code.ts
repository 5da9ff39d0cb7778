import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { flat, isCodeKey, isErrorCodeKey } from '../words/keys.ts';

const FAULT = /^(?:errors?|err|erro|failure|fault|reason)$/i;

/** `<Code>21215</Code>`, `<ErrorCode>63016</ErrorCode>`: the value of an element. HTML's own `<code>` is none. */
export const rule: Rule = {
  id: 'xml-code',
  family: 'place',
  weight: 4,
  needs: ['number', 'named', 'right'],
  find({ kind, form, reading: { text }, start, end }) {
    if (kind !== 'number' || text[start - 1] !== '>' || text[end] !== '<') return null;
    const name = /<(\w{2,24})>$/.exec(text.slice(Math.max(0, start - 26), start))?.[1];
    if (!name || name === 'code' || !text.startsWith(`</${name}>`, end)) return null;
    if (isRareForm(form) && FAULT.test(name)) return name;
    return isErrorCodeKey(flat(name)) || isCodeKey(flat(name)) ? name : null;
  },
};

export const examples: Examples = {
  yes: [
    '<RestException><Code>‹21610›</Code><Message>Unsubscribed</Message>',
    '<ErrorCode>‹63016›</ErrorCode>',
    '<error_code>‹131047›</error_code>',
    '<sid/>\n<error>‹131026›</error>',
  ],
  no: ['<code>131047</code>', '<Count>131047</Count>', '<error>470</error>', '<Code>131047'],
};
