import type { Examples, Rule } from '../rule.ts';

/** gRPC's statuses, each in the place of its number. */
const STATUSES =
  'OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED'.split(
    ' ',
  );

/** `Error: 13 INTERNAL: failed to …`, also where the number stands in a field before that. */
export const rule: Rule = {
  id: 'grpc',
  family: 'against',
  weight: -6,
  needs: ['number', 'right'],
  find({ code, right }) {
    const status = STATUSES[Number(code)];
    if (!status) return null;
    const isSaid = right.startsWith(` ${status}:`) || right.slice(0, 60).includes(`${code} ${status}:`);
    return isSaid ? status : null;
  },
};

export const examples: Examples = {
  yes: [
    'Error: ‹4› DEADLINE_EXCEEDED: no answer from the media service',
    '"error": { "code": ‹10›, "details": "Error: ‹10› ABORTED: the transaction was rolled back" }',
    'Error: ‹10› ABORTED: another write came first',
  ],
  no: [
    'error 4 DEADLINE',
    'error 190 UNAVAILABLE: the token is invalid',
    'error code 4: application limit reached',
    '(#10) Application does not have permission',
  ],
};
