import { isLongForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';
import { sentenceAround } from '../sentence.ts';
import { cuesByCode } from '../words/by-code.ts';
import { MEANT_BY } from '../words/meant.ts';
import { goesOn } from './met.ts';

const ABOUT = cuesByCode(MEANT_BY);

/** An article makes a name of the number; a comment begins with what it explains. `Payment 131042` is a payment. */
const NAMED =
  /(?:^|[\s(])(?:the|this|that|an|o|ao|do|pelo|um|el|al|del|un|le|du|au|il|der|das|den|dem|ein|einen|het|этот|si)\s["'`*“«]{0,2}$|(?:^\s*|[;,)}\]{]\s{1,12})(?:\/\/|\/?\*{1,2}|#|--|<!--)\s{1,12}["'`]?$/iu;
const REACH = 60;

/** How many there were: a label or words before the number. */
const MANY =
  /[:：]\s?["'`*]{0,2}$|(?:^|[^\p{L}])(?:of|sent|send|sends|sold|delivered|read|total|totals?|than|about|over|nearly|around|some|paid|costs?|all|another|first|last|next|only|just|up to|under|de|em|en|von|di|sobre|cerca de|unos|uns|rund|etwa|circa|environ|enviados?|enviamos|vendidos?)\s["'`*]{0,2}$/iu;

/** `the 131049 cap on marketing`, `// 131050 status, for contacts that opted out`: its sentence is about what the code means. */
export const rule: Rule = {
  id: 'about',
  family: 'wording',
  weight: 2.8,
  needs: ['number', 'long', 'left', 'right'],
  find({ code, form, lineLeft, lineRight, right }) {
    const about = ABOUT.get(code);
    if (!about || !isLongForm(form)) return null;
    if (!NAMED.test(lineLeft) && !(form === 'six-digits' && goesOn(right) && !MANY.test(lineLeft)))
      return null;
    const { before, after } = sentenceAround({ lineLeft, lineRight }, REACH);
    return about.in(after)?.word ?? about.in(before)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '// ‹131049› ecosystem pacing stays visible',
    'await send(text) // ‹131047› where the window is closed',
    'the ‹131047› path falls back to a template once the window is closed',
    'Esta rama cubre el ‹131049›, el tope de marketing por usuario',
  ],
  no: [
    '131049 windows',
    'the window. The 131047 came later',
    'the 131026 marketing',
    'Payment 131042 by card',
    'account 131031 blocked',
  ],
};
