import keys from '../../../data/message-keys.json' with { type: 'json' };
import { joinPatterns } from '../../core/pattern-parts.ts';
import type { Span } from '../../core/spans.ts';
import { findCodePlaces } from '../../structure/around-code.ts';
import { getColumnRole } from '../../structure/column-role.ts';
import { createFieldPattern, FIELD_SIGN } from '../../structure/field-names.ts';
import {
  findEntryAround,
  findLineEnd,
  getLineBefore,
  splitLines,
  startsEntry,
} from '../../structure/lines.ts';
import {
  findObjectsAround,
  getPayloadLine,
} from '../../structure/object-around.ts';
import { readMessageStatus } from '../plan/message-status.ts';
import {
  findTimeInLine,
  parseTimeText,
  type TimeText,
} from './find-timestamps.ts';

/** Message, recipient, template and time of a failure, if the nearby text states them. Not masked: see `display-masking.ts` and `masked.ts`. */
export interface MessageContext {
  /** A `wamid`, or a provider's own message id. */
  message: string | null;
  recipient: string | null;
  template: string | null;
  time: TimeText | null;
  /** `fbtrace_id`, which Meta's support asks for. */
  trace: string | null;
  /** The sender's words, or the text around the code. */
  said?: string | null;
}

export const NO_CONTEXT: MessageContext = {
  message: null,
  recipient: null,
  template: null,
  time: null,
  trace: null,
};

export const MAX_MESSAGES = 100;
/** Maximum distance from the code to each side, in UTF-16 code units. */
const MAX_CONTEXT_UNITS = 3_000;
/** Maximum levels of enclosing objects: error, errors, status, statuses, value. */
const MAX_LEVELS = 6;

/** Joins names of keys: `message_id` is also `messageId`. */
const toKeyPattern = (names: readonly string[]): string =>
  names.join('|').replaceAll('_', '_?');

const WAMID = /\bwamid\.[\w+/-]{8,512}={0,2}/;
const MESSAGE_ID = createFieldPattern(
  toKeyPattern(keys.message),
  String.raw`[\w.:+/=-]{6,128}`,
);
const UNNAMED_ID = createFieldPattern(
  'id|uuid|sid',
  String.raw`(?!\d{1,20}\b)[\w.:+/=-]{8,128}`,
);
const PHONE_NUMBER = String.raw`(?:whatsapp:)?\+?\d(?:[ .()-]{0,2}\d){6,15}(?![\d\w])`;
const RECIPIENT_NUMBER = createFieldPattern(
  toKeyPattern(keys.recipient),
  PHONE_NUMBER,
);
const SENDER_NUMBER = createFieldPattern('from', PHONE_NUMBER);
const TIME_VALUE = createFieldPattern(
  toKeyPattern(keys.time),
  String.raw`\d[\d:.,TZ +-]{8,34}\d(?:Z|\b)|\d{10,19}`,
);
const TEMPLATE_KEY = toKeyPattern(keys.template);
/** A name, and not the next key. */
const NAME = String.raw`[a-z][\w.-]{1,511}(?![\w.-]|["']?\s?:)`;
const TEMPLATE_NAME = createFieldPattern(
  String.raw`(?:${TEMPLATE_KEY})(?:${FIELD_SIGN}\{?\s{0,8}["']?name)?`,
  NAME,
);
const TEMPLATE_OBJECT = createFieldPattern(TEMPLATE_KEY, String.raw`\{`, 'gi');
const OBJECT_NAME = createFieldPattern('name', NAME);
const TRACE_ID = createFieldPattern('fbtrace_id', String.raw`[\w-]{4,64}`);

/**
 * Finds the message that a code belongs to. Searches the object around the code, then the enclosing objects (only their
 * own keys, never those of a sibling), then the line around them, then the lines above in the same block.
 *
 * @param hit Offsets of the code in the text.
 * @param own Limits of the lines: the adjacent failures, whose recipient or time is not this one's.
 */
