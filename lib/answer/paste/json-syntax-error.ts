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
      unit === 'n' ? '\n' : unit.replace(/[bfrt]/, ' '),
    );
}

/** A string with its closing quote, a word or number, or a sign. */
const TOKEN =
  /[ \n\r\t\ufeff]*(?:("[^"\\\n]*(?:\\[^\n][^"\\\n]*)*(?:\\(?=\n|$))?("?))|([\w.+-]+)|([{}[\],:])|)/y;
const JSON_WORD =
  /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

const EXPECTED_TEXT = words.expected;

type Expected = keyof typeof EXPECTED_TEXT;

interface Token {
  kind: 'string' | 'word' | 'sign';
  text: string;
  /** False for a string without its closing quote. */
  isClosed: boolean;
}

/** Reads the token at the position of `TOKEN`. At the end of the text, it is an empty sign. */
function readToken(text: string): Token {
  const [, literal, quote, word, sign = ''] = TOKEN.exec(text) ?? [];

  if (literal)
    return { kind: 'string', text: literal, isClosed: Boolean(quote) };

  return word
    ? { kind: 'word', text: word, isClosed: true }
    : { kind: 'sign', text: sign, isClosed: true };
}

const takesValue = (expected: Expected): boolean =>
  expected === 'value' || expected === 'first-value';

const takesKey = (expected: Expected): boolean =>
  expected === 'key' || expected === 'first-key';

const takesEnd = (expected: Expected): boolean =>
  expected === 'comma' || expected.startsWith('first-');

const getClosing = (open: readonly string[]) =>
  open.at(-1) === '{' ? '}' : ']';

/** Returns what follows a token, or null for an unexpected one. Opens and closes objects and lists. */
function takeToken(
  { kind, text }: Token,
  expected: Expected,
  open: string[],
): Expected | null {
  if (kind === 'sign') return takeSign(text, expected, open);
  if (takesValue(expected)) return 'comma';

  return kind === 'string' && takesKey(expected) ? 'colon' : null;
}

function takeSign(
  sign: string,
  expected: Expected,
  open: string[],
): Expected | null {
  const closing = getClosing(open);

  if (sign === ':') return expected === 'colon' ? 'value' : null;

  if (sign === ',' && expected === 'comma')
    return closing === '}' ? 'key' : 'value';

  if ((sign === '{' || sign === '[') && takesValue(expected)) {
    open.push(sign);
    return sign === '{' ? 'first-key' : 'first-value';
  }

  if (sign !== closing || !takesEnd(expected)) return null;

  open.pop();

  return 'comma';
}

/** Returns what is wrong within a token where a value or a key may be. */
function findTokenError(
  { kind, text, isClosed }: Token,
  expected: Expected,
): 'string' | 'word' | null {
  const isString =
    kind === 'string' && (takesValue(expected) || takesKey(expected));

  const isWord =
    kind === 'word' && takesValue(expected) && /^[-\dtfn]/.test(text);

  if (isString && !isClosed) return 'string';

  return isWord && !JSON_WORD.test(text) ? 'word' : null;
}

/** Reads a payload. Returns the offset of its end or, with the expected tokens, of its first error. */
function readPayload(
  text: string,
  start: number,
): { at: number; expected: string | null } {
  const open: string[] = [];
  let expected: Expected = 'value';

  TOKEN.lastIndex = start;

  for (;;) {
    const token = readToken(text);
    const end = TOKEN.lastIndex;

    const fail = (at: number, wanted: Expected) => ({
      at,
      expected: t(EXPECTED_TEXT[wanted], getClosing(open)),
    });

    const error = findTokenError(token, expected);
    if (error) return fail(end, error);

    const isStrange = token.kind === 'word' && !/^[-\dtfn]/.test(token.text);
    const next: Expected | null = isStrange
      ? null
      : takeToken(token, expected, open);

    if (next === null) return fail(end - token.text.length, expected);
    if (open.length === 0) return { at: end, expected: null };

    expected = next;
  }
}
