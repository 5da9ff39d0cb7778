import { useEffect, useState } from 'react';
import type { Entry } from '../../data/schema.ts';
import { decideRow } from '../../lib/answer/explain/decide-row.ts';
import type {
  Explanation,
  TimeBound,
  WindowState,
} from '../../lib/answer/explain/explanation.ts';
import { parseDuration } from '../../lib/answer/explain/parse-duration.ts';
import {
  type Clock,
  formatMoment,
  formatTimeBound,
} from '../../lib/answer/explain/time-bound.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { EntryButton } from './controls.tsx';

/** When the customer last wrote, as the user says. `fromMs` is null if only the state of the window is known. */
export interface WindowAnswer {
  label: string;
  isOpen: boolean;
  fromMs: number | null;
}

const HOUR_MS = 36e5;

/** Returns an explanation as of now, with the plan of its row. */
export function useExplanationNow(
  told: Explanation,
  answer: WindowAnswer | null,
  catalogue: Catalogue,
): Explanation {
  const window = useWindowState(told.entry, told, answer);
  const decide = ({ nowMs }: Clock) =>
    decideRow(told, catalogue, { nowMs }, window ? window.endMs : undefined);

  const opened = decide(useClock(null));
  const now = decide(useClock(opened.planned?.sendAfterMs ?? null));

  return { ...now, window };
}

function useWindowState(
  entry: Entry | null,
  { when, failedAtMs = null }: Pick<Explanation, 'when' | 'failedAtMs'>,
  answer: WindowAnswer | null,
): WindowState | null {
  const { window } = entry ?? {};

  const lastsMs =
    window?.from === 'customer-message'
      ? parseDuration(window.lasts ?? '')
      : null;

  const readMs = when?.isOwn ? null : (when?.fromMs ?? null);
  const fromMs = answer ? answer.fromMs : readMs;
  const atMs = lastsMs !== null && fromMs !== null ? fromMs + lastsMs : null;
  const clock = useClock(atMs);

  if (!window || lastsMs === null) return null;

  const { as, confidence } = window;

  const formatLine = () =>
    atMs === null
      ? null
      : formatTimeBound(
          {
            as,
            atMs,
            fromMs,
            confidence,
          },
          clock,
        );

  const line = formatLine();
  const isOpen = line ? !line.isOver : answer?.isOpen;
  if (isOpen === undefined) return null;

  function formatText(): string {
    if (!isOpen)
      return (
        formatLine()?.text ??
        t('The window is closed: you can only send templates.')
      );

    return atMs === null
      ? t('Window open')
      : t('Window open until $1', formatMoment(atMs, clock));
  }

  return {
    isOpen,
    endMs: atMs,
    wasClosed: failedAtMs !== null && fromMs !== null && failedAtMs < fromMs,
    formatText,
  };
}

export function WindowHelp(props: {
  /** A time without a time zone next to the code: only a suggestion. */
  readMs: number | null;
  answer: WindowAnswer | null;
  onAnswer: (answer: WindowAnswer) => void;
}) {
  const { readMs, answer, onAnswer } = props;
  const clock = useClock(null);

  const answers: readonly (readonly [
    label: string,
    isOpen: boolean,
    fromMs: number | null,
  ])[] = [
    ...(readMs === null
      ? []
      : [[formatMoment(readMs, clock), true, readMs] as const]),
    [t('less than 24 h ago'), true, null],
    ...[1, 3, 12].map(
      (hours) =>
        [t('$1 h ago', hours), true, clock.nowMs - hours * HOUR_MS] as const,
    ),
    [t('longer ago'), false, null],
    [t('never'), false, null],
  ];

  return (
    <fieldset className="er-window">
      <legend>{t('When did the customer last write to this number?')}</legend>
      {answers.map(([label, isOpen, fromMs]) => (
        <EntryButton
          key={label}
          aria-pressed={answer?.label === label}
          onClick={() => onAnswer({ label, isOpen, fromMs })}
        >
          {label}
        </EntryButton>
      ))}
    </fieldset>
  );
}

/** Says when a condition ends that is no pause: the verdict says when a pause does. */
export function TimeBoundLine({ when }: { when: TimeBound | null }) {
  const line = formatTimeBound(when, useClock(when?.atMs ?? null));
  const isPause = when?.as === 'retry-from' || when?.as === 'over-by';
  if (!line || !when || isPause) return null;

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
function useClock(turnsAtMs: number | null): Clock {
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
