import { isLongForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { lastOf } from '../words/letters.ts';
import { PLACES, TOWNS } from '../words/other.ts';
import { cue, words } from '../words/pattern.ts';
import { rule as vendorCue } from './vendor-cue.ts';

const PLACE = cue(PLACES);
const TOWN_AFTER = cue(TOWNS, { before: /^\s?[\s:,–—-]\s?$/ });
/** What a text tells of that says "the code 63017" and means a place. */
const POSTAL = cue(
  words(
    'zip code, zip codes, zip, postal code, postal codes, postcode, postcodes, pin code, pin codes, pincode, cep, código postal, códigos postales, code postal, postleitzahl, plz, codice postale, индекс, posta kodu, kode pos',
  ),
);
/** A code, and nothing says of what. */
const BARE =
  /(?:^|[^\p{L}])(?:the|o|el|le|der|il|this|that|and|or)?\s?(?:codes?|código|códigos|codice|код)\s$/iu;
/** `131021, пос. Речной`, `131047, г. Москва` */
const SETTLEMENT = /^,\s(?:г|гор|пос|пгт|д|дер|с|ст|обл|р-н)\.?\s\p{Lu}/u;
const GLOSSED = /^\s\(\p{Ll}{2,}\s\p{Ll}/u;
const STATE = /\b[A-Z]{2}[\s-]{1,2}$/;

/** At the end of an address: `Sonipat, Haryana 131021`, `St.Louis, MO 63016`. */
export const rule: Rule = {
  id: 'postcode',
  family: 'against',
  weight: -6,
  needs: ['long', 'beside'],
  find(scene) {
    const { reading, start, right, lineLeft, lineRight, form, structural } = scene;
    if (structural || (!isLongForm(form) && form !== 'unknown-like')) return null;
    // `phase 2: drop the Twilio 63007 part`
    if (vendorCue.find(scene)) return null;
    const before = lastOf(lineLeft, 70);
    if (/err|código|erro/i.test(before)) return null;
    const isListed = /^\s*[-*•]?\s*$/.test(lineLeft) && /^\s?[-–—:|]\s?\p{Lu}\p{Ll}/u.test(right);
    const posted = (form === 'five-rare' || form === 'six-digits') && (isListed || BARE.test(lineLeft));
    if (posted) {
      const word = POSTAL.in(reading.before(start, 240))?.word ?? POSTAL.in(right)?.word;
      if (word) return word;
    }
    // `368 (policy block), 131042 (no payment method)`
    const place = GLOSSED.test(lineRight) ? undefined : PLACE.in(before)?.word;
    if (place && /(?:[\p{Lu}\p{Lo}][\p{L}\p{M}]+[\s,.()-]{1,3}|[,-]\s{0,2})$/u.test(before)) return place;
    if ((form === 'five-digits' || form === 'five-rare') && STATE.test(before) && before.includes(','))
      return before.slice(-6).trim();
    if (SETTLEMENT.test(lineRight)) return lineRight.slice(2, 5).trim();
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
    'Пункт выдачи: ‹131021›, пос. Речной, ул. Мира, 33',
    'Zip Codes in Jefferson County\n\n63010 - Arnold\n‹63016› - De Soto',
    'zip code 63005 at checkout; the code ‹63016› next door',
  ],
  no: [
    '368 (policy block), 131042 (no payment method)',
    'error 131021',
    'Meta 131047',
    'OK 63016',
    'phase 2: drop the Twilio 63007 part',
  ],
};
