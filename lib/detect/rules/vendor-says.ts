import type { Examples, Rule } from '../rule.ts';
import { cue } from '../words/pattern.ts';
import { SPOKEN_BEFORE } from '../words/shown.ts';
import { PROVIDER_NAMES } from '../words/topic.ts';
import { goesOn } from './met.ts';

/** The verb right before the number. */
export const SAYS = cue(SPOKEN_BEFORE, { after: /^\s{1,2}(?:an?\s|un\s|um\s|ein\s)?["'`*“«]{0,2}$/iu });
/** `Twilio`, `Gupshup's API`, `WhatsApp then`: who says it, right before the verb. */
const AFTER_NAME = /^(?:['’]s)?(?:\s(?:api|cloud api|server|side|now|then|just|only|also|again))?\s{1,2}$/i;

/** `Gupshup answers 1002 (…`: the provider whose number it is says it, and nothing is counted. */
export const rule: Rule = {
  id: 'vendor-says',
  family: 'place',
  weight: 4.2,
  needs: ['number', 'spoken', 'left'],
  find({ lineLeft, right, meanings, structural, form }) {
    if (structural || form === 'http-status' || !goesOn(right)) return null;
    const verb = SAYS.in(lineLeft);
    if (!verb) return null;
    const before = lineLeft.slice(0, verb.start).toLowerCase();
    for (const { provider } of meanings)
      for (const name of PROVIDER_NAMES[provider] ?? []) {
        const at = before.lastIndexOf(name.toLowerCase());
        if (at >= 0 && AFTER_NAME.test(before.slice(at + name.length))) return name;
      }
    return null;
  },
};

export const examples: Examples = {
  yes: [
    'When gupshup answers ‹1002› (nobody there) we stop',
    "Infobip's API returns ‹7009›.",
    'WhatsApp devuelve ‹470› cuando pasa un día',
  ],
  no: [
    'Gupshup answers 1002 people',
    'the server answers 1002.',
    'Gupshup and we answer 1002.',
    'Infobip returns 1002.',
  ],
};
