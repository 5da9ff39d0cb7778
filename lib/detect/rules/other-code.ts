import type { Examples, Rule } from '../rule.ts';
import { speaksForItself } from '../scene.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { OTHER_CODE } from '../words/other.ts';
import { cue } from '../words/pattern.ts';

const ERRORS = cue([...ERROR, ...ERROR_CODE]);
const WORDS = cue(OTHER_CODE);

/** A code, but of another kind: one-time passwords, postcodes, vouchers. */
export const rule: Rule = {
  id: 'other-code',
  family: 'against',
  weight: -5.5,
  find(scene) {
    const { lineLeft, lineRight, header, label, kind, structural, key } = scene;
    if (kind === 'symbol' || (structural && key && /err/i.test(key))) return null;
    const before =
      lineLeft
        .slice(-36)
        .split(/[.!?]\s|\|/)
        .at(-1) ?? '';
    const after = /^\s(?:is|es|é|est|ist|adalah)\s[^.]{0,30}/.exec(lineRight)?.[0] ?? '';
    const word = WORDS.in(before);
    // `TO_NOT_VERIFIED: error 21608`: the nearer word decides.
    if (word && !ERRORS.in(before.slice(word.end))) return word.word;
    const about = speaksForItself(scene) ? '' : `${header ?? ''} | ${label ?? ''}`;
    return WORDS.in(after)?.word ?? WORDS.in(about)?.word ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Your verification code is ‹131047›',
    'Kode verifikasi Anda ‹131026›',
    'Zip code ‹131047›',
    '‹131047› is your login code',
  ],
  no: ['error code 131047', 'code 131047', 'We verified it. Then 131047 came'],
};
