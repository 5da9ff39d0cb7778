import type { CsvOptions, CsvSummary } from '../../lib/csv/explain-csv.ts';
import type { DecodeError } from '../../lib/paste/decode-bytes.ts';

export type CsvChoices = Omit<CsvOptions, 'nowMs'>;

/** Progress of explaining a table. */
export type CsvProgress =
  /** From 0 to 1. */
  | { state: 'reading'; done: number }
  /** The explained table, and the rows of it that may be sent again now. */
  | { state: 'done'; all: Blob; now: Blob; summary: CsvSummary }
  /** The columns, if the table has none of codes. No reason if the file could not be read. */
  | { state: 'failed'; fault: DecodeError | null; columns: readonly string[] };

/** Explains a table in a worker. Reports progress several times. */
export type ExplainCsv = (
  file: Blob,
  choices: CsvChoices,
  onProgress: (progress: CsvProgress) => void,
) => { cancel(): void };
