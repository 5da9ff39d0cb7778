import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { goesOn, metWith } from './met.ts';

/** Nobody asks for the meaning of a count. */
const EXPLAIN =
  /(?:^|[^\p{L}])(explain|what does|what is|what's|o que é|o que significa|qué es|qué significa|was heißt|was bedeutet|que signifie|cosa significa|ne demek|apa itu)\s["'`]?$/iu;

/** `the answer is a 1022 response`: nobody counts those with an article. */
const ANSWERED = /(?:^|\s)(?:an?|una?|uma?|eine?|une)\s["'`]?$/iu;
const ANSWER = /^["'`]?\s(?:response|answer|reply|respuesta|resposta|réponse|antwort)(?!\p{L})/iu;

/** `STOP comes back as 21610, which …` on the console whose number it is. */
export const rule: Rule = {
  id: 'met-here',
  family: 'place',
  weight: 2.6,
  needs: ['number', 'console', 'left'],
  find({ form, lineLeft, right, meanings, reading, structural }) {
    if ((form !== 'five-digits' && form !== 'four-digits') || structural) return null;
    const own = reading.console?.provider ?? reading.context.provider;
    if (own === 'meta' || !areOf(meanings, own)) return null;
    if (ANSWERED.test(lineLeft) && ANSWER.test(right)) return ANSWER.exec(right)?.[0].trim() ?? null;
    return metWith(lineLeft, right) ?? (goesOn(right) ? (EXPLAIN.exec(lineLeft)?.[1] ?? null) : null);
  },
};

export const examples: Examples = {
  host: 'console.twilio.com',
  yes: [
    'Whoever said STOP comes back as ‹21610›, which we keep',
    'we see ‹21610›, mostly in May',
    'desde ayer devuelve ‹21610›.',
    'Can someone explain ‹21610›?',
    'with a video the answer is a ‹21610› response.',
  ],
  no: ['we see 21610 people', '21610 came', 'orders show 10001 units', 'we got 21610 replies'],
};
