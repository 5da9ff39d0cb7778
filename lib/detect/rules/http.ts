import { isHttpStatus } from '../form.ts';
import { gistIn } from '../gists.ts';
import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { endsWithCue } from '../words/pattern.ts';
import { rule as errorCodeHeader } from './error-code-header.ts';
import { rule as titleBeside } from './title-beside.ts';

const CUE = endsWithCue(ERROR_CODE);
const ERRORS = endsWithCue(ERROR);
const BEFORE =
  /(?:HTTP(?:\/\d(?:\.\d)?)?["']?|\bstatus(?:[\s_-]?code)?|statusCode|responded|response(?: code)?|GET|POST|PUT|DELETE|->|returned?|answers?|replies|non-|says?:?|said:?)[\s:="'`([#]{1,4}(?:error\s|code\s)?["'`]?$/i;
/** `error 404` is mostly HTTP; `error code 404` says that it is not. */
const AFTER_ERROR =
  /(?<!HTTP )(?:errs?|errors?|erros?|errores|erreurs?|errore|fehler|fout|błąd|hata|hatası|kesalahan|eror|galat|ralat|lỗi|ошибк[аиуой]{1,2}|помилк[аиу]|خطأ|الخطأ|خطا|שגיאה|שגיאת|त्रुटि|एरर|ত্রুটি|ایرر|错误|錯誤|报错|エラー|오류|에러|ข้อผิดพลาด)[\s:="'`([#]{1,4}$/i;
const AFTER =
  /^["'`)\s|:–-]{1,5}(?:OK|Created|Accepted|No Content|Moved|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Conflict|Gone|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout|Client Error|Server Error)\b/i;

/** As Postman saves an answer: `"status": "Bad Request", "code": 400`. */
const SAVED =
  /["']status["']\s?:\s?["'](?:OK|Created|Accepted|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable)["'],\s{1,24}["']code["']\s?:\s?$/i;

/** What an answer has beside its status. */
const BODY = /^["'`]?\s?[,;]?\s{1,24}(?:response_?)?body["'`]?\s?[=:]/i;

/** `parseGraph(429, raw)`: a status and the answer that came with it. */
const HANDED = /\w\($/;
const ANSWER = /^,\s?(?:raw|body|resp\w*|payload|data|json|text|html|b|r|err|reply|answer)\b/i;

/** `expect(out.http).toBe(400)` */
const EXPECTED =
  /(?:\b|_)(?:http|status)(?:_?(?:status|code))?["'\])]{0,3}\.\w{2,12}\($|\)\s?\.(?:expect|assertStatus|toHaveStatus)\($/i;

/** `RETRY_HTTP = [429, 500, 503]` */
const LISTED = /HTTP\w{0,16}["']?\s?[:=]\s?(?:new\s)?(?:Set\()?[[({]{1,2}(?:\s?\d{3},?){0,9}\s?$/i;

/** `HTTP error 470`: said to be one, whatever the number. */
const NAMED = /\bHTTPS?(?:[\s-](?:error|status|code|erro|fehler|erreur|errore|hata)){0,2}[\s:=(]{1,3}$/i;

/** A list of error codes of the one whose console this is, and it has this status among them: `500 | Internal Server Error`. */
function isDocumented(scene: Scene): boolean {
  const own = scene.reading.context.provider ?? scene.reading.console?.provider;
  return (
    own !== undefined && own !== 'meta' && areOf(scene.meanings, own) && errorCodeHeader.find(scene) !== null
  );
}

/** An entry of a map by status. */
const OWN_STATUS =
  /^["'`]?\s?(?::|=>)\s?[[{(]{1,2}\s?["']?(?:http_?)?status(?:_?code)?["']?\s?(?::|=>)\s?(\d{3})(?!\d)/i;
const OF_META = /meta|graph|wa|fb/i;

/** A plain HTTP status: `HTTP/1.1" 200`, `status 403`, `400 Bad Request`. */
export const rule: Rule = {
  id: 'http',
  family: 'against',
  weight: -5,
  needs: ['beside'],
  find(scene) {
    const { left, lineLeft, lineRight, right, code, kind, key, cell, compared } = scene;
    if (kind === 'range') return /^\s?(?:status|HTTP)/i.exec(lineRight)?.[0] ?? null;
    if (code.length === 3 && NAMED.test(lineLeft))
      return isHttpStatus(code) || !gistIn(code, right.slice(0, 90)) ? 'HTTP' : null;
    if (!isHttpStatus(code) || isDocumented(scene)) return null;
    if (cell?.caption && /HTTP/.test(cell.caption)) return cell.caption;
    // `400 131021: …`: a status in front of the code.
    if (/^\s\(?#?\d{5,6}(?:\)|:|\s[–—-])/.test(right)) return 'status';
    // `code = 400;` and the body that comes with it.
    if (SAVED.test(left)) return 'status';
    if (BODY.test(right) || (HANDED.test(lineLeft) && ANSWER.test(right))) return 'body';
    // Google's APIs name the status beside the number.
    if (/^["'`]?,?\s*["'`]?status["'`]?\s*[:=]>?\s*["'`][A-Z_]{4}/.test(right)) return 'status';
    // `429: { status: 429, code: 130429`
    if (OWN_STATUS.exec(right)?.[1] === code) return 'status';
    if (key && /^(?:http\w*|status\w*)$/i.test(key)) return key;
    if (EXPECTED.test(lineLeft) || LISTED.test(lineLeft)) return 'http';
    // `errorCode === 404`: of a call that was made over HTTP.
    if (compared && /^[45]/.test(code) && !OF_META.test(key ?? '')) return key;
    // `error 200` is none of a server's.
    if (code >= '300' && (AFTER_ERROR.test(lineLeft) || ERRORS.in(lineLeft)) && !CUE.in(lineLeft))
      return titleBeside.find(scene) === null ? 'error' : null;
    return BEFORE.exec(lineLeft)?.[0].trim() ?? AFTER.exec(lineRight)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'RETRY_HTTP = [429, ‹500›, 502]',
    'expect(out.http).toBe(‹400›)',
    'send({ code: 131026 }).expect(‹200›);',
    'HTTP ‹400›',
    '"POST /hook HTTP/1.1" ‹200› OK',
    'status=‹401›',
    '‹500› Internal Server Error',
    'HTTP error ‹470›',
    '‹400›: { status: 400, code: 130429 }',
    'if (errorCode === ‹404›) return',
    'return err(‹400›, "BAD")',
    'fail("‹400› 131021: no WhatsApp")',
    'got := parseGraph(‹400›, raw)',
    '"status": "Bad Request",\n  "code": ‹400›,\n  "cookie": []',
    'code = ‹400›;\n    body = "{}"',
  ],
  no: [
    'HTTP 470 (the 24-hour window is over)',
    'error 190',
    'Meta error 200',
    'code 131047',
    '{"code": 400, "title": "Media download error"}',
  ],
};
