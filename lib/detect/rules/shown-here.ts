import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue } from '../words/pattern.ts';
import { SHOWN_AFTER, SHOWN_BEFORE } from '../words/shown.ts';

const OPENS = /[«„“”"'`「‘]\s?$/;
const CLOSES = /^\s?[»“”"'`」’]/;
const BEFORE = cue(SHOWN_BEFORE, {
  after: /^\s?(?:(?:an?|the|un|una|el|um|uma|o|ein|eine|den|il|le|la)\s)?[:：]?\s?[«„“”"'`「‘]\s?$/iu,
});
const AFTER = cue(SHOWN_AFTER, { before: /^\s?[»“”"'`」’]\s?$/ });

/** `le hub affiche « 1005 »` on the console whose number it is: a count stands in no quotation marks. */
export const rule: Rule = {
  id: 'shown-here',
  family: 'place',
  weight: 3.6,
  needs: ['number', 'console', 'left', 'right'],
  find({ form, lineLeft, right, meanings, reading }) {
    if (form !== 'four-digits' || !OPENS.test(lineLeft) || !CLOSES.test(right)) return null;
    const own = reading.console?.provider ?? reading.context.provider;
    if (own === 'meta' || !areOf(meanings, own)) return null;
    return BEFORE.in(lineLeft)?.word ?? AFTER.in(right)?.word ?? null;
  },
};

export const examples: Examples = {
  host: 'portal.infobip.com',
  yes: ['le portail affiche « ‹7009› »', 'el panel muestra "‹7009›"', 'Panelde "‹7009›" yazıyor'],
  no: ['the panel shows 7009', 'the panel shows "7009 sent"', 'user "7009"'],
};
