import type { Span } from '../core/spans.ts';
import { findTimedEntry, splitLines, startsEntry } from './lines.ts';

export const MAX_NEARBY_UNITS = 2_000;

/** A row of a page with its headers: a line for each cell. Without a row, the block around the code. */
export interface RowText {
  text: string;
  /** False for a block. */
  isRow: boolean;
  /** IANA name of the zone of times that name none. Unknown by default. */
  timeZone?: string | undefined;
}

export interface CodePlace {
  /** The joined texts of the block with the code. */
  passage: string;
  /** Offset of the code in the passage. */
  offset: number;
  /** The row or block around the passage, without headers. */
  row: string | undefined;
  labelled: RowText;
}

/**
 * Selects the text from which a code is explained. Card and mark read the same, so that they say the same.
 *
 * @returns `entry`: the part of the passage about this code. `isLog`: around it are entries of other messages.
 */
export function selectTextAround({
  passage,
  offset,
  row = '',
  labelled,
}: CodePlace) {
  const found = findTimedEntry(passage, offset);
  const entry = found ? passage.slice(found.start, found.end) : passage;
  const isLog =
    found !== null &&
    !labelled.isRow &&
    [passage, row, labelled.text].some(hasEntries);

  if (isLog) {
    const own = { ...labelled, text: entry };
    return {
      entry,
      isLog,
      nearby: entry,
      labelled: own,
    };
  }

  return {
    entry,
    isLog,
    nearby: appendText(entry, row),
    labelled,
  };
}

/** Appends a text unless it is known. */
export const appendText = (text: string, more: string): string =>
  (text.includes(more) ? text : `${text}\n${more}`).slice(0, MAX_NEARBY_UNITS);

const hasEntries = (text: string) =>
  splitLines(text).filter((line) => startsEntry(line)).length > 1;

/** Yields the occurrences of a code with word boundaries: `470` is part of many numbers. */
export function* findCodePlaces(
  code: string,
  text: string,
): Generator<Span, undefined> {
  for (
    let start = text.indexOf(code);
    code !== '' && start >= 0;
    start = text.indexOf(code, start + 1)
  ) {
    const end = start + code.length;
    if (!/[\p{L}\p{N}_]/u.test(`${text.charAt(start - 1)}${text.charAt(end)}`))
      yield { start, end };
  }
}

/** Returns a text about one message: a row, or a block that names the code once, because a list is no row. */
export function findOwnRow(
  code: string,
  { text, isRow }: RowText,
): string | undefined {
  const [, second] = isRow ? [] : findCodePlaces(code, text);
  return second || text === '' ? undefined : text;
}
