import words from '../../data/popup-words.json' with { type: 'json' };
import { decodeHtml, decodeUrlEncoding } from '../core/escapes.ts';
import { t } from '../i18n/translate.ts';
import { decodeBase64 } from './unescape.ts';

/** The first JSON syntax error of a payload. */
export interface JsonSyntaxError {
  /** Both are 1-based. A column counts UTF-16 code units. */
  line: number;
  column: number;
  /** The expected tokens: `a comma or }`. */
  expected: string;
  /** The text before and after the error, on one line. */
  before: string;
  after: string;
  /** True if the text ends at this position, false if it has an unexpected token. */
  ends: boolean;
  /** True if the text was escaped, percent-encoded or Base64. Line and column then refer to the decoded text. */
  decoded: boolean;
}

/**
 * Streaming syntax checker for JSON, also for a sequence of objects, in chunks of any size. Memory grows only with the
 * nesting depth.
 */
export interface JsonErrorFinder {
  push(piece: string): void;
  /** Returns the first error so far. If everything read is valid but incomplete, the end counts as an error. */
  first(): JsonSyntaxError | null;
}

/** Matches the start of a payload at the start of a line, but not a log's `[2026-…]`. */
const LINE_START_OF_JSON = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[{"[\]]|$))/;
/** Matches the start of a payload within a line: `Response: {"error"`. */
const JSON_WITHIN_LINE = /[:=>]\s?'?(?=\{\s?"|\[\s?\{\s?")/;
const MAX_UNITS_BEFORE = 48;
const MAX_UNITS_AFTER = 24;
/** Maximum nesting depth whose bracket kinds are tracked. Real payloads are less deep. */
const MAX_DEPTH = 10_000;

/** Names of the tokens that may come next. */
const EXPECTED_TEXT = words.expected;
type Expect = keyof typeof EXPECTED_TEXT;

/** Returns true if a text begins with JSON. */
const startsPayload = (text: string): boolean => LINE_START_OF_JSON.test(text.slice(0, 200).trimStart());

/**
 * Finds the first JSON syntax error in the original payload, not in the result of unescaping. Skips text between
 * payloads (log lines, response headers), and stops at the first error.
 */
export function createJsonErrorFinder(): JsonErrorFinder {
  const json = createJsonScanner();
  let line = 1;
  let column = 0;
  let isLineStart = true;
  let recent = '';
  let found: JsonSyntaxError | null = null;
  let unwrap: Layer | null | undefined;

  function push(given: string) {
    if (unwrap === undefined && given.trim() !== '') unwrap = findUnwrapper(given);
    const piece = unwrap ? unwrap(given) : given;
    if (found) {
      found.after = toSingleLine(found.after + piece.slice(0, MAX_UNITS_AFTER)).slice(0, MAX_UNITS_AFTER);
      return;
    }
    for (let at = 0; at < piece.length; at++) {
      if (json.expect() === 'start') at = passOver(piece, at);
      const unit = piece[at];
      if (unit === undefined) break;
      column++;
      if (!json.take(unit)) {
        found = describe(recent + piece.slice(0, at), piece.slice(at, at + MAX_UNITS_AFTER), false);
        return;
      }
      if (unit !== '\n') continue;
      line++;
      column = 0;
      isLineStart = true;
    }
    recent = (recent + piece).slice(-MAX_UNITS_BEFORE);
  }

  /** Returns the offset at which the next payload begins. */
  function passOver(piece: string, from: number): number {
    let at = from;
    while (at < piece.length) {
      const end = piece.indexOf('\n', at);
      const begin = isLineStart ? findPayloadStart(piece, at, end < 0 ? piece.length : end) : -1;
      if (begin >= 0) {
        isLineStart = false;
        column += begin - at;
        return begin;
      }
      if (end < 0) {
        column += piece.length - at;
        isLineStart &&= piece.slice(at).trim() === '';
        return piece.length;
      }
      line++;
      column = 0;
      isLineStart = true;
      at = end + 1;
    }
    return at;
  }

  function describe(before: string, after: string, ends: boolean): JsonSyntaxError {
    return {
      line,
      column: ends ? column + 1 : column,
      expected: json.expected(),
      // Hide a truncated id: half an id could contain digits that masking does not recognize.
      before: toSingleLine(before.slice(-MAX_UNITS_BEFORE).replace(/^[\w+/=-]{16,}/, '…')),
      after: toSingleLine(after),
      ends,
      decoded: Boolean(unwrap),
    };
  }

  return {
    push,
    first: () => found ?? (json.expect() === 'start' ? null : describe(recent, '', true)),
  };
}

function findPayloadStart(piece: string, from: number, end: number): number {
  if (LINE_START_OF_JSON.test(piece.slice(from, from + 40))) return from;
  const within = JSON_WITHIN_LINE.exec(piece.slice(from, end));
  return within ? from + within.index + within[0].length : -1;
}

const toSingleLine = (text: string) => text.replace(/\s+/g, ' ');

type Layer = (text: string) => string;

/** Encodings of a payload, by how the encoded payload begins. */
const WRAPPER_LAYERS: readonly (readonly [begins: RegExp, layer: Layer])[] = [
  [/^(?:%22|%7B|%5B)/i, decodeUrlEncoding],
  [/^(?:[{[]\s*)?&(?:quot|#34|#x22|amp|lcub);/i, decodeHtml],
  [/^"?[{[]\s*\\+["nr]|^"[{[]/, unwrapJsonString],
  [/^[\w+/-]{32}/, decodeBase64],
];

/**
 * Returns a function that decodes a payload to JSON. The start of the text determines the layers, once for all chunks.
 *
 * @returns Null if the text is not an encoded payload.
 */
function findUnwrapper(text: string): Layer | null {
  const layers: Layer[] = [];
  let plain = text.slice(0, 4_000).trimStart();
  while (!startsPayload(plain) && layers.length < 4) {
    const found = WRAPPER_LAYERS.find(([begins]) => begins.test(plain));
    if (!found) return null;
    plain = found[1](plain).trimStart();
    layers.push(found[1]);
  }
  if (layers.length === 0 || !startsPayload(plain)) return null;
  return (piece) => layers.reduce((rest, layer) => layer(rest), piece);
}

/** Unescapes one layer of a JSON string and removes its quotes. */
function unwrapJsonString(text: string): string {
  return text
    .replace(/^\s*"(?=[{[])|"\s*$/g, '')
    .replace(/\\(["\\/bfnrt])/g, (_, unit: string) =>
      unit === 'n' ? '\n' : /[bfrt]/.test(unit) ? ' ' : unit,
    );
}

/** JSON tokenizer for single code units. Its only state is the nesting. */
function createJsonScanner() {
  const open: ('{' | '[')[] = [];
  let expect: Expect = 'start';
  let isKey = false;
  let escaped = false;
  let word = '';

  /** Consumes one code unit. Returns false, without consuming it, if it is not valid here. */
  function take(unit: string): boolean {
    if (expect === 'string') return takeTextUnit(unit);
    if (expect === 'word') {
      if (/[\w.+-]/.test(unit)) {
        word = (word + unit).slice(0, 40);
        return true;
      }
      if (!isJsonWord(word)) return false;
      expect = 'comma';
    }
    if (/[ \n\r\t\ufeff]/.test(unit)) return true;
    if (expect === 'colon') return unit === ':' && setExpected('value');
    if (expect === 'comma')
      return unit === ',' ? setExpected(open.at(-1) === '{' ? 'key' : 'value') : closeBracket(unit);
    if (expect === 'key' || expect === 'first-key') {
      return unit === '"' ? beginText(true) : expect === 'first-key' && closeBracket(unit);
    }
    return (expect === 'first-value' && closeBracket(unit)) || beginValue(unit);
  }

  function takeTextUnit(unit: string): boolean {
    // A line break inside a string: the closing quote is missing on the line before.
    if (unit === '\n') return false;
    if (escaped) escaped = false;
    else if (unit === '\\') escaped = true;
    else if (unit === '"') expect = isKey ? 'colon' : getExpectedAfterValue();
    return true;
  }

  function beginValue(unit: string): boolean {
    if (unit === '"') return beginText(false);
    if (unit === '{' || unit === '[') {
      if (open.length < MAX_DEPTH) open.push(unit);
      return setExpected(unit === '{' ? 'first-key' : 'first-value');
    }
    if (!/[-\dtfn]/.test(unit)) return false;
    word = unit;
    return setExpected('word');
  }

  function beginText(key: boolean): boolean {
    isKey = key;
    escaped = false;
    return setExpected('string');
  }

  function closeBracket(unit: string): boolean {
    if (unit !== (open.at(-1) === '{' ? '}' : ']')) return false;
    open.pop();
    return setExpected(getExpectedAfterValue());
  }

  function setExpected(next: Expect): true {
    expect = next;
    return true;
  }

  const getExpectedAfterValue = (): Expect => (open.length === 0 ? 'start' : 'comma');
  return {
    take,
    expect: () => expect,
    /** Returns the expected tokens as text: `a comma or }`. */
    expected: () => t(EXPECTED_TEXT[expect], open.at(-1) === '{' ? '}' : ']'),
  };
}

/** Returns true for numbers and for `true`, `false` and `null`. */
function isJsonWord(word: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(word);
}
