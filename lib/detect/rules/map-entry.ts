import type { Examples, Rule } from '../rule.ts';

const OPENS = /^["'`]?\s?(?::|=>)\s*[{[(]?[\s|]*\n/;
const FIELD = /^\s*["'`]?(\w{2,30})["'`]?\s?(?::|=>)/;
/** What an entry of such a catalogue has: words for a reader, or what is to be done. */
const TELLS =
  /reason|text|message|msg|title|desc|hint|explanation|mensaje|mensagem|action|solution|soluc|^retr[yi]|^permanent|^transient|^severity/i;

/** `1013:` with `text: "…"` or `reason: "…"` on the lines beneath: a catalogue of messages by number. */
export const rule: Rule = {
  id: 'map-entry',
  family: 'place',
  weight: 3.5,
  needs: ['head', 'right'],
  find({ lineLeft, right, code, form }) {
    // `'401':` with a description is one of an interface of anybody's.
    if (form === 'http-status' || code.length < 3 || !/^[\s{]*["'`]?$/.test(lineLeft)) return null;
    return entryField(right);
  },
};

/** The field of an entry that tells what its number means, given the text behind the number. */
export function entryField(right: string): string | null {
  const opening = OPENS.exec(right)?.[0];
  if (opening === undefined) return null;
  for (const line of right.slice(opening.length).split('\n', 3)) {
    const name = FIELD.exec(line)?.[1];
    if (name === undefined) return null;
    if (TELLS.test(name)) return name;
  }
  return null;
}

export const examples: Examples = {
  yes: [
    '  ‹1013›:\n    text_en: "This phone has no WhatsApp"',
    '"‹131047›": {\n  "message": "too late"',
    '  ‹470›:\n    reason: closed',
    "  ‹132007›: {\n    category: 'TEMPLATE_ISSUE',\n    title: 'Too long'",
    '  "‹131056›": {\n    retryable: true,',
    '  ‹131047›: {\n    label: "Janela fechada",\n    explanation:\n',
  ],
  no: [
    "'401':\n  description: Unauthorized",
    '  1013:\n    city: "Rome"',
    '131047: "x"',
    'at 1013:\n  text: x',
    '  131001: {\n    label: "Sonipat",\n    state: "Haryana"',
  ],
};
