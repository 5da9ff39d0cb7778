import type { Examples, Rule } from '../rule.ts';

/** Names that hold an error code and nothing else: `error_code`, `ErrorCode`, `meta_error_code`. Lower case, no separators. */
const SURE =
  /(?:^|\.)(?:(?:\w*(?:error|err|failure|fail|reject(?:ion)?|exostatus|whatsapp|wa|meta|graph|channel|twilio|vendor|provider|platform|fb|facebook)(?:api)?(?:error)?(?:sub)?code)|(?:error)?subcode|errorid|detailedstatuscode)$/;

/** `"error_code": 63016`, `ErrorCode=63016`, `"error_subcode": 2494010`. */
export const rule: Rule = {
  id: 'error-code-key',
  family: 'place',
  weight: 4.8,
  find({ key, structural }) {
    return key && structural && SURE.test(flat(key)) && !/country|verif|auth|promo/i.test(key) ? key : null;
  },
};

export function flat(key: string): string {
  return key.toLowerCase().replace(/[_$-]/g, '');
}

export const examples: Examples = {
  yes: [
    '{"error_code": ‹63016›}',
    'MessageStatus=failed&ErrorCode=‹63016›',
    '"error_subcode": ‹2494055›,',
    'errorCode: "‹131048›",',
  ],
  no: ['"country_code": 131047', '"code": 131047', 'Error code 131047'],
};
