import type { Examples, Rule } from '../rule.ts';

const VERB =
  /(?:^|[^\p{L}])(?:see|sees|seeing|saw|get|gets|getting|got|hit|hits|hitting|returns?|returned|returning|throws?|throwing|recebo|recebemos|recibo|recibimos|obtengo|bekomme|bekommen|kriege|reçois|recevons)\s(?:an?\s|the\s)?["'`]?$/iu;
const NEXT =
  /^["'`]?(?:\s(?:for|when|whenever|on|after|again|every|from|with|instead|back|quando|cuando|wenn|quand)(?![\p{L}\p{N}])|[.,;!?]?$|[.,;!?]\s)/iu;

/** `we see 130472 for roughly 1% of our sends`: met with, not counted. */
export const rule: Rule = {
  id: 'met',
  family: 'place',
  weight: 1.2,
  find({ form, lineLeft, right }) {
    if (form !== 'six-digits' && form !== 'five-rare') return null;
    return NEXT.test(right) ? (VERB.exec(lineLeft)?.[0].trim() ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    'we see ‹130472› for some sends',
    'the API returns ‹131047›',
    'we keep getting ‹131026› when we send',
  ],
  no: ['we see 131047 people', 'target 131047', 'we got 470'],
};
