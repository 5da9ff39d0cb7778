import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import { flatLast } from '../words/keys.ts';

const CODE_KEY =
  /code$|^reason$|\wreason$|^replymessage$|restrictiontype$|violationtype$|banstate$|detailedstatus$|^failure$|^dlr(?:status)?$/;
/** Names that may hold anything: only a word of several parts counts there. */
const WIDE_KEY = /error$|^error(?:type|name)?$|^(?:name|status|state|event|title|type|message)$/;

/** `"reason": "INVALID_FORMAT"`, `"name": "REJECTED_SOURCE"`: where providers put words that stand for codes. */
export const rule: Rule = {
  id: 'symbol-key',
  family: 'place',
  weight: 4,
  needs: ['symbol', 'keyed'],
  find({ kind, key, structural, form, code, meanings, reading, start }) {
    if (kind !== 'symbol' || code === 'NONE' || !key || !structural) return null;
    const name = flatLast(key);
    // `reason: "rejected"` is a word, not a name.
    if (name === 'reason' && form === 'word' && /^[a-z]+$/.test(code)) return null;
    if (CODE_KEY.test(name)) return key;
    if (!WIDE_KEY.test(name)) return null;
    if (form === 'symbol') return key;
    // `"title": "VALIDATION"` on the console of the one who writes it so.
    const own = reading.console?.provider;
    if (name === 'title' && code === code.toUpperCase() && areOf(meanings, own)) return key;
    // `"status":"OPT-OUT"` in a report of the one who writes it so.
    if (!/[_-]/.test(code) || meanings.every(({ success }) => success)) return null;
    return meanings.some(({ provider }) => provider !== 'meta' && reading.isNamed(provider, start))
      ? key
      : null;
  },
};

export const examples: Examples = {
  yes: [
    '{"code":"‹OUTSIDE_ALLOWED_SENDING_WINDOW›"}',
    '"reason": "‹INVALID_FORMAT›",',
    '"replyMessage":"‹MISSING_TOKEN›"',
    '"status":"‹OPT-OUT›","dlr_time":"2026-02-11"',
  ],
  no: [
    'reason: "rejected"',
    '"status":"OPT-OUT"',
    'MISSING_TOKEN',
    'token = getenv("API") ?? "MISSING_TOKEN"',
    '"REJECTED"',
  ],
};
