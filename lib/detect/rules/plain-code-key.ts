import type { Examples, Rule } from '../rule.ts';
import { flatLast, isCodeKey, isMeasure } from '../words/keys.ts';

/** `failure_reason`, `motivo`, `rechazo`, `alasan_gagal`: why something was turned down. */
const REASON =
  /^(?:fail(?:ure|ed)?|err(?:or)?|reject(?:ion|ed)?|status)?reason$|^(?:motivo|motif|raison|causa|cause|grund|ablehnungsgrund|fehlergrund|rechazo|rejeicao|rejeição|rejection|reject|refus|rifiuto|alasan|penolakan|neden|sebep)(?:de|da|do|del)?(?:erro|error|erreur|errore|falha|fallo|rechazo|rejeicao|gagal|hata|rejet|refus)?$/;

const DETAIL = /^\\?["'`]?\s?,\s{0,20}\\?["'`]?detail\b/;

/** `"code": 131047`, `code=131049`, `'code' => 131_049`: also a coupon, a country, a status of another service. */
export const rule: Rule = {
  id: 'code-key',
  family: 'place',
  weight: 3.8,
  needs: ['named'],
  find({ key, structural, form, code, kind, owner, meanings, left, right }) {
    // Words have a rule of their own.
    if (!key || !structural || (kind === 'symbol' && form === 'word')) return null;
    const name = flatLast(key);
    if (isCodeKey(name)) {
      return /status/.test(name) && form !== 'six-digits' && form !== 'five-digits' ? null : key;
    }
    // `"error":{"title":1020,"detail":`
    if (name === 'title' && kind === 'number' && owner === 'error' && DETAIL.test(right))
      return meanings.some(({ provider }) => provider === 'vonage') ? key : null;
    // `failure_reason: "131026 - Receiver is incapable …"`
    if (code.length >= 5 && REASON.test(name)) return key;
    // `const errorThrottled = 63018`
    if (code.length >= 5 && /^err(?:or)?[a-z]/.test(name) && !isMeasure(name)) return key;
    return /^(?:error|err|errno|replycode|responsecode|reasoncode|numero|num)$/.test(name) &&
      form !== 'few-digits' &&
      // `Set(CALLERID(num)=131026)`
      !/\)\s?=\s?["'`]?$/.test(left)
      ? key
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '"errors": [{"code": ‹131047›}]',
    'dest=54911****1047 rechazo=‹131050› reintento=no',
    'alasan_gagal: ‹131049›',
    "{'code': ‹131030›, 'type': 'OAuthException'}",
    'status=failed code=‹131049› http=400',
    'if (code === ‹131047›) {',
    '"error": { "title": ‹1020›, "detail": "Invalid parameter" }',
  ],
  no: [
    '"zip_code": "131047"',
    '"timestamp": 1310471',
    'The code is 131047',
    'Set(CALLERID(num)=131026)',
    '"error_rate": 131047',
    '"film": { "title": 1020, "detail": "x" }',
  ],
};
