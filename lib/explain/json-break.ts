import { openJsonScanner } from './json-scanner.ts';
import { fromAddress, fromBase64, fromHtml } from './unescape.ts';

/** Where a payload stops being one. */
export interface Break {
  /** Both from 1. A column counts UTF-16 units. */
  line: number;
  column: number;
  /** What would have to stand there: `a comma or }`. */
  expected: string;
  /** The text before and at the break, in one line. */
  before: string;
  after: string;
  /** The text ends there; else something else stands there. */
  ends: boolean;
  /** Line and column are those of the text once it is decoded: it came escaped, encoded or in Base64. */
  decoded: boolean;
}

/** Reads JSON, one object after another if need be, in pieces of any size; in constant memory but for how deep it nests. */
export interface BreakFinder {
  push(piece: string): void;
  /** The first break so far; where everything read is whole but unfinished, the end counts as one. */
  first(): Break | null;
}

/** A line that begins so begins a payload: a log's `[2026-…]` does not. */
const BEGINS = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[{"[\]]|$))/;
/** Within a line: `Response: {"error"`. */
const WITHIN = /[:=>]\s?'?(?=\{\s?"|\[\s?\{\s?")/;
const BEFORE = 48;
const AFTER = 24;

/** Whether a text begins with JSON. */
const beginsPayload = (text: string): boolean => BEGINS.test(text.slice(0, 200).trimStart());

/**
 * Watches for JSON that breaks, in the payload itself and not in what unescaping makes of it. It skips what stands between payloads
 * (a log, the headers of a response), and stops at the first break.
 */
export function openBreaks(): BreakFinder {
  const json = openJsonScanner();
  let line = 1;
  let column = 0;
  let isLineStart = true;
  let recent = '';
  let found: Break | null = null;
  let unwrap: Layer | null | undefined;

  function push(given: string) {
    if (unwrap === undefined && given.trim() !== '') unwrap = unwrapperOf(given);
    const piece = unwrap ? unwrap(given) : given;
    if (found) {
      found.after = oneLine(found.after + piece.slice(0, AFTER)).slice(0, AFTER);
      return;
    }
    for (let at = 0; at < piece.length; at++) {
      if (json.expect() === 'start') at = passOver(piece, at);
      else if (json.isInText()) {
        const next = plainUntil(piece, at);
        column += next - at;
        at = next;
      }
      const unit = piece[at];
      if (unit === undefined) break;
      column++;
      if (!json.take(unit)) {
        found = describe(
          recent + piece.slice(Math.max(0, at - BEFORE), at),
          piece.slice(at, at + AFTER),
          false,
        );
        return;
      }
      if (unit !== '\n') continue;
      line++;
      column = 0;
      isLineStart = true;
    }
    recent = (recent + piece.slice(-BEFORE)).slice(-BEFORE);
  }

  /** Up to where a payload begins. */
  function passOver(piece: string, from: number): number {
    let at = from;
    while (at < piece.length) {
      const end = piece.indexOf('\n', at);
      const begin = isLineStart ? beginIn(piece, at, end < 0 ? piece.length : end) : -1;
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

  function describe(before: string, after: string, ends: boolean): Break {
    return {
      line,
      column: ends ? column + 1 : column,
      expected: json.expected(),
      // Half an id would hold a number that nothing recognises.
      before: oneLine(before.slice(-BEFORE).replace(/^[\w+/=-]{16,}/, '…')),
      after: oneLine(after),
      ends,
      decoded: Boolean(unwrap),
    };
  }

  return {
    push,
    first: () => found ?? (json.expect() === 'start' ? null : describe(recent, '', true)),
  };
}

function beginIn(piece: string, from: number, end: number): number {
  if (BEGINS.test(piece.slice(from, from + 40))) return from;
  const within = WITHIN.exec(piece.slice(from, end));
  return within ? from + within.index + within[0].length : -1;
}

/** Where the next quote, backslash or line break stands: most of a payload is text. */
function plainUntil(piece: string, from: number): number {
  let at = from;
  for (; at < piece.length; at++) {
    const unit = piece.charCodeAt(at);
    if (unit === 0x22 || unit === 0x5c || unit === 0x0a) break;
  }
  return at;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

type Layer = (text: string) => string;

/** What a payload may be wrapped in, by how the wrapped one begins. */
const LAYERS: readonly (readonly [begins: RegExp, layer: Layer])[] = [
  [/^(?:%22|%7B|%5B)/i, fromAddress],
  [/^(?:[{[]\s*)?&(?:quot|#34|#x22|amp|lcub);/i, fromHtml],
  [/^"?[{[]\s*\\+["nr]|^"[{[]/, oneString],
  [/^[\w+/-]{32}/, fromBase64],
];

/**
 * Removes what a payload is wrapped in, so that it can be read as JSON. The beginning of the text decides, once for all its
 * pieces.
 *
 * @returns Null where the text is no wrapped payload.
 */
function unwrapperOf(text: string): Layer | null {
  const layers: Layer[] = [];
  let plain = text.slice(0, 4_000).trimStart();
  while (!beginsPayload(plain) && layers.length < 4) {
    const found = LAYERS.find(([begins]) => begins.test(plain));
    if (!found) return null;
    plain = found[1](plain).trimStart();
    layers.push(found[1]);
  }
  if (layers.length === 0 || !beginsPayload(plain)) return null;
  return (piece) => layers.reduce((rest, layer) => layer(rest), piece);
}

/** One layer of a JSON string, without the quotes around it. */
function oneString(text: string): string {
  return text
    .replace(/^\s*"(?=[{[])|"\s*$/g, '')
    .replace(/\\(["\\/bfnrt])/g, (_, unit: string) =>
      unit === 'n' ? '\n' : /[bfrt]/.test(unit) ? ' ' : unit,
    );
}
