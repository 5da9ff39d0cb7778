import type { Examples, Rule } from '../rule.ts';
import { isHttpStatus } from '../scene.ts';
import { ERROR_CODE } from '../words/error.ts';
import { endsWithCue } from '../words/pattern.ts';

const CUE = endsWithCue(ERROR_CODE);
const BEFORE =
  /(?:HTTP(?:\/\d(?:\.\d)?)?["']?|\bstatus(?:[\s_-]?code)?|statusCode|responded|response(?: code)?|GET|POST|PUT|DELETE|->|returned?|answers?|replies|non-|says?:?|said:?)[\s:="'`([#]{1,4}(?:error\s|code\s)?["'`]?$/i;
/** `error 404` is mostly HTTP; `error code 404` says that it is not. */
const AFTER_ERROR = /(?<!HTTP )(?:errors?|erros?|errores|erreurs?|fehler)[\s:="'`([#]{1,4}$/i;
const AFTER =
  /^["'`)\s|:–-]{1,5}(?:OK|Created|Accepted|No Content|Moved|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Conflict|Gone|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout|Client Error|Server Error)\b/i;

/** A plain HTTP status: `HTTP/1.1" 200`, `status 403`, `400 Bad Request`. */
export const rule: Rule = {
  id: 'http',
  family: 'against',
  weight: -5,
  find({ lineLeft, lineRight, right, code, kind, key, cell }) {
    if (kind === 'range') return /^\s?(?:status|HTTP)/i.exec(lineRight)?.[0] ?? null;
    if (!isHttpStatus(code)) return null;
    if (cell?.caption && /HTTP/.test(cell.caption)) return cell.caption;
    // Google's APIs name the status beside the number.
    if (/^["'`]?,?\s*["'`]?status["'`]?\s*[:=]>?\s*["'`][A-Z_]{4}/.test(right)) return 'status';
    if (key && /^(?:http\w*|status\w*)$/i.test(key)) return key;
    if (AFTER_ERROR.test(lineLeft) && !CUE.in(lineLeft)) return 'error';
    return BEFORE.exec(lineLeft)?.[0].trim() ?? AFTER.exec(lineRight)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['HTTP ‹400›', '"POST /hook HTTP/1.1" ‹200› OK', 'status=‹401›', '‹500› Internal Server Error'],
  no: ['error 190', 'code 131047', '{"code": 400, "title": "Media download error"}'],
};
