import { cue } from '../detect/words/pattern.ts';
import { FAILED, REJECTED } from '../detect/words/reason.ts';

/** Nothing but the state of a message in its line: `Failed`, `Status: failed`. */
const STATE = cue([...FAILED, ...REJECTED], {
  before: /^(?:\p{L}{4,8}\s?[:=])?[^\p{L}\p{N}]{0,4}$/u,
  after: /^[^\p{L}\p{N}]{0,4}$/u,
});
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
  const said = lines.filter((line) => STATE.in(line) === null && !/\p{Nd}/u.test(line));
  if (said.length === 0 || lines.every((line) => STATE.in(line) === null)) return null;
  return said.join(' ');
}
