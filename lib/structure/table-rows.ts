import type { Span } from '../core/spans.ts';

/** Separators of cells: Markdown, terminals, spreadsheet, CSV, columns aligned by spaces. */
export type CellSeparator = '|' | '│' | '\t' | ';' | ',' | '  ';

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const SPACE = 0x20;

/**
 * Splits the row that begins at an offset, up to the end of its line. A cell in quotation marks can contain separators,
 * and, as in RFC 4180, line breaks. Its marks are part of the span.
 */
export function splitRow(text: string, separator: CellSeparator, start = 0): Span[] {
  const unit = separator.charCodeAt(0);
  const isAligned = separator === '  ';
  const cells: Span[] = [];
  let at = start - separator.length;
  do {
    at += separator.length;
    if (isAligned) while (text.charCodeAt(at) === SPACE) at++;
    const from = at;
    if (text.charCodeAt(at) === QUOTE) at = findClosingQuote(text, at) + 1;
    for (; at < text.length; at++) {
      const next = text.charCodeAt(at);
      if (next === LINE_FEED) break;
      if (next === unit && (!isAligned || text.charCodeAt(at + 1) === SPACE)) break;
    }
    if (!isAligned || at > from) cells.push({ start: from, end: at });
  } while (at < text.length && text.charCodeAt(at) !== LINE_FEED);
  return cells;
}

/** Returns the offset of the closing mark, or that of the opening one if it is never closed. */
export function findClosingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close < 0 ? open : close;
}

/** Quotes a cell of CSV according to RFC 4180, if it needs quotes. */
export const quoteCsvCell = (text: string, separator = ','): string =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
