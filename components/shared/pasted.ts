import { useEffect, useRef, useState } from 'react';
import { detectFormat } from '../../lib/answer/csv/csv-format.ts';
import type { DecodeError } from '../../lib/answer/paste/decode-bytes.ts';
import type { PasteReport } from '../../lib/answer/paste/decode-paste.ts';
import { formatNumber, t, tPlural } from '../../lib/core/i18n/translate.ts';
import type { TextContext } from '../../lib/detect/hit.ts';

/** A text or a file to decode. Kept in memory while the popup is open, and never sent. */
export interface Pasted {
  source: string | Blob;
  name: string | null;
  /** Size in UTF-16 units for a text, in bytes for a file. */
  size: number;
  /** The first lines of a text; empty for a file, which the worker reads. */
  head: string;
}

export interface PasteProgress {
  state: 'reading' | 'done' | 'cancelled' | 'failed' | 'too-long';
  /** Progress from 0 to 1. */
  done: number;
  report: PasteReport;
  fault?: DecodeError | null;
}

/** Reads a paste in a worker. Reports progress several times, and once at the end. Returns a function that cancels. */
export type ReadPaste = (
  source: string | Blob,
  context: TextContext,
  told: (reading: PasteProgress) => void,
) => () => void;

/** Largest paste in UTF-16 units or bytes: 10 MiB. */
export const MAX_PASTE_BYTES = 10 * 1024 * 1024;
const PREVIEW_UNITS = 2_000;

export const EMPTY_REPORT: PasteReport = {
  findings: [],
  syntaxError: null,
  droppedCount: 0,
};

export const createPasted = (source: string | File): Pasted =>
  typeof source === 'string'
    ? {
        source,
        name: null,
        size: source.length,
        head: source.slice(0, PREVIEW_UNITS),
      }
    : {
        source,
        name: source.name,
        size: source.size,
        head: '',
      };

/** Returns a pasted table as a file. Null if the text has no rows of several cells. */
export function createTable({ source, head }: Pasted): File | null {
  try {
    const { delimiter } = detectFormat(new TextEncoder().encode(head));
    const hasCells = head.includes('\n') && head.includes(delimiter);

    return hasCells
      ? new File([source], `${t('Pasted text')}.csv`, { type: 'text/csv' })
      : null;
  } catch {
    return null;
  }
}

export function formatSize({
  size,
  name,
}: Pick<Pasted, 'size' | 'name'>): string {
  if (size >= 1024 * 1024) return `${(size / 1024 / 1024).toFixed(1)} MB`;
  if (size >= 10_000 || name !== null)
    return `${formatNumber(Math.ceil(size / 1024))} KB`;
  return tPlural(size, '$1 character', '$1 characters');
}

const INITIAL_PROGRESS: PasteProgress = {
  state: 'reading',
  done: 0,
  report: EMPTY_REPORT,
};

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
  const [told, setTold] = useState<{
    of: Pasted;
    reading: PasteProgress;
  } | null>(null);

  const running = useRef<() => void>(undefined);
  /** A cancelled paste is not read again when the context changes. */
  const stopped = useRef<Pasted>(undefined);

  useEffect(() => {
    if (!pasted || pasted.size > MAX_PASTE_BYTES || stopped.current === pasted)
      return;

    running.current = read(pasted.source, context, (reading) => {
      setTold({ of: pasted, reading });
      if (reading.state === 'done') onRead(reading.report);
    });

    return running.current;
  }, [pasted, context, read, onRead]);

  if (!pasted) return { reading: null, cancel: () => {} };

  const isTooLong = pasted.size > MAX_PASTE_BYTES;
  // Ignore the progress of an earlier paste.
  const sofar = told?.of === pasted ? told.reading : INITIAL_PROGRESS;

  const cancel = () => {
    running.current?.();
    stopped.current = pasted;
    setTold({ of: pasted, reading: { ...sofar, state: 'cancelled' } });
  };

  return {
    reading: isTooLong ? { ...INITIAL_PROGRESS, state: 'too-long' } : sofar,
    cancel,
  };
}
