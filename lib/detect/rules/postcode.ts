import type { Examples, Rule } from '../rule.ts';
import { PLACES, TOWNS } from '../words/other.ts';
import { cue } from '../words/pattern.ts';

const PLACE = cue(PLACES);
const TOWN_AFTER = cue(TOWNS, { before: /^\s?[\s:,–—-]\s?$/ });
const STATE = /\b[A-Z]{2}[\s-]{1,2}$/;

/** At the end of an address: `Sonipat, Haryana 131021`, `St.Louis, MO 63016`. */
export const rule: Rule = {
  id: 'postcode',
  family: 'against',
  weight: -6,
  needs: ['long', 'beside'],
  find({ lineLeft, lineRight, form, structural }) {
    if (
      structural ||
      (form !== 'six-digits' && form !== 'five-digits' && form !== 'five-rare' && form !== 'unknown-like')
    )
      return null;
    const before = lineLeft.slice(-70);
    if (/err|código|erro/i.test(before)) return null;
    const place = PLACE.in(before)?.word;
    if (place && /(?:\p{Lu}\p{L}+[\s,.()-]{1,3}|[,-]\s{0,2})$/u.test(before)) return place;
    if ((form === 'five-digits' || form === 'five-rare') && STATE.test(before) && before.includes(','))
      return before.slice(-6).trim();
    const town = TOWN_AFTER.in(lineRight)?.word;
    if (town) return town;
    return /^[,\s]{0,2}(?:India|China|USA|Россия|भारत)/.exec(lineRight)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Rai Industrial Estate, Distt. Sonipat, Haryana ‹131021›',
    "'1000 Elm St, St.Louis, MO ‹63016›'",
    'Changchun ‹130000›, China',
    '‹132001›: Karnal',
  ],
  no: ['error 131021', 'Meta 131047', 'OK 63016'],
};
