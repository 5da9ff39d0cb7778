import type { Span } from '../core/spans.ts';
import { CLOSERS, SIGN } from './field-names.ts';
import { getLineBefore } from './lines.ts';
import { NOTATIONS } from './notations.ts';

export interface Key {
  text: string;
  before: string;
  start: number;
}

/** A key and where its value begins, after quotes, tags and types. */
export interface KeyPair extends Pick<Span, 'start'> {
  key: Key;
  separator: string;
  index: number;
  /** True if the separator also occurs between other words and cells. */
  isWeak: boolean;
}

const STRONG_SIGN = new RegExp(`^(?:${SIGN}|>)$|>\\s*[:=]$`);
const MAX_KEY_CHARS = 100;
const MAX_CLOSERS = 8;
const MAX_TAG = 200;
const WORDS_BEFORE = /(?<=((?:[\p{L}\p{M}\p{N}]{1,30} ){1,4}))/uy;

/** Finds the separators of a text with a key before them, also within values. Runs in linear time. */
export function readKeyPairs(text: string): KeyPair[] {
  const pairs: KeyPair[] = [];

  NOTATIONS.separator.lastIndex = 0;

  for (
    let match = NOTATIONS.separator.exec(text);
    match;
    match = NOTATIONS.separator.exec(text)
  ) {
    const { 0: separator, index } = match;
    const end = index + separator.length;

    const key = findKeyBefore(
      text,
      separator.includes(',') ? index + 1 : index,
      separator,
    );

    const isWeak = !STRONG_SIGN.test(separator);

    if (key)
      pairs.push({
        key,
        separator,
        index,
        start: skipForm(NOTATIONS.beforeValue, text, end),
        isWeak,
      });

    // `<first>Ana</first><last>Souza</last>`: the second tag can be a key too.
    if (separator.startsWith('<')) NOTATIONS.separator.lastIndex = index + 1;
  }

  return pairs;
}

const MAX_REMARK = 32;

/** Returns the key directly before a separator, or null. */
function findKeyBefore(
  text: string,
  index: number,
  separator: string,
): Key | null {
  if (separator === '>') return findTagBefore(text, index);

  const remark =
    text.charAt(index - 1) === ')' &&
    NOTATIONS.remark.exec(text.slice(Math.max(0, index - MAX_REMARK), index));

  let end = remark ? index - remark[0].length : index;

  while (end > 0 && index - end < MAX_KEY_CHARS && text.charAt(end - 1) === ' ')
    end--;

  const padding = index - end;

  while (
    end > 0 &&
    index - end - padding < MAX_CLOSERS &&
    ` ${CLOSERS}`.includes(text.charAt(end - 1))
  )
    end--;

  const isQuoted = /["'`]/.test(text.charAt(end));
  const limit = Math.max(0, end - MAX_KEY_CHARS);
  let start = end;

  if (isQuoted) {
    const open = text.slice(limit, end).lastIndexOf(text.charAt(end));
    if (open >= 0 && !/[\n:{,=]/.test(text.slice(limit + open, end)))
      start = limit + open + 1;
  }

  if (start === end)
    while (
      start > limit &&
      (NOTATIONS.keyChar.test(text.charAt(start - 1)) ||
        NOTATIONS.apostrophe.test(text.slice(start - 2, start + 1)))
    )
      start--;

  if (start === end) return null;
  WORDS_BEFORE.lastIndex = start;

  const before = WORDS_BEFORE.exec(text)?.[1] ?? '';

  // `password@host:port`
  if (!isQuoted)
    start += text.slice(start, end).lastIndexOf('@', end - start - 2) + 1;

  const own = text.slice(start, end);

  // `["name":protected]=>`
  const hidden =
    NOTATIONS.modifier.test(own) &&
    /"([^"\n]{1,80})":(?:"[^"\n]{0,80}":)?$/.exec(
      text.slice(limit, start),
    )?.[1];

  if (hidden) return { text: hidden, before: '', start };

  const typed =
    /^str(?:ing)?$/i.test(own) &&
    NOTATIONS.typeAnnotation.exec(text.slice(limit, start))?.[1];

  if (typed) return { text: typed, before: '', start };

  // `The password is: …`
  return NOTATIONS.copula.test(own)
    ? { text: before.trim(), before: '', start }
    : { text: own, before, start };
}

