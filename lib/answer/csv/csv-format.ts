import { getOrInsert } from '../../core/get-or-insert.ts';
import { t } from '../../core/i18n/translate.ts';
import type { Span } from '../../core/spans.ts';
import { showControls } from '../../masking/mask-text.ts';
import { findDelimiter } from '../../structure/find-delimiter.ts';
import { normalizeEOL } from '../../structure/lines.ts';
import {
  type CellSeparator,
  isUnclosed,
  quoteCsvCell,
  readRows,
} from '../../structure/split-rows.ts';
import { unquote } from '../../structure/table-header.ts';
import {
  type DecodeError,
  detectEncoding,
  findDecodeError,
  SNIFF_BYTES,
} from '../paste/decode-bytes.ts';

export class CsvError extends Error {
  fault: DecodeError;
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
      remedy: t(
        'Use a CSV file, or tab-separated text, with one row for each message.',
      ),
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

/** A quoted cell that is not closed within this length is not quoted, and a longer line is no record of a table. */
const MAX_RECORD_UNITS = 1 << 20;
/** Titles above the line `sep=;` are within this length. */
const MAX_TITLE_UNITS = 1_000;

const decoders = new Map<string, TextDecoder>();
const encoder = new TextEncoder();

/** Returns the same decoder each time: a table of a million rows has millions of cells, and browsers free decoders late. */
const getDecoder = (encoding: CsvFormat['encoding']): TextDecoder =>
  getOrInsert(
    decoders,
    encoding,
    () => new TextDecoder(encoding, { ignoreBOM: true }),
  );

/** Decodes one or two bytes a unit. UTF-8 is read as single bytes, which keeps invalid ones. */
export function decodeUnits(
  bytes: Uint8Array,
  format: Pick<CsvFormat, 'encoding' | 'unitBytes'>,
) {
  const encoding = format.unitBytes === 1 ? 'windows-1252' : format.encoding;
  return normalizeEOL(getDecoder(encoding).decode(bytes));
}

/** @throws CsvError if the first bytes of a file are not a table. */
export function detectFormat(head: Uint8Array): CsvFormat {
  const fault = findDecodeError(head.subarray(0, SNIFF_BYTES));
  if (fault) throw new CsvError(fault);

  const sniffed = detectEncoding(head.subarray(0, SNIFF_BYTES));

  const encoding =
    sniffed === 'utf-8' && !isUtf8(head) ? 'windows-1252' : sniffed;

  const unitBytes = sniffed === 'utf-8' ? 1 : 2;
  const text = decodeUnits(head, { encoding, unitBytes });
  const mark = /^(?:\ufeff|ï»¿)/.exec(text)?.[0].length ?? 0;

  const excel = /^"?sep=([^\r\n])"?\r?\n/im.exec(
    text.slice(mark, mark + MAX_TITLE_UNITS),
  );

  const start = mark + (excel ? excel.index + excel[0].length : 0);

  const delimiter =
    (excel?.[1] as CellSeparator | undefined) ?? findDelimiter(text, start);

  if (delimiter === null) throw new NoTableError();

  return {
    encoding,
    unitBytes,
    delimiter,
    start,
  };
}

function isUtf8(head: Uint8Array): boolean {
  try {
    return (
      new TextDecoder('utf-8', { fatal: true }).decode(head, {
        stream: true,
      }) !== ''
    );
  } catch {
    return false;
  }
}

/** Reads records with the quotes of spreadsheets. Leaves an incomplete last one, unless `isLast`. */
export function* readRecords(
  text: string,
  delimiter: CellSeparator,
  start: number,
  isLast: boolean,
) {
  for (const row of readRows(text, delimiter, start)) {
    const isTooLong = text.length - row.start > MAX_RECORD_UNITS;

    if (row.end === text.length && !isLast) {
      if (isTooLong) throw new NoTableError();
      return;
    }

    if (
      !isLast &&
      !isTooLong &&
      row.cells.some((cell) => isUnclosed(text, cell))
    )
      return;

    yield row;
  }
}

/** Bytes of a table, and what `decodeUnits` makes of them. */
export interface DecodedBytes {
  bytes: Uint8Array;
  text: string;
}

/** `decodeUnits` reads UTF-8 as single bytes, and changes line breaks. */
const isExact = (text: string, { encoding }: CsvFormat): boolean =>
  !(encoding === 'utf-8' ? /[^\t -~]/ : /[\r\n]/).test(text);

/** A shorter string is copied where it is sliced. */
const MIN_SLICE_UNITS = 13;

/**
 * Reads a cell. Almost all are read from the text: a call of a `TextDecoder` takes native memory that browsers free late,
 * 150 MB for a million rows.
 */
export function decodeCell(
  { bytes, text }: DecodedBytes,
  cell: Span | undefined,
  format: CsvFormat,
): string {
  const { start = 0, end = 0 } = cell ?? {};
  const own = text.slice(start, end);

  return unquote(
    isExact(own, format)
      ? copySlice(own)
      : decodeSpan(bytes, { start, end }, format),
  ).trim();
}

function decodeSpan(
  bytes: Uint8Array,
  { start, end }: Span,
  { encoding, unitBytes }: CsvFormat,
): string {
  return getDecoder(encoding).decode(
    bytes.subarray(start * unitBytes, end * unitBytes),
  );
}

/** Returns a string that does not keep the text in memory which it was sliced from: engines copy joined strings. */
const copySlice = (slice: string): string =>
  slice.length < MIN_SLICE_UNITS ? slice : ` ${slice}`.slice(1);

const WINDOWS_1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, at) => at),
);

/** Encodes text for a file. Returns null if windows-1252 lacks a character. */
export function encodeText(
  text: string,
  { encoding, unitBytes }: CsvFormat,
): Uint8Array<ArrayBuffer> | null {
  if (encoding === 'utf-8') return encoder.encode(text);

  const bytes = new Uint8Array(text.length * unitBytes);
  const view = new DataView(bytes.buffer);

  for (let at = 0; at < text.length; at++) {
    if (unitBytes === 2)
      view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    else {
      const byte = WINDOWS_1252.indexOf(text[at] ?? '');
      if (byte < 0) return null;
      bytes[at] = byte;
    }
  }

  return bytes;
}

/** Bytes in the encoding of the file. */
export type CsvBytes = Uint8Array<ArrayBuffer>;

export function joinBytes(pieces: readonly Uint8Array[]): CsvBytes {
  const whole = new Uint8Array(
    pieces.reduce((sum, { length }) => sum + length, 0),
  );

  let length = 0;

  for (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }

  return whole;
}

/** Matches what a spreadsheet may read as a formula, at the start and after a character that may separate cells. */
const FORMULA =
  /(^|[,;|:^~])(?=[\s\p{Cf}"]{0,8}[=+@\uff1d\uff0b\uff20\uff0d\u2212-])/gu;

/** Encodes added cells, each after a delimiter. Returns null if the encoding lacks a character. */
export function encodeCells(cells: readonly string[], format: CsvFormat) {
  const written = cells.map((cell) => {
    const line = showControls(cell)
      .replace(/\s+/g, ' ')
      .replace(FORMULA, "$1'");
    return format.delimiter + quoteCsvCell(line, format.delimiter);
  });

  return encodeText(written.join(''), format);
}
