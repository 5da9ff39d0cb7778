import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { isCodeHeader } from '../../structure/column-role.ts';
import {
  createFieldPattern,
  readNameBefore,
} from '../../structure/field-names.ts';
import { countAlikeUnits } from '../../structure/line-prefix.ts';
import {
  findEntryAround,
  findLineEnd,
  findLineStart,
  measureIndent,
  splitLines,
} from '../../structure/lines.ts';
import { findObjectsAround } from '../../structure/object-around.ts';
import { findObject } from './code-block.ts';
import {
  isFieldAndMessageLine,
  isHeaderOfResponse,
  isMessageAndFieldLine,
} from './field-line.ts';
import { isLabelledAbove } from './labelled-above.ts';
import { isPreviewAndMember } from './object-preview.ts';
import { isInOneReport } from './one-report.ts';
import { isOfOnePath } from './path-line.ts';
import { isRepeatedHead } from './repeated-head.ts';
import { isInSameString } from './same-string.ts';
import { isInOneTest } from './test-report.ts';
import { isInOneTraceback } from './traceback.ts';
import { isInOneElement } from './xml-report.ts';

/** A printed error has a stack between its message and its fields. */
const MAX_ERROR_UNITS = 8_000;
/** Errors nest about ten levels deep. */
const MAX_NESTING = 16;
/** The id of one request, which no other response has. */
const TRACE_ID = createFieldPattern(
  String.raw`\w{0,20}trace_?id`,
  String.raw`[\w/+-]{6,80}`,
);

/** Returns true if one error prints two equal codes: in its message and its fields, or in a response that it holds twice. */
export const isOfOneError = (text: string, first: Span, second: Span) =>
  (second.start - first.end <= MAX_ERROR_UNITS &&
    (isMessageAndField(text, first, second) ||
      isSameMapping(text, first, second) ||
      isInWrapped(text, first, second) ||
      isSameResponse(text, first, second) ||
      isInOneReport(text, first, second) ||
      isInOneTest(text, first, second) ||
      isOfOnePath(text, first, second) ||
      isPreviewAndMember(text, first, second) ||
      isInOneElement(text, first, second) ||
      isInSameString(text, first, second) ||
      isLabelledAbove(text, first, second) ||
      isQuotedBelow(text, first, second) ||
      isRepeatedHead(text, first, second) ||
      isMessageAndFieldLine(text, first, second) ||
      isFieldAndMessageLine(text, first, second) ||
      isHeaderOfResponse(text, first, second))) ||
  isInOneTraceback(text, first, second);

const MIN_MESSAGE_UNITS = 12;

/** Returns true for a line of nothing but a message, and the object below it that has the same message. */
function isQuotedBelow(text: string, first: Span, second: Span): boolean {
  const start = findLineStart(text, first.start);
  const end = findLineEnd(text, first.end);
  const message = text.slice(start, end).trim();
  if (message.length < MIN_MESSAGE_UNITS || end > second.start) return false;

  const object = findOutermostObject(text, second, end);
  if (!object) return false;

  const content = text.slice(object.start, object.end);

  return [`"${message}"`, `'${message}'`].some((each) =>
    content.includes(each),
  );
}

/** A key of YAML at the beginning of its line, perhaps the first of a list item. */
const YAML_KEY = /^( *(?:- )?)([\w-]{1,60}):(?= )/;

function readYamlKey(line: string) {
  const [, indent = '', key = null] = YAML_KEY.exec(line) ?? [];

  return { indent: indent.length, key };
}

/** Returns true for two lines of one mapping in YAML, perhaps with a prefix before each, of which one is named a code. */
function isSameMapping(text: string, first: Span, second: Span): boolean {
  const lines = splitLines(
    text.slice(
      findLineStart(text, first.start),
      findLineEnd(text, second.start),
    ),
  );

  const [top = '', ...below] = lines;
  const last = below.at(-1) ?? '';
  const prefix = top.slice(0, countPrefixUnits(top, last));
  const [one, other] = [top, last].map((line) =>
    readYamlKey(line.slice(prefix.length)),
  );

  if (!one?.key || !other?.key || one.indent !== other.indent) return false;
  if (isCodeHeader(one.key) === isCodeHeader(other.key)) return false;

  return below.slice(0, -1).every((line) => {
    const rest = line.slice(prefix.length);
    const hasPrefix = countAlikeUnits(line, prefix) === prefix.length;

    return hasPrefix && rest.trim() !== '' && measureIndent(rest) >= one.indent;
  });
}

