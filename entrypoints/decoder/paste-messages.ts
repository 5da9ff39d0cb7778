import type { OwnCode } from '../../lib/catalogue/own-codes.ts';
import type { CsvOptions } from '../../lib/csv/explain-csv.ts';
import type { TextContext } from '../../lib/detect/hit.ts';
import type { Locale } from '../../lib/i18n/translate.ts';
import type { DecodeError } from '../../lib/paste/decode-bytes.ts';
import type { PackedReport } from '../../lib/paste/packed-report.ts';

/** Message from popup to worker: a paste to read. */
export interface PasteRequest {
  id: number;
  source: string | Blob;
  context: TextContext;
  /** The language of the report. */
  words: Locale;
  ownCodes: readonly OwnCode[];
}

/** Message from worker to popup: progress of the paste with this id. */
export type PasteResponse =
  | { id: number; state: 'reading' | 'done'; done: number; report: PackedReport }
  | { id: number; state: 'failed'; fault: DecodeError | null };

/** Message from a page to its worker: a table to explain row by row. */
export interface CsvRequest {
  table: Blob;
  options: CsvOptions;
  /** The language of next steps and summary. */
  words: Locale;
  ownCodes: readonly OwnCode[];
}
