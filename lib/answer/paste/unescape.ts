import { unescapePayload } from '../../core/escapes.ts';
import { anyOf, joinPatterns } from '../../core/pattern-parts.ts';
import { decodeSerialized } from './decode-serialized.ts';
import { unfoldNotebook } from './unfold-notebook.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const ANSI_COLOUR = /\u001b\[[\d;]{0,12}m/g;
/** INI, LaTeX and Markdown escape it. */
const ESCAPED_HASH = '\\#';
/** The branch of a printed tree, which stands for an indentation: `│  ├─ `. */
const BRANCH = /^[│ ]{0,80}[├└╰][─-]{1,3}┬? (?=\S)/gm;
const EDN_MAP = /\{\s{0,40}:[a-z]\S{0,60} ["\d{[(#:]/;
const MAX_LAYERS = 4;

/** Decodes HTML entities, percent-encoding, JSON string escapes, quoted-printable and Base64, nested, in linear time. */
export function unescapePaste(text: string): string {
  let plain = unfoldNotebook(decodeQuotedPrintable(text))
    .replace(ANSI_COLOUR, '')
    .replaceAll(ESCAPED_HASH, '#')
    .replace(BRANCH, (branch) => ' '.repeat(branch.length));

  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const next = decodeBase64(unescapePayload(plain));
    if (next === plain) break;
    plain = next;
  }

  return plain;
}

/** A key of Clojure before its value: `{:code 131047`, also in a line of its own. */
const EDN_KEY =
  /(?<=[{,\s]):([a-z][\w.*+!?-]{0,60})(?=\s{1,40}["\d{[(#:a-z-])/g;

const decodeEdn = (text: string): string =>
  EDN_MAP.test(text) ? text.replace(EDN_KEY, '"$1":') : text;

/** Rewrites what PHP, Clojure and serializers print of a value as objects with quoted keys, line for line. */
export const decodeDump = (text: string): string =>
  decodeEdn(decodeSerialized(decodePhpDump(text)));

/** Matches `print_r`'s parentheses, and keys such as `["code":protected]=> int(4)`, `[131047]=> int(4)` and `[code] => 4`. */
const PHP = anyOf(
  [
    /\b(?<opened>(?:array|object)\s{0,99})\((?=\s)/,
    /(?<=\s)\)/,
    joinPatterns([
      /\["?(?<key>[a-z_]\w{0,60})"?(?::[\w:"\\]{1,99})?\]\s?=>(?<blanks>\s{0,99})/,
      /(?:string\(\d{1,6}\) (?=")|int\((?<number>-?\d{1,20})\))?/,
    ]),
    /\[(?<position>\d{1,9})\](?==>\s{1,99}int\()/,
    /(?<==>\s{1,99})int\((?<value>\d{1,20})\)/,
  ],
  'gi',
);

/** `word)` is part of a text. */
function decodePhpDump(text: string): string {
  if (!text.includes('=>')) return text;

  let depth = 0;

  const rewriteBracket = (whole: string, opened: string | undefined) => {
    if (opened === undefined && depth === 0) return whole;
    depth += opened === undefined ? -1 : 1;

    return opened === undefined ? '}' : `${opened}{`;
  };

  return text.replace(PHP, (whole: string, ...matched) => {
    const { opened, key, blanks, number, position, value }: PhpGroups =
      matched.at(-1);

    const digits = position ?? value;
    if (digits !== undefined) return digits;
    if (key === undefined) return rewriteBracket(whole, opened);

    const lines = blanks?.replace(/[^\n]+/g, '') || ' ';

    return `"${key}" =>${lines}${number ?? ''}`;
  });
}

/** The groups of `PHP`, of which only those of one alternative match. */
type PhpGroups = Readonly<
  Partial<
    Record<
      'opened' | 'key' | 'blanks' | 'number' | 'position' | 'value',
      string
    >
  >
>;

/** Decodes quoted-printable (`=22code=22:1310=⏎47`) with soft breaks; `a=20` in a URL stays. */
function decodeQuotedPrintable(text: string): string {
  if (
    !/=\r?\n/.test(text) ||
    !/=(?:3D|22|20|7B|5B|[C-E][0-9A-F]=[89AB])/.test(text)
  )
    return text;

  return text
    .replace(/=[ \t]{0,8}\r?\n/g, '')
    .replace(/(?:=[\dA-F]{2})+/g, (run) =>
      new TextDecoder().decode(
        Uint8Array.from(run.slice(1).split('='), (byte) =>
          Number.parseInt(byte, 16),
        ),
      ),
    );
}

/** Matches a Base64 token or the lines of a MIME part. Shorter runs are words, numbers and ids. */
const BASE64_RUN =
  /(?<![\w+/-])(?:[\w+/-]{60,76}(?:\r?\n[\w+/]{60,76})+(?:\r?\n[\w+/]{1,76}={0,2}(?=\r?\n|$))?|[\w+/-]{32,})={0,2}/g;
/** Number of characters that decide whether a run is text: 20 bytes of binary data are never all printable. */
const PROBE_UNITS = 28;

/**
 * Decodes Base64 tokens and lines of a MIME part to text. Keys, hashes and a `wamid`, which begins with other bytes,
 * stay. If the start of a run is cut off, decoding begins at the next group of four.
 */
export function decodeBase64(text: string): string {
  return text.replace(BASE64_RUN, (run) => {
    for (let skip = 0; skip < 4; skip++) {
      if (!startsWithText(run, skip)) continue;

      const units = run.replace(/[\r\n=]/g, '').slice(skip);

      const whole = decodeUnits(
        units.slice(0, units.length - Number(units.length % 4 === 1)),
      );

      const decoded = new TextDecoder().decode(
        Uint8Array.from(whole, (unit) => unit.charCodeAt(0)),
      );

      // Otherwise a token that happens to begin like text, or an image with a readable header.
      if (!/[^\P{C}\s]|\ufffd/u.test(decoded.slice(0, -1))) return decoded;
    }

    return run;
  });
}

const startsWithText = (run: string, skip: number) =>
  /^[\t\n\r -~]*$/.test(decodeUnits(run.slice(skip, skip + PROBE_UNITS)));

const decodeUnits = (units: string) =>
  atob(units.replaceAll('-', '+').replaceAll('_', '/'));
