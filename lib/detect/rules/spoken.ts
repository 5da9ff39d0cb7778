import type { Examples, Rule } from '../rule.ts';
import { firstOf, lastOf } from '../words/letters.ts';
import { COUNTED } from '../words/other.ts';
import { cue } from '../words/pattern.ts';
import { SPEAKERS, SPOKEN_BEFORE } from '../words/shown.ts';
import { GIST_OF, SPOKEN } from '../words/told.ts';

const TOLD = new Map(Array.from(SPOKEN, (code) => [code, cue(GIST_OF.get(code) ?? [])]));

const BESIDE = /^\s{0,2}["'`*“«]{0,2}$/;
const SHOWN = cue(SPOKEN_BEFORE, { after: BESIDE });
const NAMED = cue(SPEAKERS, { exact: true, after: BESIDE });
/** ``We get `190` from WhatsApp`` */
const FROM = cue(SPEAKERS, {
  exact: true,
  before: /^[`"']\s(?:from|by|von|de|da|do|dari|от|af|van)\s(?:the\s)?$/,
});
const REACH = 72;
/** The end of a sentence or a cell. */
const BREAK = /[.;!?|]\s|[。！？\t]/u;
/** `190 tokens`, `190 free tokens`, `190 edges`, `190/500`. */
const COUNTING = cue(COUNTED, { before: /^["'`*]{0,2}\s(?:\p{L}+\s)?$/u });
const COUNTS =
  /^\/(?![45]\d\d(?!\d|\s\p{L}{3,}s(?!\p{L})))|^\s(?!(?:is|was|as|has|means|comes|says|unless|always)\s)\p{L}+s(?![\p{L}:])/u;

/** `Graph returns 190 once the token was revoked`: the sentence says that it came, and what it is about. */
export const rule: Rule = {
  id: 'spoken',
  family: 'wording',
  weight: 4.2,
  needs: ['number', 'spoken', 'left', 'beside'],
  find({ code, lineLeft, lineRight, structural }) {
    const gist = TOLD.get(code);
    if (!gist || structural || COUNTS.test(lineRight) || COUNTING.in(lineRight)) return null;
    if (SHOWN.in(lineLeft) === null && NAMED.in(lineLeft) === null) return null;
    if (/^[`"'](?:\s|$)/.test(lineRight) && FROM.in(lineRight)) return FROM.in(lineRight)?.word ?? null;
    const after = firstOf(lineRight, REACH).split(BREAK, 1)[0] ?? '';
    const before = lastOf(lineLeft, REACH).split(BREAK).at(-1) ?? '';
    // `190 token`: so many.
    const next = gist.in(after);
    if (next && /^["'`*]{0,2}\s?$/.test(after.slice(0, next.start))) return null;
    return next?.word ?? gist.in(before)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Graph returns ‹190› once the token was revoked',
    'quando a Graph API responde ‹190› o token expirou',
    'a token that was revoked comes back as ‹190›.',
    'on ‹368› we wait, it is about a policy',
    'treat Graph ‹190›/460 as logged out',
  ],
  no: [
    'sold 190 tokens',
    'the 190 token limit',
    'it returns 190. The token is fine',
    'page 190 tells of tokens',
    'the 190 hours that a token lives',
    'the token list shows 190/467 entries',
    'graph 190 edges, token 4',
  ],
};
