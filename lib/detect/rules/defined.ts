import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';

/** `` `INVALID_FORMAT` – what it means``: a list that defines words of several parts. */
export const rule: Rule = {
  id: 'defined',
  family: 'place',
  weight: 4.4,
  needs: ['symbol', 'head', 'right'],
  find({ kind, code, lineLeft, lineRight, reading, start, meanings }) {
    if (kind !== 'symbol' || !/^[\s*•-]*[`"*]{1,2}$/.test(lineLeft)) return null;
    if (!/[_-]/.test(code)) {
      // `SCAM` – why a template was turned down, on the console of whoever says so.
      if (!lineLeft.endsWith('`') || !/^(?!NONE|UNKNOWN|OTHER)[A-Z]{4,}$/.test(code)) return null;
      if (!areOf(meanings, reading.console?.provider) || !reading.topicNear('trade', start)) return null;
    }
    // `**not_verified**: …` is a state of anybody's.
    if (!/[A-Z]/.test(code) && !lineLeft.endsWith('`')) return null;
    return /^[`"*]{1,2}\s?[–—:-]\s?\p{L}/u.exec(lineRight)?.[0] ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '`‹INVALID_FORMAT›` – há um erro',
    '- `‹RECIPIENT_NOT_REACHABLE›` — no such contact',
    '**‹MISSING_TOKEN›**: none was sent',
  ],
  no: [
    '`INVALID_FORMAT`',
    'the `INVALID_FORMAT` – error',
    'REJECTED – by us',
    '- **not_verified**: no such thing',
  ],
};
