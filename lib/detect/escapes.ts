import { decodeEntity } from './html-entities.ts';

/** An escape sequence and how it is decoded. */
interface EscapeLayer {
  /** Stands in every text that has one: what takes least to look for. */
  hint: string;
  pattern: RegExp;
  /** A text without this has it for another reason. */
  only?: RegExp;
  /** So has a text with this. */
  unless?: RegExp;
  /** @param written Of the pattern's group: what tells which sign it is. */
  sign(written: string): string;
}

/** From the outside in: an address holds JSON, and HTML holds both, oftener than the other way round. */
const ESCAPE_LAYERS: readonly EscapeLayer[] = [
  {
    hint: '&',
    pattern:
      /&(quot|apos|lt|gt|amp|[mn]dash|nbsp|rarr|middot|[lr][ds]quo|#0?(?:34|38|39|60|62)|#(?:160|821[12])|#x(?:22|26|27|3c|3e));/gi,
    sign: (name) => decodeEntity(name) ?? '&',
  },
  {
    // `%22code%22%3A%20100`; letters beyond ASCII stay, as several stand for one.
    hint: '%',
    pattern: /%(0A|09|2[0-9A-F]|3[A-F]|40|5[B-F]|7[BCD])/gi,
    only: /%(?:22|3A|3D|7B)/i,
    sign: (hex) => String.fromCharCode(Number.parseInt(hex, 16)),
  },
  {
    // `"body":"{\"code\":100}"`. Where no quotation mark is escaped, `\n` is part of a path or a pattern.
    hint: '\\"',
    pattern: /\\{1,3}(["nt/])/g,
    sign: (name) => (name === 'n' ? '\n' : name === 't' ? '\t' : name),
  },
  {
    // HTML tags in plain text, as in the source code of a page.
    hint: '</',
    pattern:
      /<\/?(code|kbd|samp|tt|strong|b|em|i|mark|span|u|p|br)(?:\s(?![^<>]{0,80}(?:==|v-(?:if|else-if|show)=))[^<>]{0,80})?\s?\/?>/g,
    // In XML `<code>` is the name of a value.
    unless: /<(?:error|message|status|title|response|fault|\?xml)\b/i,
    sign: (name) => (/^(?:code|kbd|samp|tt)$/.test(name) ? '`' : /^(?:p|br)$/.test(name) ? ' ' : ''),
  },
  {
    // `**131047**`, `**_RATE_LIMITED_**`: bold type.
    hint: '**',
    pattern:
      /(\*\*)(?=\d{1,7}\*\*)|(?<=\*\*\d{1,7})\*\*|\*\*_(?=[A-Z][A-Z\d_]{2,60}_\*\*)|(?<=\*\*_[A-Z][A-Z\d_]{2,60})_\*\*/g,
    sign: () => '',
  },
];

/** A text without its escapes, and where its units stand in the one that has them. */
export interface UnescapedText {
  text: string;
  /** Offset of the same unit in the text with its escapes. */
  getOriginalOffset(offset: number): number;
}

/** What a reader would see: `&quot;code&quot;:100`, `{\"code\":100}` and `<strong>100</strong>` without the escapes and tags. Null where there are none. */
export function unescapeText(text: string): UnescapedText | null {
  return ESCAPE_LAYERS.reduce<UnescapedText | null>(
    (plain, layer) => composeUnescaped(plain, removeLayer(layer, plain?.text ?? text)) ?? plain,
    null,
  );
}

function composeUnescaped(outer: UnescapedText | null, inner: UnescapedText | null): UnescapedText | null {
  if (!inner || !outer) return inner;
  return {
    text: inner.text,
    getOriginalOffset: (offset) => outer.getOriginalOffset(inner.getOriginalOffset(offset)),
  };
}

function removeLayer(
  { hint, pattern, only, unless, sign }: EscapeLayer,
  escaped: string,
): UnescapedText | null {
  if (!escaped.includes(hint) || only?.test(escaped) === false || unless?.test(escaped)) return null;
  /** Where signs end in the plain text, and how much longer the other one is up to there. */
  const ends: number[] = [];
  const longer: number[] = [];
  let more = 0;
  const text = escaped.replace(pattern, (whole: string, written: string, at: number) => {
    const one = sign(written);
    ends.push(at - more + one.length);
    more += whole.length - one.length;
    longer.push(more);
    return one;
  });
  if (ends.length === 0) return null;
  return {
    text,
    getOriginalOffset(offset) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (longer[low - 1] ?? 0);
    },
  };
}
