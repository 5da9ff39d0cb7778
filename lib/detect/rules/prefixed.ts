import type { Examples, Rule } from '../rule.ts';

/** `131047: Re-engagement message`, `- 63016 - Failed to send`: number, mark, words, as inboxes print it. */
export const rule: Rule = {
  id: 'prefixed',
  family: 'place',
  weight: 2,
  needs: ['number', 'long', 'head', 'right'],
  find({ lineLeft, right, code, kind }) {
    if (kind !== 'number' || code.length < 5 || !/^[\s>*•|"'`([-]*$/.test(lineLeft)) return null;
    return /^\s?[:–—-]\s(?:\p{Lu}|["“«]|\p{L}{2,}_)/u.exec(right)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '‹131049›: Esta mensagem não foi entregue',
    "'‹63016› - Failed to send freeform message",
    '- ‹131021›: number_not_on_whatsapp',
  ],
  no: ['131049 people', '131049: 12', 'at 131049: Noon'],
};
