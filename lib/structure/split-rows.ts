import type { Span } from '../core/spans.ts';

/** Separators of cells: Markdown, terminals, spreadsheet, CSV, columns aligned by spaces. */
export type CellSeparator = '|' | '│' | '\t' | ';' | ',' | '  ';

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const SPACE = 0x20;
const STROKE = '│';
/** Polars draws another stroke between the cells than around the row. */
const DASHED_STROKE = 0x2506;

/**
 * Splits the row that begins at an offset, up to the end of its line. A cell in quotation marks can contain separators,
 * and, as in RFC 4180, line breaks. Its marks are part of the span.
 */
export function splitRow(
  text: string,
  separator: CellSeparator,
  start = 0,
): Span[] {
  const isAligned = separator === '  ';
  const cells: Span[] = [];

  for (let at = start; ; at += separator.length) {
    if (isAligned) while (text.charCodeAt(at) === SPACE) at++;

    const end = findCellEnd(text, at, separator);

    if (!isAligned || end > at) cells.push({ start: at, end });
    at = end;

    if (at >= text.length || text.charCodeAt(at) === LINE_FEED) return cells;
  }
}

/** Returns the offset of the separator, or of the end of the line or the text. */
function findCellEnd(
  text: string,
  start: number,
  separator: CellSeparator,
): number {
  const unit = separator.charCodeAt(0);
  const isAligned = separator === '  ';
  const inner = separator === STROKE ? DASHED_STROKE : null;

  let at =
    text.charCodeAt(start) === QUOTE
      ? findClosingQuote(text, start) + 1
      : start;

  for (; at < text.length; at++) {
    const next = text.charCodeAt(at);
    if (next === LINE_FEED || next === inner) break;

    if (next === unit && (!isAligned || text.charCodeAt(at + 1) === SPACE))
      break;
  }

  return at;
}

/** A row of a table in a text: its offsets without and with its line end, and its cells with their quotes. */
export interface CellRow extends Span {
  next: number;
  cells: readonly Span[];
}

/** Yields the rows from an offset on. A row ends where its last cell ends, which may be lines further down. */
export function* readRows(
  text: string,
  separator: CellSeparator,
  start = 0,
): Generator<CellRow> {
  for (let at = start; at < text.length; ) {
    const cells = splitRow(text, separator, at);
    const end = cells.at(-1)?.end ?? at;
    const next = Math.min(end + 1, text.length);

    yield {
      start: at,
      end: end > at && end < next && text[end - 1] === '\r' ? end - 1 : end,
      next,
      cells,
    };

    at = end + 1;
  }
}

/** Returns true for a cell in quotation marks that the text does not close. */
export const isUnclosed = (text: string, { start }: Span): boolean =>
  text[start] === '"' && findClosingQuote(text, start) === start;

/** Returns the offset of the closing mark, or that of the opening one if it is never closed. */
function findClosingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"')
    close = text.indexOf('"', close + 2);
  return close < 0 ? open : close;
}

/** Quotes a cell of CSV according to RFC 4180, if it needs quotes. */
export const quoteCsvCell = (text: string, separator = ','): string =>
  /["\r\n]/.test(text) || text.includes(separator)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
