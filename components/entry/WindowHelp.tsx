import { useEffect, useId, useRef, useState } from 'react';
import type { TimeWindow } from '../../data/schema.ts';
import type { TimeBound } from '../../lib/explain/explanation.ts';
import { formatMoment, formatTimeBound, parseDuration } from '../../lib/explain/time-bound.ts';
import { t } from '../../lib/i18n/translate.ts';
import { Disclosure, scrollToReveal } from './Disclosure.tsx';
import { useClock } from './TimeBoundLine.tsx';

interface WindowHelpProps {
  window: TimeWindow | undefined;
  /** The time that was found in the text next to the code. */
  when?: TimeBound | null;
}

/** Computes from the time of the customer's last message whether the 24-hour window is open. Stores nothing. */
export function WindowHelp({ window, when }: WindowHelpProps) {
  const lastsMs = window?.from === 'customer-message' ? parseDuration(window.lasts ?? '') : null;
  if (!window || lastsMs === null) return null;
  const readMs = when?.as === window.as ? when.fromMs : null;
  return (
    <Disclosure summary={t('Is the 24-hour window open?')}>
      <WindowQuestion key={readMs} {...{ window, lastsMs, readMs }} />
    </Disclosure>
  );
}

interface WindowQuestionProps {
  window: TimeWindow;
  lastsMs: number;
  /** When the customer last wrote, according to the text next to the code; otherwise null. */
  readMs: number | null;
}

function WindowQuestion({ window: { as, confidence }, lastsMs, readMs }: WindowQuestionProps) {
  const [typed, setTyped] = useState(readMs === null ? '' : formatFieldValue(readMs));
  const field = useId();
  const output = useRef<HTMLOutputElement>(null);
  // A date without a zone is parsed as local time.
  const fromMs = typed === '' ? Number.NaN : new Date(typed).getTime();
  const when: TimeBound | null = Number.isFinite(fromMs)
    ? { as, fromMs, atMs: fromMs + lastsMs, confidence }
    : null;
  const clock = useClock(when?.atMs ?? null);
  const line = formatTimeBound(when, clock);
  // The answer appears below the field, which may be at the end of the view.
  useEffect(() => {
    if (typed !== '' && output.current) scrollToReveal(output.current);
  }, [typed]);
  return (
    <div className="er-window">
      <label htmlFor={field}>
        {t('When did the customer last write to this number, in your local time?')}
      </label>
      <input
        id={field}
        type="datetime-local"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <output ref={output} htmlFor={field} data-over={line?.isOver || undefined}>
        {line && (
          <>
            {line.text}{' '}
            <span className="er-soft">{t('The customer wrote $1.', formatMoment(fromMs, clock, true))}</span>
          </>
        )}
        {!line &&
          when &&
          (fromMs > clock.nowMs ? t('That time is in the future.') : t('That is too long ago.'))}
      </output>
    </div>
  );
}

/** Formats a time as the value of a `datetime-local` field: local time, to the minute. */
function formatFieldValue(ms: number): string {
  const own = new Date(ms - new Date(ms).getTimezoneOffset() * 6e4);
  return own.toISOString().slice(0, 16);
}