export function extractMessageContext(
  text: string,
  { start, end }: Span,
  own: Span = { start: 0, end: text.length },
): MessageContext {
  const found = { ...NO_CONTEXT };

  const limits = {
    start: start - MAX_CONTEXT_UNITS,
    end: end + MAX_CONTEXT_UNITS,
  };

  for (const object of findObjectsAround(
    text,
    { start, end },
    () => limits,
    '{}[]',
    MAX_LEVELS,
  )) {
    readKeys(`${object.before}${text.slice(start, end)}${object.after}`, found);
    found.template ??= findObjectName(text, object);
  }

  const line = getPayloadLine(text, { start, end }, own, MAX_CONTEXT_UNITS);
  const entry = findEntryAround(text, line);

  readLine(line.text, found);

  const first = Math.max(
    entry.start,
    own.start,
    line.start - MAX_CONTEXT_UNITS,
  );

  const last = Math.min(entry.end, own.end, line.end + MAX_CONTEXT_UNITS);

  const isContinued = entry.start < line.start;
  const head = text.slice(entry.start, findLineEnd(text, entry.start));

  if (isContinued && !isOtherRecord(head))
    readLine(text.slice(first, line.start), found);
  else if (!isContinued && !found.time && !startsEntry(line.text))
    readLinesAbove(getLinesAbove(text, line.start, own.start), found);

  readLine(text.slice(line.end, last), found);

  return found;
}

/** A cell with its header, and the exact time before the one that is shown: see `readLabelledText`. */
const CELL_HEAD = /^[^:]*:(?: \d{4}-\d\d-\d\d[T ]\S+\t)?/;
const EXACT_TIME = /^([^:]*: \d{4}-\d\d-\d\d[T ]\S+)\t.*$/;

/**
 * Finds the message of a code in the text of its row, at its first occurrence.
 *
 * @param labelled The row with a line for each cell, if it is known: `Sent at: 28/11/2026, 00:21`.
 */
export function findMessageContext(
  code: string,
  text: string,
  labelled = text,
): MessageContext {
  const place = findCodePlaces(code, text).next().value ?? {
    start: 0,
    end: code.length,
  };

  const found = extractMessageContext(text, place);

  const cells = splitLines(labelled)
    .filter((line) => text.includes(line.replace(CELL_HEAD, '').trim()))
    .map((line) => line.replace(EXACT_TIME, '$1'));

  readCells(cells, found);

  return found;
}

/** Adds what the headers of cells tell: `Sent at: 28/11/2026, 00:21`. */
export function readCells(
  cells: readonly string[],
  found: MessageContext,
): void {
  readKeys(cells.join('\n'), found);

  for (const cell of cells) {
    const [, header = '', value = ''] =
      /^([^:]{1,80}):\s*(\S.*)$/.exec(cell) ?? [];

    const role = getColumnRole(header.replaceAll('_', ' '));

    if (role === 'message' && /^\S{6,512}$/.test(value))
      found.message ??= value;

    if (role === 'recipient' && new RegExp(`^${PHONE_NUMBER}$`).test(value))
      found.recipient ??= value;

    if (role === 'time') found.time ??= parseTimeText(value);
  }
}

export const findTemplateName = (text: string): string | null =>
  TEMPLATE_NAME.exec(text)?.[1] ?? null;

/** Returns the name in a template that is an object, if it is a member of the owner itself: `"template":{"name":"order_update"}`. */
function findObjectName(text: string, owner: Span): string | null {
  for (const { 0: head, index } of text
    .slice(owner.start, owner.end)
    .matchAll(TEMPLATE_OBJECT)) {
    const start = owner.start + index + head.length;

    const [own, around] = findObjectsAround(
      text,
      { start, end: start },
      () => owner,
      '{}[]',
      2,
    );

    const name =
      around?.start === owner.start && OBJECT_NAME.exec(own?.after ?? '')?.[1];

    if (name) return name;
  }

  return null;
}

function readKeys(own: string, found: MessageContext): void {
  found.template ??= findTemplateName(own);
  found.trace ??= TRACE_ID.exec(own)?.[1] ?? null;

  found.message ??=
    WAMID.exec(own)?.[0] ?? MESSAGE_ID.exec(own)?.[1] ?? findMessageId(own);

  found.recipient ??=
    RECIPIENT_NUMBER.exec(own)?.[1] ?? SENDER_NUMBER.exec(own)?.[1] ?? null;

  if (!found.time) {
    const time = TIME_VALUE.exec(own)?.[1] ?? null;
    found.time = time ? parseTimeText(time.trim()) : null;
  }
}

