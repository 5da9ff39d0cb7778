import { useCallback, useEffect, useRef, useState } from 'react';
import type { TextContext } from '../../lib/detect/hit.ts';
import { MOST, NOTHING, type Pasted, type Reading, type ReadPaste } from './pasted.ts';

const START: Reading = { state: 'reading', done: 0, report: NOTHING };

/** Reads a paste, and reads it again if the context of the page in front changes. Returns null without a paste. */
export function useReading(
  pasted: Pasted | null,
  context: TextContext,
  read: ReadPaste,
): { reading: Reading | null; cancel: () => void } {
  const [told, setTold] = useState<{ of: Pasted; reading: Reading } | null>(null);
  const running = useRef<{ cancel(): void }>(undefined);
  /** A cancelled paste is not read again when the context changes. */
  const stopped = useRef<Pasted>(undefined);

  useEffect(() => {
    if (!pasted || pasted.size > MOST || stopped.current === pasted) return;
    running.current = read(pasted.source, context, (reading) => setTold({ of: pasted, reading }));
    return () => running.current?.cancel();
  }, [pasted, context, read]);

  const cancel = useCallback(() => {
    running.current?.cancel();
    if (!pasted) return;
    stopped.current = pasted;
    setTold((last) => {
      const sofar = last?.of === pasted ? last.reading : START;
      return { of: pasted, reading: { ...sofar, state: 'cancelled' } };
    });
  }, [pasted]);

  if (!pasted) return { reading: null, cancel };
  if (pasted.size > MOST) return { reading: { state: 'too-long', done: 0, report: NOTHING }, cancel };
  // Ignore the progress of an earlier paste.
  const reading = told?.of === pasted ? told.reading : START;
  return { reading, cancel };
}
