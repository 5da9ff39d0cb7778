import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** A class of errors of somebody who sends. */
const CLASS =
  /(?:^|[^\w$])(?=\w*(?:Meta|Graph|Whats|Wa[A-Z]|WA|Waba|Send|Message|Template|Twilio|Api|API))[A-Z]\w{2,30}(?:Error|Exception)\s["'`#(]?$/;
const COUNTED =
  /^\s(?!(?:is|was|has|means|occurs|happens|says|comes|keeps|appears)(?!\p{L}))\p{L}+s(?!\p{L})/u;

/** `Unhandled rejection: MetaSendError 131026`: what was thrown, and its code. */
export const rule: Rule = {
  id: 'error-class',
  family: 'place',
  weight: 3.6,
  needs: ['number', 'long', 'left'],
  find({ form, lineLeft, right }) {
    if (!isRareForm(form) || COUNTED.test(right)) return null;
    return CLASS.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Unhandled rejection: MetaSendError ‹131026›',
    'GraphException ‹131047›',
    'throws WaApiError ‹131048›.',
    'MetaSendError ‹131047› was thrown',
  ],
  no: ['OracleException 131026', 'SendErrors 131026', 'MetaSendError 131026 times', 'the MetaSender 131026'],
};