/** Counts the units with which two lines begin alike, up to the last blank. */
const countPrefixUnits = (one: string, other: string): number =>
  one.slice(0, countAlikeUnits(one, other)).lastIndexOf(' ') + 1;

/** Returns true if the fields of a message, which open in its lines or in deeper ones below, contain the second code. */
export function isMessageAndField(
  text: string,
  first: Span,
  second: Span,
): boolean {
  const start = findLineStart(text, first.start);
  const entry = findEntryAround(text, { start, end: first.end });
  const lineEnd = findLineEnd(text, first.end);
  const response = findOutermostObject(text, first, start);
  // The message of an error, with which its entry begins, may be a whole response.
  const isMessage =
    !response || (response.end <= lineEnd && entry.start === start);

  if (!isMessage || (!response && findObject(text, first))) return false;

  const fields = findOutermostObject(text, second, start);
  const from = response ? lineEnd : first.start;

  return fields !== null && fields.start > from && fields.start < entry.end;
}

function findOutermostObject(text: string, part: Span, from: number) {
  const limits = { start: from, end: part.end + MAX_ERROR_UNITS };
  let outermost: Span | null = null;

  for (const object of getObjectsWithin(text, part, limits, '{}'))
    outermost = object;

  return outermost;
}

const getObjectsWithin = (
  text: string,
  part: Span,
  limits: Span,
  brackets: '{}' | '{}[]',
) => findObjectsAround(text, part, () => limits, brackets, MAX_NESTING);

/** Keys of the error that another error wraps, or of the response that it got. */
const WRAPPED_KEY = joinPatterns(
  [
    /^/,
    [
      /(?:original|inner|root)?_?(?:cause|error|exception)/,
      /raw/,
      /response/,
      /data/,
      /body/,
    ],
    /$/,
  ],
  'i',
);

/** Returns true if the second code is in an error that the object of the first one wraps: `code: 131047, [cause]: { code: 131047 }`. */
function isInWrapped(text: string, first: Span, second: Span): boolean {
  const own = findOwnObject(text, first);
  if (!own || own.end < second.end) return false;

  const limits = { start: own.start, end: own.end };
  let isNested = false;

  for (const { start } of getObjectsWithin(text, second, limits, '{}')) {
    if (start === own.start) return isNested;
    if (!WRAPPED_KEY.test(readNameBefore(text, start))) return false;

    isNested = true;
  }

  return false;
}

function findOwnObject(text: string, part: Span): Span | null {
  const limits = {
    start: part.start - MAX_ERROR_UNITS,
    end: part.end + MAX_ERROR_UNITS,
  };

  for (const object of getObjectsWithin(text, part, limits, '{}'))
    return object;

  return null;
}

/** Strokes of a box and escapes differ where one response is printed twice. */
const DRAWN = /[\s\\│|+-]/g;

/** Two responses of a list are two failures, though they may be equal. */
function isSameResponse(text: string, first: Span, second: Span): boolean {
  const one = findObject(text, first);
  const other = findObject(text, second);
  if (!one || !other || one.end > other.start) return false;

  const readTrace = ({ start, end }: Span) =>
    TRACE_ID.exec(text.slice(start, end).replace(DRAWN, ''))?.[1];

  const trace = readTrace(one);
  if (trace === undefined || trace !== readTrace(other)) return false;

  const limits = {
    start: one.start - MAX_ERROR_UNITS,
    end: other.end + MAX_ERROR_UNITS,
  };

  for (const { start, end } of getObjectsWithin(text, one, limits, '{}[]'))
    if (end >= other.end) return text[start] === '{';

  // A log has the response of each attempt in a line of its own.
  return !text.slice(one.end, other.start).includes('\n');
}
