import type { TextContext } from '../../lib/detect/hit.ts';
import type { DecodeError } from '../../lib/explain/decode-bytes.ts';
import type { PackedReport } from '../../lib/explain/packed-report.ts';
import type { Locale } from '../../lib/language/translate.ts';

/** Message from popup to worker: a paste to read. */
export interface PasteRequest {
  id: number;
  source: string | Blob;
  context: TextContext;
  /** The language of the report. */
  words: Locale;
}

/** Message from worker to popup: progress of the paste with this id. */
export type PasteResponse =
  | { id: number; state: 'reading' | 'done'; done: number; report: PackedReport }
  | { id: number; state: 'failed'; fault: DecodeError | null };
