import type { Examples, Rule } from '../rule.ts';
import { isHttpStatus } from '../scene.ts';

const BEFORE =
  /(?:HTTP(?:\/\d(?:\.\d)?)?["']?|\bstatus(?:[\s_-]?code)?|statusCode|responded|response(?: code)?|GET|POST|PUT|DELETE|->|returned?|answers?|replies|non-)[\s:="'`(]{1,4}(?:error\s|code\s)?["'`]?$/i;
const AFTER =
  /^["'`)]?\s{1,2}(?:OK|Created|Accepted|No Content|Moved|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Conflict|Gone|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout|Client Error|Server Error)\b/i;

/** A plain HTTP status: `HTTP/1.1" 200`, `status 403`, `400 Bad Request`. */
export const rule: Rule = {
  id: 'http',
  family: 'against',
  weight: -5,
  find({ lineLeft, lineRight, code, kind, key }) {
    if (kind === 'range') return /^\s?(?:status|HTTP)/i.exec(lineRight)?.[0] ?? null;
    if (!isHttpStatus(code)) return null;
    if (key && /^(?:http\w*|status\w*)$/i.test(key)) return key;
    return BEFORE.exec(lineLeft)?.[0].trim() ?? AFTER.exec(lineRight)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['HTTP ‹400›', '"POST /hook HTTP/1.1" ‹200› OK', 'status=‹401›', '‹500› Internal Server Error'],
  no: ['error 190', 'code 131047', '{"code": 400, "title": "Media download error"}'],
};
