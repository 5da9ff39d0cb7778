/** How much may be read in all. A text of which so much looks like JSON and is not is something else. */
const MAX_READ_UNITS = 1 << 22;
/** The least that one attempt counts for. */
const ATTEMPT_UNITS = 1_000;

/** Yields the objects and lists of JSON in a text, in order, whatever is around them. */
export function* readJsonValues(text: string): Generator<unknown> {
  const opening = /[[{]/g;
  for (let left = MAX_READ_UNITS; left > 0 && opening.test(text); ) {
    const start = opening.lastIndex - 1;
    const end = findEnd(text, start);
    left -= ATTEMPT_UNITS + end - start;
    try {
      yield JSON.parse(text.slice(start, end));
      opening.lastIndex = end;
    } catch {}
  }
}

/** Returns the offset behind the bracket that closes the one at `start`, or the end of the text. */
function findEnd(text: string, start: number): number {
  let depth = 0;
  let isInText = false;
  for (const { 0: token, index } of text.slice(start).matchAll(/\\.|["[\]{}]/gs)) {
    if (token === '"') isInText = !isInText;
    if (isInText || token.length > 1 || token === '"') continue;
    depth += token === '{' || token === '[' ? 1 : -1;
    if (depth === 0) return start + index + 1;
  }
  return text.length;
}
