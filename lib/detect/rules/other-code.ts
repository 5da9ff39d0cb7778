import type { Examples, Rule } from '../rule.ts';
import { OTHER_CODE } from '../words/other.ts';
import { anyOf } from '../words/pattern.ts';

const WORDS = new RegExp(anyOf(OTHER_CODE), 'iu');

/** A code, but of another kind: one-time passwords, postcodes, vouchers. */
export const rule: Rule = {
  id: 'other-code',
  family: 'against',
  weight: -5.5,
  find({ lineLeft, lineRight, header, label, kind, structural, key }) {
    if (kind === 'symbol') return null;
    if (structural && key && /err/i.test(key)) return null;
    const before =
      lineLeft
        .slice(-36)
        .split(/[.!?]\s/)
        .at(-1) ?? '';
    const after = /^\s(?:is|is your|es tu|é o seu|est votre|ist Ihr)[^.]{0,30}/.exec(lineRight)?.[0] ?? '';
    return (
      WORDS.exec(before)?.[0] ??
      WORDS.exec(after)?.[0] ??
      WORDS.exec(`${header ?? ''} ${label ?? ''}`)?.[0] ??
      null
    );
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
