import { isConstant } from '../constant.ts';
import type { Examples, Rule } from '../rule.ts';
import { leadsText } from '../scene.ts';
import { patternOf } from '../words/pattern.ts';
import { OUTCOME } from '../words/reason.ts';

const CUE = patternOf(
  (any) => `(${any(OUTCOME)})["'\`*]{0,2}(?:\\s?[:：=,(–—-]{1,2}|\\swith\\s)[\\s"'\`*]{0,3}$`,
);
const HEADING = patternOf(
  (any) => `^[^\\p{L}]{0,4}(?:[\\p{L}\\p{M}]{1,14}\\s){0,2}${any(OUTCOME)}[^\\p{L}]{0,4}$`,
);

/** `Status: REJECTED_NOT_ENOUGH_CREDITS`, `Message failed: INVALID_ACCESS_TOKEN`: a word that is no mere state. */
export const rule: Rule = {
  id: 'outcome',
  family: 'place',
  weight: 3.4,
  find(scene) {
    const { left, header, label, meanings } = scene;
    if (!isConstant(scene) || meanings.every(({ state, success }) => state || success)) return null;
    const said = CUE.exec(left)?.[1];
    if (said) return said;
    if (!leadsText(scene)) return null;
    return [header, label].find((place) => place && place.length <= 40 && HEADING.test(place)) ?? null;
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