/** Returns the key of an XML tag: `access_token` in `<access_token>` and in `<entry key="access_token">`. */
function findTagBefore(text: string, index: number): Key | null {
  const from = Math.max(0, index - MAX_TAG);
  const start = from + text.slice(from, index).lastIndexOf('<');

  const [, name = '', rest = ''] =
    /^<([\p{L}_][\p{L}\p{M}\p{N}_.:-]*)([^<>]*)$/u.exec(
      text.slice(start, index),
    ) ?? [];

  if (!name || rest.endsWith('/')) return null;

  return { text: NOTATIONS.tagName.exec(rest)?.[1] ?? name, before: '', start };
}

export interface Value extends Span {
  text: string;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»' };
const MAX_CONTINUED_CHARS = 4_096;

/** Returns a quoted value at any depth of escaping, or the rest of the line if the quote doesn't close. */
export function readQuoted(
  text: string,
  at: number,
): (Value & { close: number }) | null {
  NOTATIONS.quote.lastIndex = at;

  const [whole = '', slashes = '', quote = ''] =
    NOTATIONS.quote.exec(text) ?? [];

  if (!quote) return null;

  const start = at + whole.length;
  const closing = CLOSING[quote] ?? quote;
  const depth = slashes.length;
  let lineEnd = -1;

  for (let end = start; end < text.length; end++) {
    const unit = text.charAt(end);
    if (unit === '\n' && lineEnd < 0) lineEnd = end;
    if (lineEnd >= 0 && end - start > MAX_CONTINUED_CHARS) break;
    if (unit !== closing) continue;

    let first = end;

    while (first > start && text.charAt(first - 1) === '\\') first--;
    // In a text that is escaped once, its quotes have one backslash and inner quotes have three.
    if ((end - first) % (2 * (depth + 1)) !== depth) continue;

    // `'G'day'`
    if (unit === "'" && /^\p{L}'\p{L}$/u.test(text.slice(end - 1, end + 2)))
      continue;

    // `'O''Brien'` in YAML and SQL
    if (
      end > start &&
      text.charAt(end + 1) === closing &&
      /\p{L}/u.test(text.charAt(end + 2))
    ) {
      end++;
      continue;
    }

    const close = end + 1;

    end -= depth;

    if (
      lineEnd >= 0 &&
      !/^\s{0,80}[,;}\])&<]|^\s*$/.test(text.slice(close, close + 100))
    )
      break;

    return { start, end, close, text: text.slice(start, end) };
  }

  const end = lineEnd < 0 ? text.length : lineEnd;

  return { start, end, close: end, text: text.slice(start, end) };
}

export function* readListItems(text: string, open: number): Generator<Value> {
  for (let at = open + 1; ; ) {
    const start = skipForm(NOTATIONS.betweenValues, text, at);
    const quoted = readQuoted(text, start);
    const value = quoted ?? readForm(NOTATIONS.bareItem, text, start);
    if (!value) return;
    yield value;
    at = quoted?.close ?? value.end;
  }
}

export function readForm(
  form: RegExp,
  text: string,
  start: number,
): Value | null {
  const end = skipForm(form, text, start);
  return end < 0 ? null : { start, end, text: text.slice(start, end) };
}

/** Returns where a form ends, or -1. */
export function skipForm(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : -1;
}

/** Returns the lines of a block of YAML: `key: |`. */
export function readYamlBlock(text: string, at: number): Value | null {
  NOTATIONS.yamlBlock.lastIndex = at;

  const [block, lines = ''] = NOTATIONS.yamlBlock.exec(text) ?? [];
  const start = at + (block?.length ?? 0) - lines.trimStart().length;

  return block
    ? { start, end: at + block.trimEnd().length, text: lines }
    : null;
}

/** The second cell of a line whose first cell is the key: `access_token⇥…`, `| access_token | … |`. */
export function isFirstCell(
  text: string,
  { separator, key }: KeyPair,
): boolean {
  const line = getLineBefore(text, key.start, MAX_KEY_CHARS);
  return separator === '\t'
    ? !line.includes('\t')
    : separator === '|' && /(?:^|["'`])\s*\|[\s"'`*]*$/.test(line);
}
