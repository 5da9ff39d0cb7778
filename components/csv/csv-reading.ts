import type { Plan } from '../../data/schema.ts';
import type {
  Breakdown,
  FacetFilter,
} from '../../lib/answer/breakdown/count-facets.ts';
import type {
  CsvOptions,
  CsvSummary,
} from '../../lib/answer/csv/explain-csv.ts';
import type { DecodeError } from '../../lib/answer/paste/decode-bytes.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';

export type CsvChoices = Omit<CsvOptions, 'nowMs'>;

export type CsvProgress =
  /** `done` is from 0 to 1. The rows so far are counted by their codes alone. Without a new count, the last one holds. */
  | { state: 'reading'; done: number; breakdown?: Breakdown | null }
  | { state: 'done'; summary: CsvSummary; filter: FacetFilter | null }
  | { state: 'no-table' }
  /** The columns, if the table has none of codes. No reason if the file could not be read. */
  | { state: 'failed'; fault: DecodeError | null; columns: readonly string[] };

/** A table that is read, or has been read. */
export interface CsvReading {
  cancel(): void;
  /** Reports `done` again, with the numbers of the rows that have a value. Only after `done`. */
  filter(filter: FacetFilter | null): void;
  /** Returns the rows with a plan, or all of them if it is null, with the added cells. Only after `done`. */
  write(plan: Plan | null, filter: FacetFilter | null): Promise<Blob>;
}

/** Explains a table in a worker. Reports progress several times. */
export type ExplainCsv = (
  file: Blob,
  choices: CsvChoices,
  onProgress: (progress: CsvProgress) => void,
) => CsvReading;

export interface CsvExplainerProps {
  explainCsv: ExplainCsv;
  catalogue: Catalogue;
  onDecode: (file: File) => void;
}

/** Reads another table as the one that is shown. */
export type ReadOther = (
  file: File,
  onProgress: (progress: CsvProgress) => void,
) => CsvReading;

export const TABLE_FILE_TYPES =
  '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values,text/plain';

const DECODED_FILE = /\.(?:log|json|ndjson|jsonl|har|xml|eml)$/i;

/** Whether a file may be a table, or is empty, which is reported here. A text file is a table only with tabs, as spreadsheets export it. */
export async function mayBeTable(file: File): Promise<boolean> {
  if (file.size > 0 && DECODED_FILE.test(file.name)) return false;
  if (!/\.txt$/i.test(file.name)) return true;

  // A file that cannot be read is reported by the worker.
  const head = file.slice(0, 4_096).text();

  return (await head.catch(() => null))?.includes('\t') ?? true;
}
