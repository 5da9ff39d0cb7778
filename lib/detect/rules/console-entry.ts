import type { Examples, Rule } from '../rule.ts';
import { rule as ofConsole } from './console.ts';

const HEAD = /(?:^|[{[(,])\s*(?:-\s)?(?:["'`]?(?:code|id)["'`]?\s?(?::|=>)\s)?["'`]?$/;
/** A field for words, and two words at least. */
const WORDS =
  /^["'`]?\s?(?::|=>)?\s?[{[(]?\s{0,24}["'`]?(?:en|pt|es|hi|id|ar|de|fr|it|tr|text|message|msg|title|label|desc(?:ription)?|reason|mensaje|mensagem)(?:[_-]\w{2})?["'`]?\s?(?::|=>)\s{0,2}["'`]?\p{L}[\p{L}'’]*\s\p{L}/iu;

/** `471:` with `text_en: "This number has sent …"` beneath, on the console of a provider that has the number: a list of its codes. */
export const rule: Rule = {
  id: 'console-entry',
  family: 'payload',
  weight: 1.8,
  needs: ['number', 'console', 'right'],
  find(scene) {
    const { lineLeft, right, code } = scene;
    if (code.length < 3 || ofConsole.find(scene) === null) return null;
    return HEAD.test(lineLeft) && WORDS.test(right) ? code : null;
  },
};

export const examples: Examples = {
  host: 'www.gupshup.io',
  yes: [
    '  ‹1002›:\n      text_en: "This number has sent too much"',
    '- code: ‹1002›\n  en: "Too much was sent"',
    "[‹1003› => ['en' => 'User is not opted in'],",
    '{"‹1002›": {"en": "No such number"}}',
  ],
  no: [
    '471:\n  city: "New Delhi"',
    '- code: 471\n  en: "Spam"',
    'page 471 en: No such number',
    '10: { en: "Too much" }',
  ],
};
