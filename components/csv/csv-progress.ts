import type { Plan } from '../../data/schema.ts';
import type { CsvOptions, CsvSummary } from '../../lib/csv/explain-csv.ts';
import type { DecodeError } from '../../lib/paste/decode-bytes.ts';

export type CsvChoices = Omit<CsvOptions, 'nowMs'>;

export type CsvProgress =
  /** From 0 to 1. */
  | { state: 'reading'; done: number }
  /** The explained table, and its rows by plan. */
  | { state: 'done'; all: Blob; rows: ReadonlyMap<Plan, Blob>; summary: CsvSummary }
  | { state: 'no-table' }
  /** The columns, if the table has none of codes. No reason if the file could not be read. */
  | { state: 'failed'; fault: DecodeError | null; columns: readonly string[] };

/** Files that are no tables, by their name. */
const DECODED_FILE = /\.(?:log|json|ndjson|jsonl|har|xml|eml)$/i;

/** Whether a file may be a table, or is empty, which is reported here. A text file is a table only with tabs, as spreadsheets export it. */
export async function mayBeTable(file: File): Promise<boolean> {
  if (file.size > 0 && DECODED_FILE.test(file.name)) return false;
  if (!/\.txt$/i.test(file.name)) return true;
  // A file that cannot be read is reported by the worker.
  const head = file.slice(0, 4_096).text();
  return (await head.catch(() => null))?.includes('\t') ?? true;
}

/** Explains a table in a worker. Reports progress several times. */
export type ExplainCsv = (
  file: Blob,
  choices: CsvChoices,
  onProgress: (progress: CsvProgress) => void,
) => { cancel(): void };
