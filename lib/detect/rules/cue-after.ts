import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { startsWithCue } from '../words/pattern.ts';

const CUE = startsWithCue([...ERROR, ...ERROR_CODE, 'error code', 'kodlu', 'hata kodu']);
/** Korean counts an error like a thing: `131056번 오류`. Chinese and Japanese join with a particle. */
const JOINED = /^(?:번|の|号|的|라는|이라는)\s?(?:오류|에러|エラー|错误|錯誤)/;

/** `131047 error`, `131047 hatası`, `131056번 오류`. */
export const rule: Rule = {
  id: 'cue-after',
  family: 'place',
  weight: 3.6,
  find({ right }) {
    return CUE.exec(right)?.[1] ?? JOINED.exec(right)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    "Meta'dan ‹131047› hatası döner",
    'comes back with a ‹1020› error',
    '보냈더니 ‹131056›번 오류가 뜨고',
  ],
  no: ['131047 messages', '131047, and an error', 'error'],
};
