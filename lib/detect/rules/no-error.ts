import type { Examples, Rule } from '../rule.ts';

const BRANCH = /\b(?:case|when) $/;
/** Nothing is said of it, or that all is well. */
const WELL =
  /^(?::|\s?[-=]>|\sthen).{0,30}?(?:''|""|\bnull\b|\bnil\b|\b(?:ok|success)\b|\b(?:no|sin|sem|kein|sans|without)\s(?:err|fehl))/i;

/** `error.code ?? 0`: where there is none. */
const DEFAULT = /(?:\?\?|\|\|)\s?$/;
/** `"code": 200, "error_data": null`: an answer that bears no error. */
const ANSWERED =
  /^,\s{0,24}"(?:error\w{0,6}"\s?:\s?null\b|(?:count|data|results?|total|items|payload)"\s?:|success"\s?:\s?true|(?:message|msg|status|result)"\s?:\s?"(?:ok|success\w{0,4}|accepted|done|queued)")/i;

/** `"error":{"id":0,"name":"NO_ERROR"}`: the field is there, and nothing went wrong. */
export const rule: Rule = {
  id: 'no-error',
  family: 'against',
  weight: -12,
  needs: ['beside'],
  find({ code, right, left, key }) {
    if (code === 'NO_ERROR') return code;
    if (code === '200' && ANSWERED.test(right)) return 'success';
    if (code !== '0') return null;
    if (/subcode$/i.test(key ?? '')) return key;
    if (DEFAULT.test(left)) return 'default';
    const named = /NO_ERROR/.exec(right.slice(0, 40)) ?? /NO_ERROR/.exec(left.slice(-40));
    return named?.[0] ?? (BRANCH.test(left) ? (WELL.exec(right)?.[0].trim() ?? null) : null);
  },
};

export const examples: Examples = {
  yes: [
    '"error":{"groupId":0,"id":‹0›,"name":"NO_ERROR"}',
    '{"name":"‹NO_ERROR›"}',
    '{"name":"NO_ERROR","id":‹0›}',
    '{"code": 80007, "error_subcode": ‹0›}',
    "case ‹0›: $txt = ''; break;",
    'case ‹0›: return "OK"',
    "in_array($body['code'] ?? ‹0›, [130429, 368])",
    '{"code": ‹200›, "message":"ok"}',
    '{ "code": ‹200›, "count": 12 }',
    '{ "code": ‹200›, "error_data": null, "status": "success"',
  ],
  no: [
    '(#0) AuthException',
    '{"id":7,"name":"PENDING_ENROUTE"}',
    '"name":"EC_INVALID_TEMPLATE"',
    "case 0: return 'AuthException'",
    "case 0: return 'header not sent'",
  ],
};
