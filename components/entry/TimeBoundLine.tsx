import { useEffect, useState } from 'react';
import type { TimeBound } from '../../lib/explain/explanation.ts';
import type { Clock } from '../../lib/explain/time-bound.ts';
import { formatTimeBound } from '../../lib/explain/time-bound.ts';
import { Icon } from '../icons/Icon.tsx';

/** Shows when the time window ends, in the user's time zone. Renders nothing if no time is certain. */
export function TimeBoundLine({ when }: { when: TimeBound | null }) {
  const line = formatTimeBound(when, useClock(when?.atMs ?? null));
  if (!line || !when) return null;
  return (
    <p className="er-when" data-over={line.isOver || undefined}>
      <Icon name="clock" size={14} />
      <time dateTime={new Date(when.atMs).toISOString()}>{line.text}</time>
    </p>
  );
}

/** Longest timer, in milliseconds; nobody keeps one entry open for longer. */
const MAX_TIMER_MS = 6 * 36e5;

/** Returns the user's time and zone, updated when `turnsAtMs` has passed, because the window is then closed. */
export function useClock(turnsAtMs: number | null): Clock {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const leftMs = turnsAtMs === null ? -1 : turnsAtMs - Date.now();
    if (leftMs < 0 || leftMs > MAX_TIMER_MS) return;
    const timer = setTimeout(() => setNowMs(Date.now()), leftMs + 50);
    return () => clearTimeout(timer);
  }, [turnsAtMs]);
  return {
    nowMs,
    // Lazy: resolving the time zone loads the browser's tables and takes longer than the rest of the entry.
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
  };
}
