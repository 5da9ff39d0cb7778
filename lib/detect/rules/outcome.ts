import { isConstant } from '../constant.ts';
import { leadsText } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, wordless } from '../words/pattern.ts';
import { OUTCOME } from '../words/reason.ts';

const CUE = cue(OUTCOME, { after: /^["'`*]{0,2}(?:\s?[:：=,(–—-]{1,2}|\swith\s)[\s"'`*]{0,3}$/i });
const HEADING = cue(OUTCOME, {
  before: /^[^\p{L}]{0,4}(?:[\p{L}\p{M}]{1,14}\s){0,2}$/u,
  after: wordless(4),
});

/** `Status: REJECTED_NOT_ENOUGH_CREDITS`, `Message failed: INVALID_ACCESS_TOKEN`: a word that is no mere state. */
export const rule: Rule = {
  id: 'outcome',
  family: 'place',
  weight: 3.4,
  needs: ['spelled'],
  find(scene) {
    const { left, header, label, meanings } = scene;
    if (!isConstant(scene) || meanings.every(({ state, success }) => state || success)) return null;
    const said = CUE.in(left)?.word;
    if (said) return said;
    if (!leadsText(scene)) return null;
    return [header, label].find((place) => place && place.length <= 40 && HEADING.in(place)) ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Status: ‹REJECTED_NOT_ENOUGH_CREDITS›',
    'Message failed: ‹MISSING_TOKEN›',
    '| To | Delivery status |\n|---|---|\n| +1 | ‹REJECTED_NOT_ENOUGH_CREDITS› |',
  ],
  no: ['Status: INVALID_FORMAT', 'Status: REJECTED', 'Status: DELIVERED_TO_HANDSET', 'MISSING_TOKEN failed'],
};
