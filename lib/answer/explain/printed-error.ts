import type { Span } from '../../core/spans.ts';
import { isCodeHeader } from '../../structure/column-roles.ts';
import {
  findEntryAround,
  findLineEnd,
  findLineStart,
  splitLines,
} from '../../structure/lines.ts';
import { findObjectsAround } from '../../structure/object-around.ts';
import { findObject } from './code-block.ts';

/** A printed error has a stack between its message and its fields. */
const MAX_ERROR_UNITS = 8_000;
/** Errors nest about ten levels deep. */
const MAX_NESTING = 16;
/** The id of one request, which no other response has. */
const TRACE_KEY = /trace_?id/i;

/** Returns true if one error prints two equal codes: in its message and its fields, or in a response that it holds twice. */
export const isOfOneError = (text: string, first: Span, second: Span) =>
  second.start - first.end <= MAX_ERROR_UNITS &&
  (isMessageAndField(text, first, second) ||
    isSameMapping(text, first, second) ||
    isSameResponse(text, first, second));

/** A key of YAML at the beginning of its line, perhaps the first of a list item. */
const YAML_KEY = /^( *(?:- )?)([\w-]{1,60}):(?= )/;

const readYamlKey = (text: string, start: number) => {
  const line = text.slice(start, findLineEnd(text, start));
  const [, indent = '', key = null] = YAML_KEY.exec(line) ?? [];

  return { indent: indent.length, key };
};

/** Returns true for two lines of one mapping in YAML, of which one is named a code. */
function isSameMapping(text: string, first: Span, second: Span): boolean {
  const start = findLineStart(text, first.start);
  const end = findLineStart(text, second.start);
  const one = readYamlKey(text, start);
  const other = readYamlKey(text, end);
  if (!one.key || !other.key || one.indent !== other.indent) return false;
  if (isCodeHeader(one.key) === isCodeHeader(other.key)) return false;

  const between = splitLines(text.slice(findLineEnd(text, start) + 1, end + 1));

  return between.slice(0, -1).every((line) => {
    const indent = line.length - line.trimStart().length;

    return line.trim() !== '' && indent >= one.indent;
  });
}

/** Returns true if the fields below a message, indented deeper, contain the second code. */
export function isMessageAndField(
  text: string,
  first: Span,
  second: Span,
): boolean {
  const start = findLineStart(text, first.start);
  const { end } = findEntryAround(text, { start, end: first.end });
  if (second.start >= end || findObject(text, first)) return false;

  const fields = findOutermostObject(text, second, start);

  return fields !== null && fields.start > first.start;
}

function findOutermostObject(text: string, part: Span, from: number) {
  const within = { start: from, end: part.end + MAX_ERROR_UNITS };
  let outermost: Span | null = null;

  for (const object of getObjectsWithin(text, part, within, '{}'))
    outermost = object;

  return outermost;
}

const getObjectsWithin = (
  text: string,
  part: Span,
  within: Span,
  brackets: '{}' | '{}[]',
) => findObjectsAround(text, part, () => within, brackets, MAX_NESTING);

/** Two responses of a list are two failures, though they may be equal. */
function isSameResponse(text: string, first: Span, second: Span): boolean {
  const one = findObject(text, first);
  const other = findObject(text, second);
  if (!one || !other || one.end > other.start) return false;

  const payload = text.slice(one.start, one.end);
  const isEqual = payload === text.slice(other.start, other.end);
  if (!isEqual || !TRACE_KEY.test(payload)) return false;

  const within = {
    start: one.start - MAX_ERROR_UNITS,
    end: other.end + MAX_ERROR_UNITS,
  };

  for (const { start, end } of getObjectsWithin(text, one, within, '{}[]'))
    if (end >= other.end) return text[start] === '{';

  return false;
}
