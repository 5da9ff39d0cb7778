import { useCallback, useEffect, useRef, useState } from 'react';
import type { TextContext } from '../../lib/detect/hit.ts';
import { MOST, NOTHING, type Pasted, type Reading, type ReadPaste } from './pasted.ts';

const START: Reading = { state: 'reading', done: 0, report: NOTHING };

/** Reads what is pasted, and again where the page in front turns out to mean other codes. Null where nothing is pasted. */
export function useReading(
  pasted: Pasted | null,
  context: TextContext,
  read: ReadPaste,
): { reading: Reading | null; cancel: () => void } {
  const [told, setTold] = useState<{ of: Pasted; reading: Reading } | null>(null);
  const running = useRef<{ cancel(): void }>(undefined);
  /** A reading that the reader stopped stays stopped, whatever the page in front becomes. */
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
  // Progress of an earlier paste is not this one's.
  const reading = told?.of === pasted ? told.reading : START;
  return { reading, cancel };
}
