import type { Examples, Rule } from '../rule.ts';
import { flat } from './code-key.ts';

/** `"reason": "INVALID_FORMAT"`, `"name": "REJECTED_SOURCE"`: where providers put words that stand for codes. */
export const rule: Rule = {
  id: 'symbol-key',
  family: 'place',
  weight: 4,
  find({ kind, key, structural, form }) {
    if (kind !== 'symbol' || !key || !structural) return null;
    const name = flat(key).replace(/^.*\./, '');
    if (
      /^(?:\w*code|\w*error|error(?:type|name)?|reason|\w+reason|\w+restrictiontype|restrictiontype|violationtype|wabanstate|wababanstate|replymessage|failure)$/.test(
        name,
      )
    )
      return key;
    return form === 'symbol' && /^(?:name|status|state|event|title|type|message)$/.test(name) ? key : null;
  },
};

export const examples: Examples = {
  yes: [
    '{"code":"‹OUTSIDE_ALLOWED_SENDING_WINDOW›"}',
    '"reason": "‹INVALID_FORMAT›",',
    '"replyMessage":"‹MISSING_TOKEN›"',
  ],
  no: ['MISSING_TOKEN', 'token = getenv("API") ?? "MISSING_TOKEN"', '"REJECTED"'],
};
