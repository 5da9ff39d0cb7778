import type { Examples, Rule } from '../rule.ts';
import { lastOf } from '../words/letters.ts';
import { cue } from '../words/pattern.ts';
import { FOREIGN, FOREIGN_NAMES } from '../words/topic.ts';

/** At most two words between: `Steam error code 63016`, `Windows error 1005`; or a few behind a colon: `InnoDB: Operating system error number 13`. */
const NEXT = { after: /^(?:(?:['’]s)?\s(?:\p{L}{3,14}\s){1,2}|:\s(?:\p{L}{3,14}\s){1,4})[#:(`"'\s]{0,3}$/u };
const OWNER = cue(FOREIGN, NEXT);
const NAMED = cue(FOREIGN_NAMES, { ...NEXT, exact: true });
/** `飞书接口返回 131005`: no blanks between. */
const HAN = /(?:飞书|钉钉|微信|企微|抖音|支付宝)\p{Script=Han}{0,8}(?:返回|报错|错误码?|提示)[:：]?\s?$/u;

/** The error is said to be another system's, whatever the page is about. */
export const rule: Rule = {
  id: 'foreign-owner',
  family: 'against',
  weight: -3.4,
  needs: ['number', 'left'],
  find({ lineLeft }) {
    const before = lastOf(lineLeft, 48);
    return OWNER.in(before)?.word ?? NAMED.in(before)?.word ?? HAN.exec(before)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'InnoDB: Operating system error number ‹1005› in a file',
    'Steam error code ‹63016›',
    'the MySQL error ‹2003›',
    "Discord's error ‹131047›",
    '飞书知识库接口返回 ‹131005›：not found',
  ],
  no: ['WhatsApp error 131047', 'Steam, and then error 131047', 'Telegram and WhatsApp both: error 131047'],
};
