import type { Examples, Rule } from '../rule.ts';
import { ERROR_CODE } from '../words/error.ts';
import { flat, isErrorCodeKey } from '../words/keys.ts';
import { endsWithCue } from '../words/pattern.ts';

const CUE = endsWithCue(ERROR_CODE);
/** `Registration error, code 1005` */
const APART =
  /(?<!no )(?:error|erro|fehler|erreur|errore|hata)\s?[,;–-]\s(?:code|código|codigo|codice|kod)\s["'`]?$/i;

/** `error code 131049`, `código de erro `131049``, `エラーコード：131042`: said in full. */
export const rule: Rule = {
  id: 'error-code-cue',
  family: 'place',
  weight: 4.8,
  needs: ['led'],
  find({ left, structural, key }) {
    const word = CUE.in(left)?.word ?? APART.exec(left)?.[0];
    // A name in data has a rule of its own; `fehlerkennung: 131047,` is one that this rule knows.
    if (word === undefined) return null;
    return structural && (word !== key || isErrorCodeKey(flat(key))) ? null : word;
  },
};

export const examples: Examples = {
  yes: [
    'with error code ‹131049›',
    'código de erro `‹131049›`',
    'エラーコード：‹131042›',
    'Fehlercode ‹131049›.',
    '403 Registration error, code ‹1005›',
    'हर मैसेज के आगे त्रुटि कोड ‹131049›',
  ],
  no: ['code 131049', 'Error 131049', 'the error codes of Meta: see page 131049'],
};
