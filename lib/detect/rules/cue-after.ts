import { isTile } from '../counted-errors.ts';
import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE, ERRORS } from '../words/error.ts';
import { cue, startsWithCue, wordless } from '../words/pattern.ts';
import { PERIOD } from './tally.ts';

const CUE = startsWithCue([...ERROR, ...ERROR_CODE, 'error code', 'kodlu', 'hata kodu']);
/** Korean counts an error like a thing: `131056번 오류`. Chinese and Japanese join with a particle. */
const JOINED = /^(?:번|の|号|的|라는|이라는)\s?(?:오류|에러|エラー|错误|錯誤)/;

const COUNT = cue(ERRORS, { before: wordless(0), after: wordless(0) });

/** `Top 131047 errors`, `Bug 131047 - Error …` */
const COUNTED = /(?:^|[^\p{L}])(?:(?:top|last|first|latest|últimos|primeros)\s|bug\s#?)$/iu;

/** `131047 error`, `131047 hatası`, `131056번 오류`. */
export const rule: Rule = {
  id: 'cue-after',
  family: 'place',
  weight: 3.6,
  needs: ['followed'],
  find(scene) {
    const { lineRight: right, code, lineLeft, form } = scene;
    // `failed: error`, `'CONNECTED' : 'ERROR'`
    if (form === 'word' && !/^\s\p{L}/u.test(right)) return null;
    const said = CUE.in(right);
    const word = said?.word ?? JOINED.exec(right)?.[0];
    if (word === undefined || COUNTED.test(lineLeft)) return null;
    if (code.length < 5 || form === 'word') {
      // `400 - Error #131008`, `status=rejected error=1022`: the error is the next one.
      if (
        /^["'`*]{0,2}\s?(?:(?:code|kode|código|codigo|codice|kod)\s)?[:=#]{0,2}\s?["'`#]{0,2}\d/i.test(
          right.slice(said?.end ?? 0),
        )
      )
        return null;
    }
    if (!/[\p{L}\p{N}]/u.test(lineLeft) && PERIOD.test(right)) return null;
    if (!COUNT.in(word)) return word;
    return code.length < 5 || isTile(scene) ? null : word;
  },
};

export const examples: Examples = {
  yes: [
    "Meta'dan ‹131047› hatası döner",
    'comes back with a ‹1020› error',
    '보냈더니 ‹131056›번 오류가 뜨고',
  ],
  no: [
    "ok ? 'CONNECTED' : 'ERROR'",
    '131047 messages',
    '131047, and an error',
    'Registration failed\nError code: 1005',
    'no parameter (400 - Error #131008)',
    'status=rejected error=1022',
    'error',
    'Top 131047 errors',
    '131047 errors · 2 warnings',
  ],
};
