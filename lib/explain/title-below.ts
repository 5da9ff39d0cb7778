import { isFailedState } from '../detect/words.ts';

/** `Status:`, before the state of a message. */
const LEAD = /^\p{L}{4,8}\s?[:=]/u;
const isState = (line: string) => isFailedState(line.replace(LEAD, ''));

const MOST_LINES = 4;
const LONGEST = 80;

/**
 * What stands in a few short lines besides the state of a message, as a console shows it: `Failed` and, below it, `Message undeliverable`.
 * Null for any other text: several lines are a log in which nothing was found.
 *
 * @param text In which no code stands; untrusted.
 */
export function titleBelow(text: string): string | null {
  if (text.length > MOST_LINES * (LONGEST + 8)) return null;
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || lines.length > MOST_LINES || lines.some(({ length }) => length > LONGEST))
    return null;
  // The time of it, or a number of somebody.
  const said = lines.filter((line) => !isState(line) && !/\p{Nd}/u.test(line));
  if (said.length === 0 || !lines.some(isState)) return null;
  return said.join(' ');
}
