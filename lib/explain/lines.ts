/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where it ends: at its line break, or with the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** How many line breaks a text holds. */
export function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Ends every line alike: a lone CR, as of exports of old programs, counts as a line's end. Offsets stay, since it becomes an LF. */
export function evenLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** The same for a text that comes in pieces: a CR at the end of one waits for the next, which may begin with its LF. */
export function openLineEnds(): { push(piece: string): string; rest(): string } {
  let waiting = '';
  return {
    push(piece) {
      const text = waiting + piece;
      waiting = text.endsWith('\r') ? '\r' : '';
      return evenLineEnds(text.slice(0, text.length - waiting.length));
    },
    rest: () => evenLineEnds(waiting),
  };
}
