import { OF_SEVERAL } from '../free.ts';
import type { Examples, Rule } from '../rule.ts';

/** Seconds, after all. */
const SPAN = /^s\s(?:time|delay|limit|wait|interval|period|window|ttl|run|job|video|clip|test)/i;

/** `our 30007s`, `so many 131049s`: several of one code. */
export const rule: Rule = {
  id: 'plural',
  family: 'wording',
  weight: 3.2,
  needs: ['number', 'long', 'left', 'right'],
  find({ left, right }) {
    return /^s(?!\p{L})/u.test(right) && !SPAN.test(right)
      ? (OF_SEVERAL.exec(left.slice(-16))?.[0] ?? null)
      : null;
  },
};

export const examples: Examples = {
  yes: ['so that we tell our ‹21610›s apart', 'most of the ‹131049›s are from May', 'why so many ‹63016›s?'],
  no: ['a timeout of 131049s', 'our 21610s timeout', 'our 21610 s', 'the 131049 signs', 'it took 63016s'],
};
