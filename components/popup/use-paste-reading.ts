import { useCallback, useEffect, useRef, useState } from 'react';
import type { TextContext } from '../../lib/detect/hit.ts';
import type { PasteReport } from '../../lib/paste/decode-paste.ts';
import { EMPTY_REPORT, MAX_PASTE_BYTES, type Pasted, type PasteProgress, type ReadPaste } from './pasted.ts';

const INITIAL_PROGRESS: PasteProgress = { state: 'reading', done: 0, report: EMPTY_REPORT };

/**
 * Reads a paste, and reads it again if the context of the page in front changes. Returns null without a paste.
 *
 * @param onRead Called whenever the paste was read to its end.
 */
export function usePasteReading(
  pasted: Pasted | null,
  context: TextContext,
  read: ReadPaste,
  onRead: (report: PasteReport) => void,
): { reading: PasteProgress | null; cancel: () => void } {
  const [told, setTold] = useState<{ of: Pasted; reading: PasteProgress } | null>(null);
  const running = useRef<{ cancel(): void }>(undefined);
  /** A cancelled paste is not read again when the context changes. */
  const stopped = useRef<Pasted>(undefined);

  useEffect(() => {
    if (!pasted || pasted.size > MAX_PASTE_BYTES || stopped.current === pasted) return;
    running.current = read(pasted.source, context, (reading) => {
      setTold({ of: pasted, reading });
      if (reading.state === 'done') onRead(reading.report);
    });
    return () => running.current?.cancel();
  }, [pasted, context, read, onRead]);

  const cancel = useCallback(() => {
    running.current?.cancel();
    if (!pasted) return;
    stopped.current = pasted;
    setTold((last) => {
      const sofar = last?.of === pasted ? last.reading : INITIAL_PROGRESS;
      return { of: pasted, reading: { ...sofar, state: 'cancelled' } };
    });
  }, [pasted]);

  if (!pasted) return { reading: null, cancel };
  if (pasted.size > MAX_PASTE_BYTES)
    return { reading: { state: 'too-long', done: 0, report: EMPTY_REPORT }, cancel };
  // Ignore the progress of an earlier paste.
  const reading = told?.of === pasted ? told.reading : INITIAL_PROGRESS;
  return { reading, cancel };
}