/** Returns an `id` as the message id only if the object also has a status or an error. */
const findMessageId = (own: string): string | null =>
  /(?:status|state|errors?)\b/i.test(own)
    ? (UNNAMED_ID.exec(own)?.[1] ?? null)
    : null;

function readLine(line: string, found: MessageContext): void {
  readKeys(line, found);
  found.recipient ??= findLoneNumber(line);
  if (found.recipient) found.template ??= findLoneName(line);
  found.time ??= findTimeInLine(line, 'first');
}

function readLinesAbove(lines: string, found: MessageContext): void {
  found.trace ??= TRACE_ID.exec(lines)?.[1] ?? null;
  found.message ??= WAMID.exec(lines)?.[0] ?? null;
  found.template ??= findTemplateName(lines);
  found.recipient ??= RECIPIENT_NUMBER.exec(lines)?.[1] ?? null;
  found.time ??= findTimeInLine(lines, 'last');
}

/** `order_update` between separators: no key, path, call or address. */
const SNAKE_CASE_NAME =
  /(?<![\w./@$-])[a-z][a-z\d]*(?:_[a-z\d]+)+(?![\w.(=:@/-])/g;

/** Returns the only name in snake case of a record, unless it is what a field is called. */
function findLoneName(line: string): string | null {
  const names = (line.match(SNAKE_CASE_NAME) ?? []).filter(
    (name) => !getColumnRole(name.replaceAll('_', ' ')),
  );
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** A phone number without a key: international with `+`, or as a WhatsApp ID, which no word, `#` or `=` names. */
const LONE_NUMBER = joinPatterns(
  [
    /(?<![\w.+/=-])(?:whatsapp:)?/u,
    /(\+\d(?:[ .()-]{0,2}\d){7,14}|(?<![\p{L}#:=]\s?)\d{11,13})/u,
    /(?![\d\w]|[.-]\d)/u,
  ],
  'giu',
);
const NAMED_RECIPIENT = joinPatterns(
  [
    /(?<![\p{L}\d])(?:to|for|para|an|für|à|pour|untuk|->|=>|→)/u,
    /\s{0,4}:?\s{0,4}(?:whatsapp:)?/u,
    /(\+\d(?:[ .()-]{0,2}\d){7,14}|\d{11,13})/u,
    /(?![\d\w]|[.-]\d)/u,
  ],
  'giu',
);
/** Milliseconds since the Unix epoch, 2017 to 2033. */
const EPOCH_MS = /^1[5-9]\d{11}$/;

/** Returns the number that a word names as the recipient, or else the only one: two could be in either order. */
function findLoneNumber(line: string): string | null {
  for (const pattern of [NAMED_RECIPIENT, LONE_NUMBER]) {
    const [first, ...others] = [...line.matchAll(pattern)].flatMap(
      ([, number = '']) => (EPOCH_MS.test(number) ? [] : [number]),
    );
    if (first) return others.every((other) => other === first) ? first : null;
  }

  return null;
}

/** Distance of a client's output from the response below it. */
const MAX_ABOVE_UNITS = 600;
const STATUS_VALUE = createFieldPattern(
  'status|state|event',
  String.raw`[\w -]{2,40}`,
);
const WHOLE_PAYLOAD = /^\s*[{[].*[}\]]\s*$/s;

/**
 * Returns the lines above that belong to a failure: a client's output before the response. They end at a blank line, at
 * another failure, with the line that begins this entry of the log, and before the record of another message.
 */
function getLinesAbove(text: string, lineStart: number, from: number): string {
  const limit = Math.max(from, lineStart - MAX_ABOVE_UNITS);
  let first = lineStart;

  while (first > limit) {
    const line = getLineBefore(text, first - 1, first - 1 - limit);
    const start = first - 1 - line.length;
    if (line === '' || isOtherRecord(line)) break;

    first = start;
    if (startsEntry(line)) break;
  }

  return text.slice(first, lineStart);
}

/** Returns true for a message that arrived or was sent, and for a payload with a time of its own. */
function isOtherRecord(line: string): boolean {
  const status = readMessageStatus(STATUS_VALUE.exec(line)?.[1] ?? '');
  if (status === 'arrived' || status === 'sent') return true;

  return WHOLE_PAYLOAD.test(line) && TIME_VALUE.test(line);
}
