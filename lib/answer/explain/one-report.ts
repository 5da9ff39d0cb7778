import { anyOf } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { isCodeHeader } from '../../structure/column-role.ts';
import {
  createFieldPattern,
  readNameBefore,
} from '../../structure/field-names.ts';
import {
  findLineStart,
  measureIndent,
  splitLines,
} from '../../structure/lines.ts';
import { findObjectsAround } from '../../structure/object-around.ts';

/** A report of one error has its stack, its request and its response between the two places that name the code. */
const MAX_REPORT_UNITS = 8_000;
/** Reports nest about ten levels deep. */
const MAX_NESTING = 16;
const MAX_NAME_UNITS = 120;
/** The class of an object before its bracket: `data: GraphError {`, `Error:main.GraphError{`, `Map(2) {`. */
const CLASS_NAME = /[A-Z&*][\w.]{0,60}(?:\(\d{1,6}\))?\s?$/;
/** A name that is data: the id of a message, a phone number, a code. */
const DATA_NAME = /\d{3}/;
/** Keys of the message of an error. */
const TEXT_NAME = anyOf(
  [
    /mess|msg|text|body|value|name/,
    /title|summary|descr|detail/,
    /err|reason|cause|stack|trace/,
  ],
  'i',
);
const KEY = createFieldPattern(String.raw`([\w$.-]{1,60})`, '', 'g');

/** A member of the object that has both codes. */
interface Member {
  name: string;
  /** Null for a value without brackets. */
  content: string | null;
}

/**
 * Returns true if two equal codes are in different members of one object, which reports one error: its message, its stack,
 * its response. Members that are alike are a list of failures, and so are those named by data.
 */
export function isInOneReport(text: string, first: Span, second: Span) {
  const limits = {
    start: first.start - MAX_REPORT_UNITS,
    end: second.end + MAX_REPORT_UNITS,
  };

  const around = (part: Span) =>
    findObjectsAround(text, part, () => limits, '{}[]', MAX_NESTING);

  let child: Span | null = null;

  for (const { start, end } of around(first)) {
    if (end < second.end) {
      child = { start, end };
      continue;
    }

    if (text[start] !== '{')
      return areAttributes(text, child, findChild(start, around(second)));

    const one = readMember(text, first, child);
    const other = readMember(text, second, findChild(start, around(second)));

    return areOfOneError(one, other);
  }

  return child !== null && areInOneEntry(text, child, first, second);
}

/** An attribute of OpenTelemetry: `{"key": "error.code", "value": {…}}`. */
const ATTRIBUTE =
  /^\{\s{0,200}"key"\s?:\s?"([^"]{1,120})",\s{0,200}"value"\s?:/;

/** Returns true for two members of a list that are a key and its value: the attributes of one record. */
function areAttributes(text: string, one: Span | null, other: Span | null) {
  const [first, second] = [one, other].map(
    (part) => part && ATTRIBUTE.exec(text.slice(part.start, part.end))?.[1],
  );

  return Boolean(first && second && first !== second);
}

/** Some loggers print the objects of an entry below its line, each with its name, and equally indented. */
function areInOneEntry(text: string, one: Span, first: Span, second: Span) {
  const limits = { start: one.end, end: second.end + MAX_REPORT_UNITS };
  const other = findChild(
    one.end - 1,
    findObjectsAround(text, second, () => limits, '{}[]', MAX_NESTING),
  );

  if (!other) return false;

  const start = findLineStart(text, one.start);
  const indent = measureIndent(text.slice(start, one.start));
  const from = findLineStart(text, other.start);
  const isAlike = measureIndent(text.slice(from, other.start)) === indent;
  const between = splitLines(text.slice(one.end, from)).slice(1, -1);
  const isEntry = between.every((line) => measureIndent(line) >= indent);
  if (indent === 0 || !isAlike || !isEntry) return false;

  return areOfOneError(
    readMember(text, first, one),
    readMember(text, second, other),
  );
}

/** Returns the outermost object around a code inside the one that starts at an offset. */
function findChild(start: number, around: Iterable<Span>): Span | null {
  let child: Span | null = null;

  for (const object of around) {
    if (object.start <= start) return child;
    child = object;
  }

  return child;
}

function readMember(text: string, code: Span, child: Span | null): Member {
  if (child)
    return {
      name: readMemberName(text, child.start),
      content: text.slice(child.start, child.end),
    };

  const line = text.slice(Math.max(0, code.start - MAX_NAME_UNITS), code.start);
  const [, name = ''] = [...line.matchAll(KEY)].at(-1) ?? [];

  return { name, content: null };
}

function readMemberName(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - MAX_NAME_UNITS), start);
  const own = before.replace(CLASS_NAME, '');

  return readNameBefore(own, own.length);
}

function areOfOneError(one: Member, other: Member): boolean {
  if (one.name === '' || other.name === '' || one.name === other.name)
    return false;

  if (DATA_NAME.test(one.name) || DATA_NAME.test(other.name)) return false;

  if (one.content === null && other.content === null)
    return isTextOrCode(one.name) && isTextOrCode(other.name);

  if (one.content === null || other.content === null) return true;

  const isNumbered =
    one.name.replace(/\d/g, '') === other.name.replace(/\d/g, '');

  if (isNumbered) return false;

  return (
    isCopy(one, other) || listKeys(one.content) !== listKeys(other.content)
  );
}

/** Returns true for equal objects of which one is named after the other: `dataValues`, `_previousDataValues`. */
function isCopy(one: Member, other: Member): boolean {
  const [short = '', long = ''] = [one.name, other.name]
    .map((name) => name.toLowerCase())
    .sort((a, b) => a.length - b.length);

  return one.content === other.content && long.endsWith(short);
}

const isTextOrCode = (name: string): boolean =>
  TEXT_NAME.test(name) || isCodeHeader(name);

const listKeys = (content: string) =>
  [...new Set(Array.from(content.matchAll(KEY), ([, key = '']) => key))]
    .sort()
    .join(' ');
