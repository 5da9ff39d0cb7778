import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** A name that tells what went wrong; a count of failures is another. */
const FIELD =
  /(?:fail(?:ed|ure)?|err(?:or)?|reject(?:ion|ed)?)_?(?:detail|reason|info|text|msg|message|description|cause)s?$/i;

/** `"failedDetail": "131049 kept back …"`: a value that tells why something failed begins with it. */
export const rule: Rule = {
  id: 'fault-field',
  family: 'place',
  weight: 3.4,
  needs: ['number', 'long', 'keyed'],
  find({ form, key, structural, lineLeft, lineRight }) {
    if (!isRareForm(form) || !structural || !key || !FIELD.test(key)) return null;
    return /["'`][[(#]{0,2}$/.test(lineLeft) && /^[\])]?(?:\s|:\s|\s-\s)["“(]?\p{L}/u.test(lineRight)
      ? key
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '"failedDetail": "‹131049› kept back for higher quality"',
    "failure_reason: '‹131026›: not on WhatsApp'",
    'errorText = "(‹131047›) late"',
  ],
  no: ['"failedCount": "131049 people"', '"detail": "131049 people"', 'failedDetail: 131049'],
};
