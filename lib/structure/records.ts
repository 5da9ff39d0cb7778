import { groupBy } from '../core/group-by.ts';
import type { Span } from '../core/spans.ts';
import { findLineEnd, splitLines, startsEntry } from './lines.ts';

/**
 * How a text is divided into records. `timed`: a line with a time, and those
 * that continue it. `lines`: each line, or each object on several lines.
 * `paragraphs`: lines up to a blank one. `alike`: each line of a long text, such
 * as a list of statements, indented or not. `whole`: the text is no log.
 */
export type RecordForm = 'timed' | 'lines' | 'paragraphs' | 'alike' | 'whole';

/** How much of a text decides. */
export const MAX_HEAD_UNITS = 32_768;
/** Fewer lines are no log. */
const MIN_TIMED_LINES = 2;
const MIN_ALIKE = 4;
/** Share of the lines that have a time, or the fields of another line. */
const MIN_SHARE = 0.6;

const MAX_TIME_OFFSET = 80;
const CLOCK_TIME = /\b\d\d:\d\d:\d\d\b|\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
const UNIX_TIME = /\b(?:time|ts|timestamp)"?[:=]\s?"?1\d{9}/;
/** A phone number, an id, a time: what a record about one message has. */
const IDENTITY =
  /\d{8}|\d\d:\d\d|\b(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[a-z])[\w-]{12}/i;

/** Returns true if a text names a message, its recipient or its time. */
export const hasIdentity = (text: string): boolean => IDENTITY.test(text);

/** Returns true if a line has a time of its own near its beginning. */
const hasOwnTime = (text: string, start: number): boolean => {
  if (startsEntry(text, start)) return true;

  const head = text.slice(start, start + MAX_TIME_OFFSET);
  const line = head.slice(0, findLineEnd(head, 0));

  return CLOCK_TIME.test(line) || UNIX_TIME.test(line);
};

