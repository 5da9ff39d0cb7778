import type { Examples, Rule } from '../rule.ts';
import { lastOf } from '../words/letters.ts';
import { cue } from '../words/pattern.ts';
import { FOREIGN, FOREIGN_NAMES } from '../words/topic.ts';

/** At most two words between: `Steam error code 63016`, `Windows error 1005`. */
const NEXT = { after: /^(?:['’]s)?\s(?:\p{L}{3,14}\s){1,2}[#:(`"'\s]{0,3}$/u };
const OWNER = cue(FOREIGN, NEXT);
const NAMED = cue(FOREIGN_NAMES, { ...NEXT, exact: true });

/** The error is said to be another system's, whatever the page is about. */
export const rule: Rule = {
  id: 'foreign-owner',
  family: 'against',
  weight: -3.4,
  needs: ['number', 'left'],
  find({ lineLeft }) {
    const before = lastOf(lineLeft, 48);
    return OWNER.in(before)?.word ?? NAMED.in(before)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: ['Steam error code ‹63016›', 'the MySQL error ‹2003›', "Discord's error ‹131047›"],
  no: ['WhatsApp error 131047', 'Steam, and then error 131047', 'Telegram and WhatsApp both: error 131047'],
};
