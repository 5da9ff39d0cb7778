import { isFailedState } from '../detect/words.ts';

/** Matches a label before the state of a message: `Status:`. */
const LEAD = /^\p{L}{4,8}\s?[:=]/u;
const isState = (line: string) => isFailedState(line.replace(LEAD, ''));

const MOST_LINES = 4;
const LONGEST = 80;

/**
 * Returns the error title of a few copied lines with a failed state, as a console shows them: `Failed`, and below it
 * `Message undeliverable`. Returns null for any other text: several lines can be a log without a code.
 *
 * @param text Untrusted text without a code.
 */
export function titleBelow(text: string): string | null {
  if (text.length > MOST_LINES * (LONGEST + 8)) return null;
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || lines.length > MOST_LINES || lines.some(({ length }) => length > LONGEST))
    return null;
  // Skip lines with a time or a phone number.
  const said = lines.filter((line) => !isState(line) && !/\p{Nd}/u.test(line));
  if (said.length === 0 || !lines.some(isState)) return null;
  return said.join(' ');
}
