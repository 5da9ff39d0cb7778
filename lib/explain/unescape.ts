import { ENTITY_NAMES, entityChar } from '../detect/html-entities.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const COLOUR = /\u001b\[[\d;]{0,12}m/g;
const ENTITY = new RegExp(`&(${ENTITY_NAMES}|#\\d{2,6}|#x[\\da-f]{2,6});`, 'gi');
/** Deeper than any log has been seen to nest. */
const LAYERS = 4;

/**
 * Text out of HTML (`&quot;code&quot;`), out of an address (`%22code%22%3A131047`), out of a JSON string (`\"code\":131047`), out
 * of an e-mail's parts or out of Base64, several layers deep. Text that is none of these comes back as it is. Time grows with the
 * length alone.
 */
export function unescapePaste(text: string): string {
  let plain = withoutColours(fromQuotedPrintable(text));
  for (let layer = 0; layer < LAYERS; layer++) {
    const next = fromBase64(fromJsonString(fromAddress(fromHtml(plain))));
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

/** The parentheses of `print_r` and `var_export`, and `["code"]=> int(4)`, `[code] => 4` with what `var_dump` says of the kind. */
const PHP =
  /\b((?:array|object)\s{0,99})\((?=\s)|(?<=\s)\)|\["?([a-z_]\w{0,60})"?\]\s?=>(\s{0,99})(?:string\(\d{1,6}\) (?=")|int\((-?\d{1,20})\))?/gi;

/** What PHP prints of arrays and objects, as objects with quoted keys. Every line stays. A text in parentheses has no blank at its end. */
export function fromPhp(text: string): string {
  if (!text.includes('=>')) return text;
  let depth = 0;
  return text.replace(PHP, (whole, opens?: string, key?: string, blanks = '', number = '') => {
    if (key !== undefined) return `"${key}" =>${blanks.replace(/[^\n]+/g, '') || ' '}${number}`;
    if (opens === undefined && depth === 0) return whole;
    depth += opens === undefined ? -1 : 1;
    return opens === undefined ? '}' : `${opens}{`;
  });
}

/** A terminal's colours, as a log file keeps them. */
function withoutColours(text: string): string {
  return text.includes('\u001b') ? text.replace(COLOUR, '') : text;
}

/** `&quot;` and the like; text without them as it is. */
export function fromHtml(text: string): string {
  if (!/&(?:quot|amp|apos|#\d{2,3}|#x[\da-f]{2});/i.test(text)) return text;
  return text.replace(ENTITY, (match, entity: string) => entityChar(entity) ?? match);
}

/** Only where quotes or brackets are encoded: a payload is. The sign `%` in prose stays. */
export function fromAddress(text: string): string {
  if (!/%(?:22|7B|5B)/i.test(text)) return text;
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function fromJsonString(text: string): string {
  if (!/\\(?:"|u0022)/i.test(text)) return text;
  // The look-behind keeps a long run of backslashes from being tried at each of them.
  return text
    .replace(/(?<!\\)\\+u0022/gi, '"')
    .replace(/(?<!\\)\\+"/g, '"')
    .replace(/(?<!\\)\\+n/g, '\n')
    .replace(/(?<!\\)\\+\//g, '/');
}

/**
 * Text out of an e-mail's quoted-printable: `=22code=22:1310=⏎47`. Only where lines end in a soft break and something is encoded,
 * so that `a=20` in an address stays.
 */
function fromQuotedPrintable(text: string): string {
  if (!/=\r?\n/.test(text) || !/=(?:3D|22|20|7B|5B|[C-E][0-9A-F]=[89AB])/.test(text)) return text;
  return text
    .replace(/=[ \t]{0,8}\r?\n/g, '')
    .replace(/(?:=[\dA-F]{2})+/g, (run) =>
      new TextDecoder().decode(Uint8Array.from(run.slice(1).split('='), (byte) => Number.parseInt(byte, 16))),
    );
}

/** A token, or whole lines of an e-mail part. Shorter runs are words, numbers and ids. */
const RUN =
  /(?<![\w+/-])(?:[\w+/-]{60,76}(?:\r?\n[\w+/]{60,76})+(?:\r?\n[\w+/]{1,76}={0,2}(?=\r?\n|$))?|[\w+/-]{32,})={0,2}/g;
/** No run is shorter. */
const SHORTEST = 32;
/** Enough units to tell whether a run holds text: 20 bytes of anything else are never all printable. */
const PROBE = 28;

const SIXTETS = sixtets();

/**
 * Text out of Base64: a token in a payload, or the lines of an e-mail part. What decodes to anything but text stays: keys, hashes,
 * a `wamid` (it begins with bytes that no text holds). A run that was cut somewhere is read from its next whole group of four.
 */
export function fromBase64(text: string): string {
  if (!mayHold(text)) return text;
  return text.replace(RUN, (run) => {
    for (let skip = 0; skip < 4; skip++) {
      if (!beginsText(run, skip)) continue;
      const bytes = bytesOf(run.replace(/[\r\n=]/g, '').slice(skip));
      const decoded = new TextDecoder().decode(bytes);
      // A token that only happens to begin so, or a picture with a readable head.
      if (!/[^\P{C}\s]|\ufffd/u.test(decoded.slice(0, -1))) return decoded;
    }
    return run;
  });
}

/** False where no run begins with text. Most runs are ids and keys, and this check is faster than the pattern. */
function mayHold(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    if (!isOfRun(text, at)) {
      at++;
      continue;
    }
    const start = at;
    while (isOfRun(text, at)) at++;
    if (at - start < SHORTEST) continue;
    for (let skip = 0; skip < 4; skip++) if (beginsText(text, start + skip)) return true;
  }
  return false;
}

/** The units that a run is made of are the sixtets. */
function isOfRun(text: string, at: number): boolean {
  return (SIXTETS[text.charCodeAt(at)] ?? -1) >= 0;
}

/** Whether the first bytes are all printable; most tokens fail at the first. */
function beginsText(run: string, skip: number): boolean {
  let bits = 0;
  let held = 0;
  for (let at = skip; at < skip + PROBE; at++) {
    const sixtet = SIXTETS[run.charCodeAt(at)] ?? -1;
    if (sixtet < 0) return false;
    held = ((held << 6) | sixtet) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const byte = (held >> bits) & 0xff;
    if ((byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) || byte > 0x7e) return false;
  }
  return true;
}

function bytesOf(units: string): Uint8Array {
  const whole = units.slice(0, units.length - (units.length % 4 === 1 ? 1 : 0));
  return Uint8Array.from(atob(whole.replace(/-/g, '+').replace(/_/g, '/')), (unit) => unit.charCodeAt(0));
}

function sixtets(): Int8Array {
  const table = new Int8Array(128).fill(-1);
  const units = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let at = 0; at < units.length; at++) table[units.charCodeAt(at)] = at;
  table[0x2d] = 62;
  table[0x5f] = 63;
  return table;
}
