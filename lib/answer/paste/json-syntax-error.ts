import words from '../../../data/popup-words.json' with { type: 'json' };
import { decodeHtml, decodeUrlEncoding } from '../../core/escapes.ts';
import { t } from '../../core/i18n/translate.ts';
import {
  countLineBreaks,
  findLineEnd,
  findLineStart,
} from '../../structure/lines.ts';
import { decodeBase64 } from './unescape.ts';

export type JsonSyntaxError = ReturnType<typeof describe>;

/** Matches the start of a payload at the start of a line, but not a log's `[2026-…]`. */
const LINE_START_OF_JSON = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[{"[\]]|$))/;
const JSON_WITHIN_LINE = /[:=>]\s?'?(?=\{\s?"|\[\s?\{\s?")/;
const MAX_UNITS_BEFORE = 48;
const MAX_UNITS_AFTER = 24;
const PROBE_UNITS = 4_000;
const MAX_LAYERS = 4;

const startsPayload = (text: string): boolean =>
  LINE_START_OF_JSON.test(text.slice(0, 200).trimStart());

/**
 * Finds the first JSON syntax error of a text, also in a sequence of payloads, in linear time. Text between payloads
 * (log lines, response headers) is skipped.
 *
 * @returns Null if the text contains no payload, or only valid ones. The end of an incomplete payload is an error.
 */
export function findJsonSyntaxError(given: string): JsonSyntaxError | null {
  const text = unwrapPayload(given);

  for (let from = text.search(/\S|$/); from < text.length; ) {
    const start = findPayloadStart(text, from);

    const read =
      start < 0 ? { at: from, expected: null } : readPayload(text, start);

    if (read.expected !== null)
      return describe(text, read.at, read.expected, text !== given);

    from = findLineEnd(text, read.at) + 1;
  }

  return null;
}

/** Returns the offset of a payload in the line that begins at an offset, or -1. */
function findPayloadStart(text: string, from: number): number {
  if (LINE_START_OF_JSON.test(text.slice(from, from + 40))) return from;

  const within = JSON_WITHIN_LINE.exec(
    text.slice(from, findLineEnd(text, from)),
  );

  return within ? from + within.index + within[0].length : -1;
}

function describe(
  text: string,
  at: number,
  expected: string,
  decoded: boolean,
) {
  const toSingleLine = (part: string) => part.replace(/\s+/g, ' ');
  const before = text.slice(Math.max(0, at - MAX_UNITS_BEFORE), at);

  return {
    /** Both are 1-based. A column counts UTF-16 code units. */
    line: countLineBreaks(text.slice(0, at)) + 1,
    column: at - findLineStart(text, at) + 1,
    expected,
    // Hide a truncated id: half an id could contain digits that masking does not recognize.
    before: toSingleLine(before.replace(/^[\w+/=-]{16,}/, '…')),
    after: toSingleLine(text.slice(at, at + MAX_UNITS_AFTER)),
    /** True if the text ends at this position, false if it has an unexpected token. */
    ends: at === text.length,
    /** True if the text was escaped, percent-encoded or Base64. Line and column then refer to the decoded text. */
    decoded,
  };
}

/** Encodings of a payload, by how the encoded payload begins. */
const WRAPPER_LAYERS: readonly (readonly [
  begins: RegExp,
  decode: (text: string) => string,
])[] = [
  [/^(?:%22|%7B|%5B)/i, decodeUrlEncoding],
  [/^(?:[{[]\s*)?&(?:quot|#34|#x22|amp|lcub);/i, decodeHtml],
  [/^"?[{[]\s*\\+["nr]|^"[{[]/, unwrapJsonString],
  [/^[\w+/-]{32}/, decodeBase64],
];

function unwrapPayload(text: string): string {
  let plain = text;

  for (let layer = 0; layer < MAX_LAYERS && !startsPayload(plain); layer++) {
    const head = plain.slice(0, PROBE_UNITS).trimStart();
    const found = WRAPPER_LAYERS.find(([begins]) => begins.test(head));
    if (!found) return text;
    plain = found[1](plain);
  }

  return startsPayload(plain) ? plain : text;
}

function unwrapJsonString(text: string): string {
  return text
    .replace(/^\s*"(?=[{[])|"\s*$/g, '')
    .replace(/\\(["\\/bfnrt])/g, (_, unit: string) =>
      unit === 'n' ? '\n' : /[bfrt]/.test(unit) ? ' ' : unit,
    );
}

/** A string with its closing quote, a word or number, or a sign. */
const TOKEN =
  /[ \n\r\t\ufeff]*(?:("[^"\\\n]*(?:\\[^\n][^"\\\n]*)*(?:\\(?=\n|$))?("?))|([\w.+-]+)|([{}[\],:])|)/y;
const JSON_WORD =
  /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

const EXPECTED_TEXT = words.expected;

/** Reads a payload. Returns the offset of its end or, with the expected tokens, of its first error. */
function readPayload(
  text: string,
  start: number,
): { at: number; expected: string | null } {
  const open: string[] = [];
  let expect: keyof typeof EXPECTED_TEXT = 'value';

  TOKEN.lastIndex = start;

  for (;;) {
    const [, literal, quote, word, sign = ''] = TOKEN.exec(text) ?? [];
    const end = TOKEN.lastIndex;
    const closing = open.at(-1) === '{' ? '}' : ']';

    const fail = (at: number, wanted = expect) => ({
      at,
      expected: t(EXPECTED_TEXT[wanted], closing),
    });

    const isValue: boolean = expect === 'value' || expect === 'first-value';
    const isFirst = expect === 'first-key' || expect === 'first-value';

    if (literal && (isValue || expect === 'key' || expect === 'first-key')) {
      if (!quote) return fail(end, 'string');
      expect = isValue ? 'comma' : 'colon';
    } else if (word && isValue && /^[-\dtfn]/.test(word)) {
      if (!JSON_WORD.test(word)) return fail(end, 'word');
      expect = 'comma';
    } else if ((sign === '{' || sign === '[') && isValue) {
      open.push(sign);
      expect = sign === '{' ? 'first-key' : 'first-value';
    } else if (sign === closing && (isFirst || expect === 'comma')) {
      open.pop();
      if (open.length === 0) return { at: end, expected: null };
      expect = 'comma';
    } else if (sign === ',' && expect === 'comma')
      expect = closing === '}' ? 'key' : 'value';
    else if (sign === ':' && expect === 'colon') expect = 'value';
    else return fail(end - (literal ?? word ?? sign).length);
  }
}
