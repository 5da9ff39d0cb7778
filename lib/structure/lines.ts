/** Returns the offset at which the line of this offset begins. */
export function findLineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Returns the offset at which the line ends: its line break or the end of the text. */
export function findLineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Counts the line breaks in a text. */
export function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Replaces a lone CR, which old programs export, with LF. Offsets stay valid. */
export function normalizeLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Does the same for a stream of chunks. Holds back a CR at the end of a chunk, because the next chunk may begin with its LF. */
export function createLineEndNormalizer(): { push(piece: string): string; rest(): string } {
  let waiting = '';
  return {
    push(piece) {
      const text = waiting + piece;
      waiting = text.endsWith('\r') ? '\r' : '';
      return normalizeLineEnds(text.slice(0, text.length - waiting.length));
    },
    rest: () => normalizeLineEnds(waiting),
  };
}
