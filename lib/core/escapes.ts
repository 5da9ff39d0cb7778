import entities from '../../data/html-entities.json' with { type: 'json' };
import { type ReplacedText, replaceMapped } from './replaced-text.ts';

const ENTITIES: Readonly<Record<string, string>> = entities;

/** Matches an HTML entity, with its name or number as the group. */
export const ENTITY = `&(${Object.keys(ENTITIES).join('|')}|#\\d{2,7}|#x[\\da-f]{2,6});`;

/** Decodes the name or number of an HTML entity: `quot`, `#34`, `#x22`. Returns null for unknown names and invisible characters. */
export function decodeEntity(entity: string): string | null {
  if (!entity.startsWith('#')) return ENTITIES[entity.toLowerCase()] ?? null;

  const isHex = /^#x/i.test(entity);

  return decodeCodePoint(
    Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10),
  );
}

/** Returns null for controls and beyond Unicode. */
export function decodeCodePoint(point: number): string | null {
  if (point === 0xa0) return ' ';
  return point >= 0x20 && point <= 0x10ffff
    ? String.fromCodePoint(point)
    : null;
}

const PERCENT = '%(?:25){0,3}';
const NEXT_BYTE = `${PERCENT}[89ab][\\da-f]`;

/** Matches one percent-encoded character, also if it is encoded several times. */
export const PERCENT_ENCODED = [
  `${PERCENT}(?:0[9ad]|[2-7][\\da-f])`,
  `${PERCENT}[cd][\\da-f]${NEXT_BYTE}`,
  `${PERCENT}e[\\da-f](?:${NEXT_BYTE}){2}`,
  `${PERCENT}f[0-7](?:${NEXT_BYTE}){3}`,
].join('|');

/** Returns invalid UTF-8 unchanged. */
export function decodePercent(written: string): string {
  if (written.length === 3)
    return String.fromCharCode(Number.parseInt(written.slice(1), 16));

  try {
    return decodeURIComponent(written.replace(/%(?:25)+/g, '%'));
  } catch {
    return written;
  }
}

interface EscapeLayer {
  /** Every text with such escapes contains this. Checked first, because it is fast. */
  hint: string;
  pattern: RegExp;
  only?: RegExp;
  unless?: RegExp;
  /** @param written The pattern's group, which identifies the character. */
  decode(written: string, whole: string): string;
}

const HTML: EscapeLayer = {
  hint: '&',
  pattern: new RegExp(ENTITY, 'gi'),
  decode: (name, whole) => decodeEntity(name) ?? whole,
};

/** `%22code%22%3A%20100`. A `%` in prose stays. */
const URL_ENCODING: EscapeLayer = {
  hint: '%',
  pattern: new RegExp(`(${PERCENT_ENCODED})`, 'gi'),
  only: /%(?:25){0,3}(?:22|3A|3D|5B|7B)/i,
  decode: decodePercent,
};

const JSON_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  u0022: '"',
};

/** `"body":"{\"code\":100}"`. If no quotation mark is escaped, `\n` is part of a path or a pattern. */
const JSON_STRING: EscapeLayer = {
  hint: '\\',
  // The look-behind avoids quadratic time on long runs of backslashes.
  pattern: /(?<!\\)\\+(["nt/]|[uU]0022)/g,
  only: /\\(?:"|u0022)/i,
  decode: (name) => JSON_ESCAPES[name.toLowerCase()] ?? name,
};

/** What the tags of plain text stand for; others only change the look of it. */
const TEXT_BY_TAG: Readonly<Record<string, string>> = {
  code: '`',
  kbd: '`',
  samp: '`',
  tt: '`',
  p: ' ',
  br: ' ',
};
const TAG_NAME = 'code|kbd|samp|tt|strong|b|em|i|mark|span|u|p|br';
/** Not a comparison in a template: `<span v-if="code == 100">`. */
const ATTRIBUTES = String.raw`\s(?![^<>]{0,80}(?:==|v-(?:if|else-if|show)=))[^<>]{0,80}`;

const BOLD_NUMBER = String.raw`(\*\*)(?=\d{1,7}\*\*)|(?<=\*\*\d{1,7})\*\*`;
const BOLD_NAME = String.raw`\*\*_(?=[A-Z][A-Z\d_]{2,60}_\*\*)`;
const BOLD_NAME_END = String.raw`(?<=\*\*_[A-Z][A-Z\d_]{2,60})_\*\*`;

/** From the outside in: URLs often contain JSON, and HTML contains both; the reverse is rare. */
const ESCAPE_LAYERS: readonly EscapeLayer[] = [
  // Characters without width in a number, where pages allow a line break or hide a mark.
  ...['\u200b', '\u00ad', '\u2060', '\ufeff'].map(
    (hint): EscapeLayer => ({
      hint,
      pattern: new RegExp(`(?<=\\d)(${hint}+)(?=\\d)`, 'g'),
      decode: () => '',
    }),
  ),
  HTML,
  URL_ENCODING,
  JSON_STRING,
  {
    // HTML tags in plain text, as in the source code of a page.
    hint: '</',
    pattern: new RegExp(`</?(${TAG_NAME})(?:${ATTRIBUTES})?\\s?/?>`, 'g'),
    // In XML `<code>` is the name of a value.
    unless: /<(?:error|message|status|title|response|fault|\?xml)\b/i,
    decode: (name) => TEXT_BY_TAG[name] ?? '',
  },
  {
    // `**131047**`, `**_RATE_LIMITED_**`: bold type.
    hint: '**',
    pattern: new RegExp(`${BOLD_NUMBER}|${BOLD_NAME}|${BOLD_NAME_END}`, 'g'),
    decode: () => '',
  },
];

/** Decodes one layer of HTML, of percent-encoding and of JSON string escapes. */
export function unescapePayload(text: string): string {
  return [HTML, URL_ENCODING, JSON_STRING].reduce(
    (outer, layer) => decodeLayer(layer, outer),
    text,
  );
}

export const decodeHtml = (text: string): string => decodeLayer(HTML, text);
export const decodeUrlEncoding = (text: string): string =>
  decodeLayer(URL_ENCODING, text);

function decodeLayer(layer: EscapeLayer, text: string): string {
  if (!hasLayer(layer, text)) return text;
  return text.replace(layer.pattern, (whole: string, written: string) =>
    layer.decode(written, whole),
  );
}

const hasLayer = ({ hint, only, unless }: EscapeLayer, text: string) =>
  text.includes(hint) && only?.test(text) !== false && !unless?.test(text);

/** Decodes escapes and tags as shown: `<strong>100</strong>` is `100`. Null if there are none. */
export function unescapeText(text: string): ReplacedText | null {
  return ESCAPE_LAYERS.reduce<ReplacedText | null>((outer, layer) => {
    const escaped = outer?.text ?? text;
    if (!hasLayer(layer, escaped)) return outer;

    const inner = replaceMapped(escaped, layer.pattern, (whole, written) =>
      layer.decode(written, whole),
    );

    if (!inner || !outer) return inner ?? outer;

    const toOriginal: ReplacedText['toOriginal'] = (start, end) =>
      outer.toOriginal(...inner.toOriginal(start, end));

    return { text: inner.text, toOriginal };
  }, null);
}
