import { anyOf, joinPatterns } from '../core/pattern-parts.ts';
import { createFieldPattern } from './field-names.ts';
import { readWholeNumber } from './number-notation.ts';

/** `12`, `12 x`, `- `, `- [x] `, `❌ `, `1. `, and the signs before the code: `(#`. */
const BEFORE = joinPatterns(
  [
    /^\s*(?:(?:[^\p{L}\d\s]{1,2}|[-*+] \[[ xX]\]|\d\d?[.)])\s+)?/u,
    /(?:([1-9]\d{0,8})(\s*[x×])?[\s,;:|]+)?/,
    /["'(#[]{0,20}$/,
  ],
  'u',
);
/** `, 12`, `: 12 messages`, `(12)`, `x 12`, `→ 12`, `=> 12`, `█████ 12`, `12  79.2%`. */
const COUNT = joinPatterns(
  [
    [/\s{0,4}([x×])\s{0,4}/, /[\s,;:=|(→>.–\u2500-\u25a0-]{1,80}/],
    /([1-9]\d{0,8})((?:\s?\p{L}{1,30}){0,2})\)?/u,
    // Its share.
    /(?:\s{1,9}\(?\d{1,3}(?:[.,]\d{1,3})?\s?%\)?)?/,
  ],
  'u',
);
const AFTER = joinPatterns(
  [/^["')\]]{0,4}/, [COUNT, /(?:)/], /[\s,;|]{0,40}$/],
  'u',
);
/** `12 x send failed: 131026`, and the same line from `uniq -c`, which aligns its counts to 4 or 7 characters. */
const COUNT_BEFORE_WORDS =
  /^(?:(?=[ \d]{4} |[ \d]{7} ) +(\d{1,6}) |\s*(\d{1,9})\s?[x×]\s)(?!\s)/;
/** The words of a code, between the same signs or in brackets, and its count: `131047 – Re-engagement message – 412`. */
const COUNT_AFTER_TITLE = joinPatterns([
  /^["')\]]{0,4}\s?/,
  [/([|–—-])\s[^\n\d|–—]{3,80}\s\1\s/, /\([^()\n\d]{3,80}\)\s?[:=–—-]\s?/],
  /([1-9]\d{0,5})\s?$/,
]);
/** What marks a word in Markdown and in Slack. */
const EMPHASIS = /[*_`\u200b]/g;

/**
 * Reads the count of a line around its code: `12 131047`, `12 x 131047`, `131026: 214 messages`, `sort | uniq -c`.
 *
 * @returns How many failures the line stands for, `isAlone` if it has only the code and its count, and `isMarked` if a
 *   sign, a word or the output of `uniq -c` shows that the number is a count.
 */
export function readLineCount(lead: string, rest: string) {
  const before = lead.replace(EMPHASIS, '');
  const after = rest.replace(EMPHASIS, '');
  const first = BEFORE.exec(before);
  const last = AFTER.exec(after);
  const isAlone = first !== null && last !== null && !(first[1] && last[2]);
  const whole = COUNT_BEFORE_WORDS.exec(before);
  const titled = first && !first[1] ? COUNT_AFTER_TITLE.exec(after) : null;

  if (titled)
    return { count: Number(titled[2]), isAlone: false, isMarked: true };

  if (isAlone) {
    const isMarked = Boolean(first[2] || last[1] || last[3]?.trim() || whole);
    return { count: Number(first[1] ?? last[2] ?? 1), isAlone, isMarked };
  }

  return {
    count: Number(whole?.[1] ?? whole?.[2] ?? 1),
    isAlone,
    isMarked: whole !== null,
  };
}

const OBJECT_COUNT = createFieldPattern(
  'count|occurrences|times|n|cnt|freq|frequency|total|hits|num|(?<!/)messages|msgs|failed|failures|qty|quantity',
  // InfluxDB marks an integer: `41i`.
  String.raw`[1-9]\d{0,8}(?=i?(?![\w.]))`,
);
/** An object of one message is one failure, whatever it counts. */
const MESSAGE_KEY = joinPatterns(
  [
    /["']?/,
    [
      /to/,
      /phone/,
      /recipient/,
      /wa_?id/,
      /message_?id/,
      /w?amid/,
      /recipient_id/,
    ],
    /["']?\s{0,4}[:=]/,
  ],
  'i',
);

/** Returns the count of an object that has one beside its code: `{"error_code":"131047","count":"412"}`. Null for any other object. */
export function readObjectCount(
  object: { before: string; after: string } | null,
): number | null {
  if (!object) return null;

  const own = `${object.before} ${object.after}`;
  const count = OBJECT_COUNT.exec(own)?.[1];

  return count && !MESSAGE_KEY.test(own) ? Number(count) : null;
}

/** The value of a metric after its labels: `failures_total{code="131047"} 412`. */
const METRIC_VALUE = /^ ([1-9]\d{0,8})(?:\.0+)?(?: \d{9,13})?\s*$/m;
/** An object of labels, and the value beside it: `"labels":{"code":131047},"value":412`, `"value":[1764576842,"412"]`. */
const LABELS_NAME = /^(?:labels|metric|tags|dimensions)$/;
const SAMPLE =
  /["']?value["']?\s?[:=]\s?(?:\[\s?[\d.]{1,20},\s?)?["']?([1-9]\d{0,8})(?![\w.])/;

/**
 * Returns the value of a metric that counts a code, or null.
 *
 * @param name The name of the object of its labels, without a sign between both, or empty.
 * @param after The text after this object.
 * @param around What the object around it says.
 */
export function readMetricCount(
  name: string,
  after: string,
  around: string | null,
): number | null {
  const value = LABELS_NAME.test(name)
    ? SAMPLE.exec(around ?? '')?.[1]
    : METRIC_VALUE.exec(after)?.[1];

  return Number(value) || null;
}

/** The key of a code, at the end of what is before it, and the sign after it. */
const CODE_KEY = /["']?([\w.-]{1,60})["']?\s?([:=])\s?["'(#]{0,3}$/;

/** Returns the count of a code in a line of fields: `code=131047 count=31`. Null if the line has none, or is about one message. */
export function readFieldCount(before: string, after: string): number | null {
  const [, key = '', sign = ''] = CODE_KEY.exec(before) ?? [];
  if (key === '' || MESSAGE_KEY.test(`${before} ${after}`)) return null;

  // The next code in the line has its own.
  const [own = ''] = after.split(`${key}${sign}`, 1);
  const count = OBJECT_COUNT.exec(own);
  if (count) return count[0].includes(sign) ? Number(count[1]) : null;

  const lead = before.slice(before.lastIndexOf(`${key}${sign}`, -1) + 1);

  return Number(OBJECT_COUNT.exec(lead)?.[1]) || null;
}

/** The end of the element of a code, and the elements after it in the same one. */
const ELEMENT_END = /^<\/[\w.:-]{1,40}>\s{0,80}/;
const NEXT_ELEMENT = joinPatterns(
  [
    /<([\w.:-]{1,40})(?:\s(?:name|key)=["']([\w.:-]{1,60})["'])?>/,
    /([^<]{0,100})<\/\1>\s{0,80}/,
  ],
  'y',
);
const MAX_ELEMENTS = 20;

/** Returns the count in an element of XML after that of a code, which is not about one message, or null. */
export function readElementCount(after: string): number | null {
  NEXT_ELEMENT.lastIndex = ELEMENT_END.exec(after)?.[0].length ?? after.length;

  for (let element = 0; element < MAX_ELEMENTS; element++) {
    const [, tag, name = tag, value] = NEXT_ELEMENT.exec(after) ?? [];
    if (name === undefined) return null;

    const field = `${name}=${value}`;
    if (MESSAGE_KEY.test(field)) return null;

    const count = OBJECT_COUNT.exec(field)?.[1];
    if (count) return Number(count);
  }

  return null;
}

/** What is counted, in several languages. */
const UNITS = [
  /x|×|times?|messages?|msgs?|failures?|failed|occurrences?|errors?/,
  /mal|nachrichten|vezes|mensage(?:m|ns)|veces|mensajes?|fois|volte|messaggi/,
  /kali|pesan|kez|mesaj|раза?|сообщени\p{L}{1,2}|बार|次/u,
];
const WORDED_COUNT = joinPatterns(
  [
    /^["')\]]{0,4}\s{0,2}[:=(–—-]{0,2}\s{0,2}/u,
    /([1-9]\d{0,8})\s?/u,
    UNITS,
    /(?![\p{L}\d])/u,
  ],
  'iu',
);

/** Returns the count in the words after a code: `131047: 31 times`, `131047 (31 messages)`. Null for other words. */
export const readWordedCount = (after: string): number | null =>
  Number(WORDED_COUNT.exec(after.replace(EMPHASIS, ''))?.[1]) || null;

const COUNT_CELL = joinPatterns(
  [/^\s{0,20}([\d.,'’ ]{1,12}?)\s?/u, UNITS, /\s{0,20}$/],
  'iu',
);

/** Returns the digits of a cell that is a number with what it counts: `412 times`, `1,204 messages`. Null for other cells. */
export function readCountCell(cell: string): string | null {
  const number = COUNT_CELL.exec(cell)?.[1];

  return number ? readWholeNumber(number) : null;
}

const MAX_LIST_UNITS = 2_000;
const ITEM = anyOf(
  [
    /#?\d{5,7}\s?(?:\(\d{1,5}\)|[x×=:–-]\s?\d{1,4}(?!\d))/,
    /\d{1,5}\s?[x×]\s?#?\d{5,7}(?!\d)/,
  ],
  'g',
);
const COUNTED_LIST = new RegExp(
  String.raw`^(\D{0,60})((?:(?:${ITEM.source})(?:[,;\s]\s*|$)){1,99})$`,
);

/** Matches a heading and codes with their counts: `Errors: 131049 (88), 131026 (51)`, also as an object or a sentence. */
export const matchCountedList = (text: string) =>
  text.length > MAX_LIST_UNITS
    ? null
    : COUNTED_LIST.exec(
        text
          .replace(/[{}"']/g, '')
          .trim()
          .replace(/\.$/, ''),
      );

/** Returns a list of counted codes as a column: a line for the heading and for each item. Null for any other text. */
export function toCountedColumn(text: string): string | null {
  const [, heading = '', items = ''] = matchCountedList(text) ?? [];
  return items
    ? [heading.trim() || 'Code', ...(items.match(ITEM) ?? [])].join('\n')
    : null;
}
