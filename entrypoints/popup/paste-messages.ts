import type { TextContext } from '../../lib/detect/hit.ts';
import type { Fault } from '../../lib/explain/bytes.ts';
import type { PackedReport } from '../../lib/explain/wire.ts';
import type { Words } from '../../lib/language/translate.ts';

/** Message from popup to worker: a paste to read. */
export interface ToWorker {
  id: number;
  source: string | Blob;
  context: TextContext;
  /** The language of the report. */
  words: Words;
}

/** Message from worker to popup: progress of the paste with this id. */
export type FromWorker =
  | { id: number; state: 'reading' | 'done'; done: number; report: PackedReport }
  | { id: number; state: 'failed'; fault: Fault | null };
