import type { TextContext } from '../../lib/detect/hit.ts';
import type { PackedReport } from '../../lib/explain/wire.ts';

/** Popup to worker: the catalogue once, as JSON, then pastes to read. */
export type ToWorker = { catalogue: string } | { id: number; source: string | Blob; context: TextContext };

/** Worker to popup: how far the paste with this number is. */
export type FromWorker =
  | { id: number; state: 'reading' | 'done'; done: number; report: PackedReport }
  | { id: number; state: 'failed' };

/** The text of a file: UTF-8 unless it begins with the mark of UTF-16, as exports of Excel do. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
