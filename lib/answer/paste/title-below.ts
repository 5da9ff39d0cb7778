import { isFailedState } from '../../detect/word-classes.ts';
import { normalizeEOL, splitLines } from '../../structure/lines.ts';

const STATE_LABEL = /^\p{L}{4,8}\s?[:=]/u;
const isStateLine = (line: string) =>
  isFailedState(line.replace(STATE_LABEL, ''));

const MAX_LINES = 4;
const MAX_TITLE_LENGTH = 80;

/**
 * Returns the error title of a few copied lines with a failed state: `Failed`, and below it `Message undeliverable`.
 * Returns null for any other text, as for lines of a log without a code.
 */
export function findTitleBelowState(text: string): string | null {
  if (text.length > MAX_LINES * (MAX_TITLE_LENGTH + 8)) return null;

  const lines = splitLines(normalizeEOL(text))
    .map((line) => line.trim())
    .filter(Boolean);

  if (
    lines.length > MAX_LINES ||
    lines.some(({ length }) => length > MAX_TITLE_LENGTH)
  )
    return null;

  // Skip lines with a time or a phone number.
  const said = lines.filter(
    (line) => !isStateLine(line) && !/\p{Nd}/u.test(line),
  );

  if (said.length === 0 || !lines.some(isStateLine)) return null;

  return said.join(' ');
}
