import type { Examples, Rule } from '../rule.ts';
import { isBehindLabel } from '../windows.ts';

/** Behind a dot it takes a sentence: `131047 · Marketing` may be one of several counts. */
const TITLE = /^\s?[:–—-]\s(?:\p{Lu}|["“«]|\p{L}{2,}_)|^\s·\s\p{Lu}\p{L}*(?:\s\p{L}{2,}){3}/u;

/** `131047: Re-engagement message`, `- 63016 - Failed to send`: number, mark, words, as inboxes print it. */
export const rule: Rule = {
  id: 'prefixed',
  family: 'place',
  weight: 2,
  needs: ['number', 'long', 'head', 'right'],
  find({ lineLeft, right, code, kind, start, reading }) {
    if (kind !== 'number' || code.length < 5) return null;
    // What a comment begins with, it explains: `// 131047: the window is closed`.
    if (
      /^\s*(?:\/\/|\/?\*{1,2}|#|--|<!--)\s{1,2}$/.test(lineLeft) &&
      /^(?::\s\p{L}|\s(?:=|→|->|=>|–|—)\s\p{Ll})\p{L}{0,11}[\s-]\p{L}/u.test(right)
    )
      return right.slice(0, 12);
    const own = isBehindLabel(start, reading) ? reading.text.slice(0, start) : lineLeft;
    if (!/^[\s>*•|"'`([-]*$/.test(own)) return null;
    return TITLE.exec(right)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '‹131049›: Esta mensagem não foi entregue',
    "'‹63016› - Failed to send freeform message",
    '- ‹131021›: number_not_on_whatsapp',
    '  /** ‹131042›: la WABA no tiene un pago válido */',
    '‹131026› · Receiver is not able to get it',
    '// ‹131049› = a pessoa já recebeu marketing demais',
  ],
  no: [
    '// 131049 = 7 * 18721',
    '// 131049 = total',
    '// 131001 = Sonipat city',
    '131049 people',
    '131049: 12',
    '131049 · Marketing · Sent',
    'at 131049: Noon',
  ],
};
