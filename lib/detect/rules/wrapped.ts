import { isConstant } from '../constant.ts';
import type { Examples, Rule } from '../rule.ts';
import { flatLast, isCodeKey, isErrorCodeKey } from '../words/keys.ts';

/** A rare code of Meta's under a name that says so, near by. */
const INNER =
  /((?:whats_?app|meta|graph)(?:_?api)?(?:_?err(?:or)?)?_?code)["'\\]{0,3}\s?[:=]\s?["'\\]{0,3}\d{6}(?!\d)/i;

/** `code=TOO_MANY_REQUESTS whatsappCode=131056`: a provider's word and, beside it, the code of WhatsApp that it stands for. */
export const rule: Rule = {
  id: 'wrapped',
  family: 'payload',
  weight: 4.4,
  needs: ['symbol', 'keyed', 'spelled', 'right'],
  find(scene) {
    const { key, structural, right } = scene;
    if (!isConstant(scene) || !key || !structural) return null;
    const name = flatLast(key);
    return isCodeKey(name) || isErrorCodeKey(name) ? (INNER.exec(right)?.[1] ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    'status=400 code=‹RECIPIENT_NOT_REACHABLE› whatsappCode=131056',
    '{"code":"‹MISSING_TOKEN›","meta_error_code":"131005"}',
    'errorCode: "‹INVALID_FORMAT›", metaCode: 132001',
  ],
  no: [
    'code=MISSING_TOKEN count=131056',
    'status=MISSING_TOKEN whatsappCode=131056',
    'MISSING_TOKEN whatsappCode=131056',
  ],
};
