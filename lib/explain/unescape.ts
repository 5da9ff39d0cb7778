import { fromBase64 } from './base64.ts';
import { fromQuotedPrintable } from './quoted-printable.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const COLOUR = /\u001b\[[\d;]{0,12}m/g;
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

/** A terminal's colours, as a log file keeps them. */
function withoutColours(text: string): string {
  return text.includes('\u001b') ? text.replace(COLOUR, '') : text;
}

/** `&quot;` and its kin; text without them as it is. */
export function fromHtml(text: string): string {
  if (!/&(?:quot|amp|apos|#\d{2,3}|#x[\da-f]{2});/i.test(text)) return text;
  return text.replace(
    /&(?:([a-z]{2,4})|#(\d{2,6})|#x([\da-f]{2,6}));/gi,
    (match, name?: string, ten?: string, hex?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? match;
      const point = ten ? Number(ten) : Number.parseInt(hex ?? '', 16);
      return point >= 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : match;
    },
  );
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
