import type { TextContext } from '../../lib/detect/hit.ts';
import type { Fault } from '../../lib/explain/bytes.ts';
import type { PackedReport } from '../../lib/explain/wire.ts';
import type { Words } from '../../lib/language/translate.ts';

/** Popup to worker: a paste to read. */
export interface ToWorker {
  id: number;
  source: string | Blob;
  context: TextContext;
  /** What the report speaks. */
  words: Words;
}

/** Worker to popup: how far the paste with this number is. */
export type FromWorker =
  | { id: number; state: 'reading' | 'done'; done: number; report: PackedReport }
  | { id: number; state: 'failed'; fault: Fault | null };
