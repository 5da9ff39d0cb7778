import type { CellRow } from '../../structure/split-rows.ts';
import {
  type CsvBytes,
  type CsvFormat,
  decodeUnits,
  joinBytes,
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
/** Divides the table into parts of complete lines. Passes on lines that are not blank. */
export function createPartReader<Table extends OpenTable>(
  getTable: (head: CsvBytes) => Table,
) {
  let pending: CsvBytes = new Uint8Array();
  let isFirst = true;
  let needsHeader = true;

  return (
    bytes: Uint8Array,
    isLast: boolean,
    visit: (part: Part, line: CellRow, table: Table, isHeader: boolean) => void,
  ): Part | null => {
    pending = joinBytes([pending, bytes]);
    if (isFirst && !isLast && pending.length < HEAD_BYTES) return null;

    const table = getTable(pending);
    const { format, columns } = table;
    const text = decodeUnits(pending, format);
    const part = { bytes: pending, text, start: isFirst ? format.start : 0 };
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

    pending = part.bytes.slice(end * format.unitBytes);
    isFirst = false;

    return isLast
      ? part
      : { ...part, bytes: part.bytes.subarray(0, end * format.unitBytes) };
  };
}
