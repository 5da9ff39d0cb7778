import { useId, useState } from 'react';
import type { TimeWindow } from '../../data/schema.ts';
import type { When } from '../../lib/explain/explanation.ts';
import { durationOf, whenLine } from '../../lib/explain/when.ts';
import { Disclosure } from './Disclosure.tsx';
import { useClock } from './WhenLine.tsx';

/** For an error of the 24-hour window: from the time of the customer's last message to whether it is open. Nothing is kept. */
export function WindowHelp({ window }: { window: TimeWindow | undefined }) {
  const lastsMs = window?.from === 'customer-message' ? durationOf(window.lasts ?? '') : null;
  return window && lastsMs !== null ? (
    <Disclosure summary="Is the 24-hour window open?">
      <Question window={window} lastsMs={lastsMs} />
    </Disclosure>
  ) : null;
}

function Question({ window: { as, confidence }, lastsMs }: { window: TimeWindow; lastsMs: number }) {
  const [typed, setTyped] = useState('');
  const field = useId();
  // Without a zone it is the reader's own time.
  const fromMs = typed === '' ? Number.NaN : new Date(typed).getTime();
  const when: When | null = Number.isFinite(fromMs)
    ? { as, fromMs, atMs: fromMs + lastsMs, confidence }
    : null;
  const clock = useClock(when?.atMs ?? null);
  const line = whenLine(when, clock);
  return (
    <div className="er-window">
      <label htmlFor={field}>When did the customer last write to this number? Your time.</label>
      <input
        id={field}
        type="datetime-local"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <output htmlFor={field} data-over={line?.isOver || undefined}>
        {line
          ? line.text
          : when && (fromMs > clock.nowMs ? 'That time has not come yet.' : 'That is too long ago.')}
      </output>
    </div>
  );
}
