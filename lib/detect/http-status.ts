import { joinPatterns } from '../core/pattern-parts.ts';
import type { Span } from '../core/spans.ts';
import { isHttpStatus } from './code-form.ts';

/** The reason phrases of RFC 9110 and of the statuses that proxies add. */
const REASONS = [
  'bad request|unauthori[sz]ed|payment required|forbidden|not found|method not allowed|not acceptable|proxy authentication required|request time-?out',
  'conflict|gone|length required|precondition failed|payload too large|content too large|uri too long|unsupported media type|range not satisfiable',
  'expectation failed|misdirected request|unprocessable (?:entity|content)|locked|failed dependency|too early|upgrade required|precondition required',
  'too many requests|internal server error|not implemented|bad gateway|service unavailable|gateway time-?out|(?:client|server) error',
].join('|');

/** What calls the number before it a status: `"statusCode":400`, `status code 400`, `HTTP/1.1 400`, `responded with status 400`. */
const STATUS_BEFORE = joinPatterns(
  [
    [
      /(?:^|[^a-z])(?:http|response|resp|res)[\s_.-]?(?:status|code)?/u,
      /status[\s_.-]?code/u,
      /(?:^|[\s"'{,.])status/u,
      /http(?:\/\d(?:\.\d)?| error)/u,
      /returned error/u,
      /estado/u,
      /durum kodu/u,
      /состояни\p{L}{1,2}/u,
      /状态码/u,
      /ステータスコード/u,
    ],
    /["'`]?\s{0,3}[:=]?\s{0,3}["'`([]{0,2}$/u,
  ],
  'iu',
);
/** The reason of a status after it: `400 Bad Request`, `400 (Bad Request)`, `"406":"Not Acceptable"`. */
const REASON_AFTER = new RegExp(
  `^["'\`)\\]]{0,2}[\\s:,(–-]{1,3}(?:["']?(?:error|message|statusText|title|name)["']?\\s?[:=]\\s?)?["'\`(]{0,2}(?:${REASONS})(?![a-z])`,
  'i',
);
const REASON_NAMES = REASONS.replaceAll(' ', '[_-]?');
const CLASS_KEY = String.raw`(?:class_?name|name|type)["']?\s?[:=]\s?["']`;
/** The class of an error that is named after the reason of its status: `"name":"BadRequest"`, `className: 'not-found'`. */
const REASON_CLASS = new RegExp(
  `${CLASS_KEY}(?:${REASON_NAMES})(?:error|exception)?["']`,
  'i',
);
const REASON = new RegExp(`^(?:${REASONS})`, 'i');
const STATUS_LEAD = /(?<!\d)(\d{3})["'`)]{0,2}[\s:,(–-]{1,3}["'`(]{0,2}$/;
const MAX_LEAD_UNITS = 12;
const MAX_NAME_UNITS = 40;
const MAX_REASON_UNITS = 50;

/** Returns true for the status of a response, which a client or server prints of any request. */
export const isResponseStatus = (text: string, status: Span): boolean =>
  isNamedStatus(text, status) || hasReasonAfter(text, status);

/** Returns true for a status that its label or the word before it calls so. */
export function isNamedStatus(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - MAX_NAME_UNITS), start);

  return isHttpStatus(text.slice(start, end)) && STATUS_BEFORE.test(before);
}

/** Returns true for a status with its standard reason after it. */
export function hasReasonAfter(text: string, { start, end }: Span): boolean {
  const after = text.slice(end, end + MAX_REASON_UNITS);

  return isHttpStatus(text.slice(start, end)) && REASON_AFTER.test(after);
}

/** Returns true for an object of an error whose class is named after the reason of a status. */
export const isOfReasonClass = (text: string): boolean =>
  REASON_CLASS.test(text);

/** Returns true if a text begins with a status and its reason, or with the reason of the status before it. */
export function isStatusReason(text: string, { start }: Pick<Span, 'start'>) {
  const before = text.slice(Math.max(0, start - MAX_LEAD_UNITS), start);
  const status = STATUS_LEAD.exec(before)?.[1] ?? '';
  if (isResponseStatus(text, { start, end: start + 3 })) return true;

  return isHttpStatus(status) && isReason(text.slice(start));
}

/** Returns true for a text that begins with the reason of a status: `Bad Request`. */
export const isReason = (text: string): boolean =>
  REASON.test(text.slice(0, MAX_REASON_UNITS));

/** Returns the first status of a failed response in a text, or null. */
export function findResponseStatus(text: string): string | null {
  for (const { 0: status, index } of text.matchAll(FAILED_STATUS))
    if (isStatusAt(text, { start: index, end: index + status.length }))
      return status;

  return null;
}

function isStatusAt(text: string, status: Span): boolean {
  const around = text.slice(
    Math.max(0, status.start - MAX_CLASS_UNITS),
    status.end + MAX_CLASS_UNITS,
  );

  return isResponseStatus(text, status) || isOfReasonClass(around);
}

const MAX_CLASS_UNITS = 300;
const FAILED_STATUS = /(?<![\w.-])[45]\d\d(?![\w-]|\.\d)/g;
