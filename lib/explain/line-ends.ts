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
