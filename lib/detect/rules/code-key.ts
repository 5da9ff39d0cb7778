import type { Examples, Rule } from '../rule.ts';
import { flat, isErrorCodeKey } from '../words/keys.ts';

/** `"error_code": 63016`, `ErrorCode=63016`, `"error_subcode": 2494010`. */
export const rule: Rule = {
  id: 'error-code-key',
  family: 'place',
  weight: 4.8,
  needs: ['named'],
  find({ key, structural }) {
    return key && structural && isErrorCodeKey(flat(key)) ? key : null;
  },
};

export const examples: Examples = {
  yes: [
    '{"error_code": ‹63016›}',
    'MessageStatus=failed&ErrorCode=‹63016›',
    '"error_subcode": ‹2494055›,',
    'errorCode: "‹131048›",',
  ],
  no: ['"country_code": 131047', '"code": 131047', 'Error code 131047'],
};