const MAX_FIELD_UNITS = 600;
const FIELD = /[\p{L}\d_+][\p{L}\d_.:@+/'-]*/gu;

/**
 * Returns the fields of a record: `0 a; 0` for a number, words, a semicolon and
 * a number. The rows of a table and the lines of one template have the same.
 */
export const normalizeFields = (text: string): string =>
  text
    .slice(0, MAX_FIELD_UNITS)
    .replace(FIELD, (word) => (/\d/.test(word) ? '0' : 'a'))
    .replace(/a(?:\s+a)+/g, 'a')
    .replace(/\s+/g, ' ');

/** Decides from the beginning of a text. What is repeated counts once. */
export function findRecordForm(text: string): RecordForm {
  const form = findLogForm(text);

  return form === 'whole' && hasAlikeLines(text) ? 'alike' : form;
}

function findLogForm(text: string): RecordForm {
  const head = text.slice(0, MAX_HEAD_UNITS);
  const lines = [...new Set(splitLines(head))].filter((line) =>
    /^\S/.test(line),
  );

  if (lines.length > 0 && lines.every((line) => BRACKETS.test(line)))
    return areAlike(splitIntoObjects(head)) ? 'lines' : 'whole';

  // Each line is a value of one object: `jq --stream`.
  const arePaths = lines.every((line) => PATH_START.test(line));
  if (lines.length < MIN_TIMED_LINES || arePaths) return 'whole';

  const timed = lines.filter((line) => hasOwnTime(line, 0)).length;

  if (timed >= MIN_TIMED_LINES && timed >= MIN_SHARE * lines.length)
    return 'timed';

  const paragraphs = splitParagraphs(head);

  // The last one may be cut off.
  if (text.length > head.length) paragraphs.pop();

  const isDivided = paragraphs.every((each) => each.includes('\n'));

  if (isDivided && paragraphs.length > 1)
    return areAlike([...new Set(paragraphs)]) ? 'paragraphs' : 'whole';

  return areAlike(lines) ? 'lines' : 'whole';
}

const MIN_SAME_SHARE = 0.8;
/** Lines with words of their own are not judged faster one by one. */
const MAX_DISTINCT_SHARE = 0.5;

/**
 * Returns true for a long text in which nearly every line has the same fields, and
 * many the same words. A short one is read at once, and lines that belong together
 * have different fields.
 */
function hasAlikeLines(text: string): boolean {
  if (text.length < MAX_HEAD_UNITS) return false;

  const head = text.slice(0, MAX_HEAD_UNITS);
  const lines = splitLines(head).filter((line) => line.trim() !== '');
  const same = [...groupBy(lines, normalizeFields).values()].map(
    ({ length }) => length,
  );
  const maxAlike = Math.max(...same);

  if (maxAlike < MIN_ALIKE || maxAlike < MIN_SAME_SHARE * lines.length)
    return false;

  const distinct = new Set(lines.map((line) => line.replace(/\d+/g, '0')));

  return distinct.size <= MAX_DISTINCT_SHARE * lines.length;
}

/** The path of a value: `[["error","code"],131047]`. */
const PATH_START = /^\[\["/;
/** What is not indented where objects are printed on several lines. */
const BRACKETS = /^\{$|^\},?$/;

/** Splits objects on several lines, without the last one, which may be cut off. */
const splitIntoObjects = (text: string) =>
  [...splitIntoRecords(text, 'lines')]
    .map(({ start, end }) => text.slice(start, end))
    .slice(0, -1);

const splitParagraphs = (text: string) =>
  text
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim());

/** Returns true if most texts are about one message each, with the fields of another one. */
function areAlike(texts: readonly string[]): boolean {
  const fields = texts.map(normalizeFields);
  const seen = new Set<string>();
  const repeated = new Set(
    fields.filter((each) => seen.has(each) || !seen.add(each)),
  );
  const alike = texts.filter(
    (text, at) => repeated.has(fields[at] ?? '') && hasIdentity(text),
  );

  return alike.length >= MIN_ALIKE && alike.length >= MIN_SHARE * texts.length;
}

/** A longer record is cut at a line end. */
const MAX_RECORD_UNITS = 16_384;

/** What separates two records. */
export const getRecordSeparator = (form: RecordForm): string =>
  form === 'paragraphs' ? '\n\n' : '\n';

/** Yields the records of a text, without the blanks at their end. */
export function* splitIntoRecords(
  text: string,
  form: RecordForm,
): Generator<Span> {
  let start = 0;

  for (let at = 0; at < text.length; ) {
    const next = findLineEnd(text, at) + 1;
    const isEnd =
      next >= text.length ||
      (form !== 'whole' &&
        (next - start > MAX_RECORD_UNITS || startsRecord(text, next, form)));

    if (isEnd) {
      yield { start, end: findTextEnd(text, start, next) };
      start = next;
    }

    at = next;
  }
}

function findTextEnd(text: string, start: number, next: number): number {
  let end = Math.min(next, text.length);

  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;

  return end;
}

const LINE_END = 0x0a;
/** Blank and indented lines and closing brackets continue a record. */
const CONTINUATION = new Set(
  [...'\n\r \t}]'].map((sign) => sign.charCodeAt(0)),
);

/** Returns true if a record begins at the start of a line. */
export function startsRecord(
  text: string,
  start: number,
  form: RecordForm,
): boolean {
  if (form === 'alike') return text.charCodeAt(start) !== LINE_END;

  if (form === 'whole' || CONTINUATION.has(text.charCodeAt(start)))
    return false;

  if (form === 'paragraphs')
    return /\n[^\S\n]*\n$/.test(text.slice(Math.max(0, start - 40), start));

  return form === 'lines' || hasOwnTime(text, start);
}

const MAX_HEADING_UNITS = 500;

/** Returns the head of a table, or the words above the first record; '' if there are none. */
export function findHeading(text: string, form: RecordForm): string {
  const [first] = splitIntoRecords(text.slice(0, MAX_HEADING_UNITS), form);
  const lead = first ? text.slice(first.start, first.end) : '';

  return form === 'whole' || /\d/.test(lead) ? '' : lead;
}
