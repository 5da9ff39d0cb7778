import { timesIn } from './moment.ts';

/** A time as a text names it. */
export interface TimeText {
  /** As it stands there. */
  text: string;
  /** Milliseconds since 1970; null where the text does not tell it for sure, as without a time zone. */
  at: number | null;
}

/** A date and a clock behind the keyword of a time. */
const BEHIND = 'timestamp: ';

/** Reads what stands under a key or heading of a time. */
export function readTime(text: string): TimeText {
  const [found] = timesIn(`${BEHIND}${text}`);
  return { text, at: found?.start === BEHIND.length ? found.ms : null };
}

/** `last inbound 19 Nov 2026 14:05`, `expires at …`: not when it failed. */
const OF_ELSE = /(?<!\p{L})(?:last|inbound|expires?|expiry|until|since|next|due)(?!\p{L})[^\d,;·|]{0,24}$/iu;

/** The first or last time of a line, with its clock, that may be the line's own; null where it names none. */
export function timeInLine(line: string, which: 'first' | 'last'): TimeText | null {
  const found = timesIn(line).filter(
    ({ start, end }) =>
      /\d:\d\d/.test(line.slice(start, end)) && !OF_ELSE.test(line.slice(Math.max(0, start - 40), start)),
  );
  const time = which === 'first' ? found[0] : found.at(-1);
  return time ? { text: line.slice(time.start, time.end), at: time.ms } : null;
}
