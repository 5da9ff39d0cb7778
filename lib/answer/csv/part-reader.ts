import type { CellRow } from '../../structure/split-rows.ts';
import {
  type CsvBytes,
  type CsvFormat,
  decodeUnits,
  readRecords,
} from './csv-format.ts';

/** Complete lines of the table. Offsets are units of the text. */
export interface Part {
  bytes: CsvBytes;
  text: string;
  start: number;
}

/** What a reader has to know of a table. */
interface OpenTable {
  format: CsvFormat;
  columns: { hasHeader: boolean };
}

/** Bytes that are read before the format and the columns are determined. */
const HEAD_BYTES = 1 << 18;

/** Divides the table into parts of complete lines. Passes on lines that are not blank. A part is valid until the next one is read. */
export function createPartReader<Table extends OpenTable>(
  getTable: (head: CsvBytes) => Table,
) {
  const pending = createPendingBytes();
  let isFirst = true;
  let needsHeader = true;

  return (
    bytes: Uint8Array,
    isLast: boolean,
    visit: (part: Part, line: CellRow, table: Table, isHeader: boolean) => void,
  ): Part | null => {
    const known = pending.add(bytes);
    if (isFirst && !isLast && known.length < HEAD_BYTES) return null;

    const table = getTable(known);
    const { format, columns } = table;
    const text = decodeUnits(known, format);
    const part = { bytes: known, text, start: isFirst ? format.start : 0 };
    let end = part.start;

    for (const record of readRecords(text, format.delimiter, end, isLast)) {
      end = record.next;

      if (
        record.cells.length === 1 &&
        text.slice(record.start, record.end).trim() === ''
      )
        continue;

      visit(part, record, table, columns.hasHeader && needsHeader);
      needsHeader = false;
    }

    pending.drop(end * format.unitBytes);
    isFirst = false;

    return isLast
      ? part
      : { ...part, bytes: part.bytes.subarray(0, end * format.unitBytes) };
  };
}

/**
 * Keeps bytes that are not read to their end. One array for all parts: browsers free the memory of arrays late, of those of
 * a long table 100 MB.
 */
function createPendingBytes() {
  let buffer: CsvBytes = new Uint8Array(HEAD_BYTES);
  let start = 0;
  let end = 0;

  return {
    /** Returns what is kept, with these bytes. It is valid until the next call. */
    add(bytes: Uint8Array): CsvBytes {
      const kept = buffer.subarray(start, end);
      const length = kept.length + bytes.length;
      const target =
        length > buffer.length
          ? new Uint8Array(Math.max(length, 2 * buffer.length))
          : buffer;

      target.set(kept);
      target.set(bytes, kept.length);

      buffer = target;
      start = 0;
      end = length;

      return buffer.subarray(0, end);
    },
    drop(length: number): void {
      start += length;
    },
  };
}
