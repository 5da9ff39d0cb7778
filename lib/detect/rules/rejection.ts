import { isConstant, rejectionNear } from '../constant.ts';
import type { Examples, Rule } from '../rule.ts';

/** A rejection is told of: reasons for one are words of several parts. */
export const rule: Rule = {
  id: 'rejection',
  family: 'topic',
  weight: 1.6,
  needs: ['spelled'],
  find(scene) {
    return isConstant(scene) ? rejectionNear(scene) : null;
  },
};

export const examples: Examples = {
  yes: [
    'Rejected, reason: ‹INVALID_FORMAT›',
    'Plantilla rechazada: ‹INVALID_FORMAT›',
    'rejected_reason=‹INVALID_FORMAT›',
  ],
  no: ['Reason: INVALID_FORMAT', 'REJECTED: rejected', 'rejected 131047'],
};
