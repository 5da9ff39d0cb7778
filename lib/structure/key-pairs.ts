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

  const end = findKeyEnd(text, index);
  const limit = Math.max(0, end - MAX_KEY_CHARS);

  const quotedStart = findQuotedStart(text, end, limit);
  const from = quotedStart ?? findBareStart(text, end, limit);
  if (from === end) return null;

  WORDS_BEFORE.lastIndex = from;

  const before = WORDS_BEFORE.exec(text)?.[1] ?? '';
  const isQuoted = isQuote(text.charAt(end));

  // `password@host:port`
  const start = isQuoted
    ? from
    : from + text.slice(from, end).lastIndexOf('@', end - from - 2) + 1;

  const own = text.slice(start, end);
  const declared = findDeclaredName(own, text.slice(limit, start));
  if (declared) return { text: declared, before: '', start };

  // `The password is: …`
  return NOTATIONS.copula.test(own)
    ? { text: before.trim(), before: '', start }
    : { text: own, before, start };
}

const isQuote = (unit: string): boolean => /["'`]/.test(unit);

/** Returns the end of the key before a separator, without a remark, blanks and closing marks. */
function findKeyEnd(text: string, index: number): number {
  const remark =
    text.charAt(index - 1) === ')' &&
    NOTATIONS.remark.exec(text.slice(Math.max(0, index - MAX_REMARK), index));

  const from = remark ? index - remark[0].length : index;

  const word = skipBack(text, from, index - MAX_KEY_CHARS, ' ');

  return skipBack(text, word, word - MAX_CLOSERS, ` ${CLOSERS}`);
}

/** Returns the offset before the last of some signs, at least a limit. */
function skipBack(
  text: string,
  end: number,
  limit: number,
  signs: string,
): number {
  let at = end;

  while (at > Math.max(0, limit) && signs.includes(text.charAt(at - 1))) at--;

  return at;
}

/** Returns the start of a key that ends with a quote, or null if it has none. */
function findQuotedStart(
  text: string,
  end: number,
  limit: number,
): number | null {
  const quote = text.charAt(end);
  if (!isQuote(quote)) return null;

  const open = text.slice(limit, end).lastIndexOf(quote);
  const start = limit + open + 1;
  const isOne = open >= 0 && !/[\n:{,=]/.test(text.slice(start - 1, end));

  return isOne && start < end ? start : null;
}

function findBareStart(text: string, end: number, limit: number): number {
  let start = end;

  const isPart = (at: number) =>
    NOTATIONS.keyChar.test(text.charAt(at)) ||
    /^\p{L}'\p{L}$/u.test(text.slice(at - 1, at + 2));

  while (start > limit && isPart(start - 1)) start--;

  return start;
}

/** Returns the name that a modifier or a type follows: `["name":protected]=>`, `name: string =`. */
function findDeclaredName(word: string, before: string): string | undefined {
  if (NOTATIONS.modifier.test(word)) {
    const [, name] =
      /"([^"\n]{1,80})":(?:"[^"\n]{0,80}":)?$/.exec(before) ?? [];

    if (name) return name;
  }

  return /^str(?:ing)?$/i.test(word)
    ? NOTATIONS.typeAnnotation.exec(before)?.[1]
    : undefined;
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
  const { mark, lineEnd } = findClosingMark(text, start, closing, depth);

  if (mark >= 0 && (lineEnd < 0 || endsValue(text, mark + 1)))
    return createValue(text, start, mark - depth, mark + 1);

  const end = lineEnd < 0 ? text.length : lineEnd;

  return createValue(text, start, end, end);
}

/** Returns the offset of the mark that closes a value, and that of the first line break before it. -1 for none. */
function findClosingMark(
  text: string,
  start: number,
  closing: string,
  depth: number,
): { mark: number; lineEnd: number } {
  let lineEnd = -1;

  for (let at = start; at < text.length; at++) {
    const unit = text.charAt(at);

    if (unit === '\n' && lineEnd < 0) lineEnd = at;
    if (lineEnd >= 0 && at - start > MAX_CONTINUED_CHARS) break;
    if (unit !== closing || isWithin(text, start, at, depth)) continue;

    if (!isDoubled(text, start, at)) return { mark: at, lineEnd };
    at++;
  }

  return { mark: -1, lineEnd };
}

const createValue = (
  text: string,
  start: number,
  end: number,
  close: number,
) => ({
  start,
  end,
  close,
  text: text.slice(start, end),
});

/** Returns true for a mark inside a value: of inner text, which is escaped more deeply, or an apostrophe (`'G'day'`). */
function isWithin(
  text: string,
  start: number,
  at: number,
  depth: number,
): boolean {
  let first = at;

  while (first > start && text.charAt(first - 1) === '\\') first--;

  // In a text that is escaped once, its quotes have one backslash and inner quotes have three.
  if ((at - first) % (2 * (depth + 1)) !== depth) return true;

  return /^\p{L}'\p{L}$/u.test(text.slice(at - 1, at + 2));
}

/** Returns true for the first of two marks in YAML and SQL: `'O''Brien'`. */
const isDoubled = (text: string, start: number, at: number): boolean =>
  at > start &&
  text.charAt(at + 1) === text.charAt(at) &&
  /\p{L}/u.test(text.charAt(at + 2));

/** Returns true before a sign that follows a value, and at the end of the text. */
const endsValue = (text: string, at: number): boolean =>
  /^\s{0,80}[,;}\])&<]|^\s*$/.test(text.slice(at, at + 100));

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
