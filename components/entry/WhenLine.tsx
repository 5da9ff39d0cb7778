import { useEffect, useState } from 'react';
import type { When } from '../../lib/explain/explanation.ts';
import type { Clock } from '../../lib/explain/when.ts';
import { whenLine } from '../../lib/explain/when.ts';
import { Icon } from '../icons/Icon.tsx';

/** Until when, in the reader's own time. Nothing where no time is sure. */
export function WhenLine({ when }: { when: When | null }) {
  const line = whenLine(when, useClock(when?.atMs ?? null));
  if (!line || !when) return null;
  return (
    <p className="er-when" data-over={line.isOver || undefined}>
      <Icon name="clock" size={14} />
      <time dateTime={new Date(when.atMs).toISOString()}>{line.text}</time>
    </p>
  );
}

/** A longer wait than a reader looks at one entry. */
const LONGEST_MS = 6 * 36e5;

/** The reader's time and zone, read again once `turnsAtMs` has come: what was open is then closed. */
export function useClock(turnsAtMs: number | null): Clock {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const leftMs = turnsAtMs === null ? -1 : turnsAtMs - Date.now();
    if (leftMs < 0 || leftMs > LONGEST_MS) return;
    const timer = setTimeout(() => setNowMs(Date.now()), leftMs + 50);
    return () => clearTimeout(timer);
  }, [turnsAtMs]);
  return {
    nowMs,
    // The browser reads its tables of zones for that, longer than all of the entry takes: not for an entry without a time.
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
  };
}
