import type { Span } from '../core/spans.ts';
import { type CellSeparator, findClosingQuote, splitRow } from '../structure/table-rows.ts';
import { normalizeLineEnds } from '../structure/lines.ts';
import { t } from '../i18n/translate.ts';
import { type DecodeError, detectEncoding, findDecodeError, SNIFF_BYTES } from '../paste/decode-bytes.ts';
import { unquote } from '../structure/table-header.ts';

/** Why a file cannot be explained as a table. */
export class CsvError extends Error {
  fault: DecodeError;
  /** Headers of a table without a column of codes. */
  columns: readonly string[];
  constructor(fault: DecodeError, columns: readonly string[] = []) {
    super(`${fault.message} ${fault.remedy}`);
    this.fault = fault;
    this.columns = columns;
  }
}

/** The file is no table at all. It may be a log. */
export class NoTableError extends CsvError {
  constructor() {
    super({
      message: t('This isn’t a table.'),
      remedy: t('Use a CSV file, or tab-separated text, with one row for each message.'),
      command: null,
    });
  }
}

export interface CsvFormat {
  encoding: ReturnType<typeof detectEncoding> | 'windows-1252';
  /** Bytes for each unit of the decoded text: an offset times this is an offset in the file. */
  unitBytes: 1 | 2;
  delimiter: CellSeparator;
  /** Offset of the first record, after the byte order mark and a spreadsheet's line `sep=;`. */
  start: number;
}

/** A record: its offsets without and with its line end, and its cells with their quotes. */
export interface CsvRecord {
  start: number;
  end: number;
  next: number;
  cells: readonly Span[];
}

const DELIMITERS: readonly CellSeparator[] = [',', ';', '\t', '|'];
/** A quoted cell that is not closed within this length is not quoted, and a longer line is no record of a table. */
const MAX_RECORD_UNITS = 1 << 20;
const SAMPLE_RECORDS = 50;
/** Titles above the line `sep=;` are within this length. */
const MAX_TITLE_UNITS = 1_000;
/** Lines above the header of a table: its title, a date, who exported it. */
export const MAX_TITLE_LINES = 20;
/** Minimum share of records with as many cells as most. */
const MIN_REGULAR_SHARE = 0.5;

/**
 * Decodes bytes so that each unit is one or two bytes. Structure is ASCII in all encodings, so text in UTF-8 is read as
 * single bytes, which keeps invalid bytes; `decodeCell` reads cells.
 */
export const decodeUnits = (
  bytes: Uint8Array,
  { encoding, unitBytes }: Pick<CsvFormat, 'encoding' | 'unitBytes'>,
) =>
  normalizeLineEnds(
    new TextDecoder(unitBytes === 1 ? 'windows-1252' : encoding, { ignoreBOM: true }).decode(bytes),
  );

/** @throws CsvError if the first bytes of a file are not a table. */
export function detectFormat(head: Uint8Array): CsvFormat {
  const fault = findDecodeError(head.subarray(0, SNIFF_BYTES));
  if (fault) throw new CsvError(fault);
  const sniffed = detectEncoding(head.subarray(0, SNIFF_BYTES));
  const encoding = sniffed === 'utf-8' && !isUtf8(head) ? 'windows-1252' : sniffed;
  const unitBytes = sniffed === 'utf-8' ? 1 : 2;
  const text = decodeUnits(head, { encoding, unitBytes });
  const mark = /^(?:\ufeff|ï»¿)/.exec(text)?.[0].length ?? 0;
  const excel = /^"?sep=([^\r\n])"?\r?\n/im.exec(text.slice(mark, mark + MAX_TITLE_UNITS));
  const start = mark + (excel ? excel.index + excel[0].length : 0);
  const delimiter = (excel?.[1] as CellSeparator | undefined) ?? findDelimiter(text, start);
  if (delimiter === null) throw new NoTableError();
  return { encoding, unitBytes, delimiter, start };
}

function isUtf8(head: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }) !== '';
  } catch {
    return false;
  }
}

/** Returns the delimiter that gives most records the same number of cells; a comma for a single column. */
function findDelimiter(text: string, start: number): CellSeparator | null {
  const first = text.slice(start).trimStart();
  if (first === '' || /^(?:[{<]|\[[\s{["])/.test(first)) return null;
  const [best] = DELIMITERS.map((delimiter) => {
    const widths: number[] = [];
    for (const { start: from, end, cells } of readRecords(text, delimiter, start, true)) {
      if (end > from && widths.push(cells.length) === SAMPLE_RECORDS) break;
    }
    // Titles above the header have other widths.
    const count = (width: number) => widths.filter((other) => other === width).length;
    const usual = widths
      .filter((width) => width > 1)
      .reduce((most, width) => (count(width) > count(most) ? width : most), 0);
    const titles = Math.min(widths.indexOf(usual), MAX_TITLE_LINES);
    const share = count(usual) / (widths.length - titles);
    return { delimiter, score: share >= MIN_REGULAR_SHARE ? share + Math.min(usual, 50) / 100 : 0 };
  }).sort((a, b) => b.score - a.score);
  if (best && best.score > 0) return best.delimiter;
  return DELIMITERS.some((delimiter) => text.includes(delimiter)) ? null : ',';
}

/**
 * Reads records, with quotes as spreadsheets read them: a cell is quoted only from its start, and what follows the
 * closing quote belongs to the cell. An incomplete last record is left for the next call, unless `isLast`.
 */
export function* readRecords(
  text: string,
  delimiter: CellSeparator,
  start: number,
  isLast: boolean,
): Generator<CsvRecord> {
  for (let at = start; at < text.length; ) {
    const cells = splitRow(text, delimiter, at);
    const end = cells.at(-1)?.end ?? at;
    const isTooLong = text.length - at > MAX_RECORD_UNITS;
    if (end === text.length && !isLast) {
      if (isTooLong) throw new NoTableError();
      return;
    }
    const isOpen = (cell: Span) =>
      text[cell.start] === '"' && findClosingQuote(text, cell.start) === cell.start;
    if (!isLast && !isTooLong && cells.some(isOpen)) return;
    const hasCarriageReturn = end > at && end < text.length && text[end - 1] === '\r';
    yield { start: at, end: hasCarriageReturn ? end - 1 : end, next: Math.min(end + 1, text.length), cells };
    at = end + 1;
  }
}

/** Returns the text of a cell, without its quotes. */
export function decodeCell(
  bytes: Uint8Array,
  { start, end }: Span,
  { encoding, unitBytes }: CsvFormat,
): string {
  const own = bytes.subarray(start * unitBytes, end * unitBytes);
  return unquote(new TextDecoder(encoding, { ignoreBOM: true }).decode(own)).trim();
}

/** The characters of windows-1252 by byte. */
const WINDOWS_1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, at) => at));

/** Encodes text for a file. Returns null if windows-1252 lacks a character. */
export function encodeText(text: string, { encoding, unitBytes }: CsvFormat): Uint8Array<ArrayBuffer> | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * unitBytes);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) {
    if (unitBytes === 2) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    else {
      const byte = WINDOWS_1252.indexOf(text[at] ?? '');
      if (byte < 0) return null;
      bytes[at] = byte;
    }
  }
  return bytes;
}
