import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** `"title": "VALIDATION"`, `"replyMessage":"TOKEN"`, `code=TOO_MANY_REQUESTS`: a word in capitals where a provider puts its own, on its own console. */
export const rule: Rule = {
  id: 'own-word',
  family: 'payload',
  weight: 1.2,
  needs: ['symbol', 'keyed', 'console', 'capital'],
  find({ key, structural, code, meanings, reading }) {
    if (!key || !structural || code !== code.toUpperCase()) return null;
    if (!/^(?:title|reply_?message)$/i.test(key) && !(/code$/i.test(key) && code.includes('_'))) return null;
    const own = reading.console?.provider;
    return areOf(meanings, own) ? key : null;
  },
};

export const examples: Examples = {
  host: 'console.cequens.com',
  yes: [
    '"status": 401, "title": "‹VALIDATION›"',
    '"replyMessage":"‹TOKEN›"',
    "title: '‹MISSING_TOKEN›',",
    'status=401 code=‹MISSING_TOKEN›',
  ],
  no: ['"name": "TOKEN"', 'title TOKEN', '"title": "REJECTED"', '"code": "TOKEN"'],
};
