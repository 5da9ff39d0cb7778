import type { Candidate } from './candidates.ts';
import type { Reading } from './reading.ts';
import { lastOf, wholeFrom, wholeTo } from './words/letters.ts';

const LEFT = 90;
const RIGHT = 120;

/** The text around a candidate, each window worked out when first asked for. */
export class Windows {
  private readonly place: Candidate;
  private readonly reading: Reading;
  private ownLeft: string | null = null;
  private ownRight: string | null = null;
  private ownLineLeft: string | null = null;
  private ownLineRight: string | null = null;

  constructor(place: Candidate, reading: Reading) {
    this.place = place;
    this.reading = reading;
  }

  get left(): string {
    if (this.ownLeft === null) {
      const { start } = this.place;
      const { text } = this.reading;
      const from = wholeFrom(text, Math.max(0, start - LEFT));
      const label = labelBefore(start, this.reading);
      const window = label + text.slice(from, start);
      this.ownLeft = untagged(window);
      if (this.isLong && label === '' && this.ownLeft === window) this.reading.words.prime(window, from);
    }
    return this.ownLeft;
  }

  get right(): string {
    if (this.ownRight === null) {
      const { end } = this.place;
      const { text } = this.reading;
      const window = text.slice(end, wholeTo(text, Math.min(text.length, end + RIGHT)));
      this.ownRight = untagged(window);
      if (this.isLong && this.ownRight === window) this.reading.words.prime(window, end);
    }
    return this.ownRight;
  }

  get lineLeft(): string {
    if (this.ownLineLeft === null) {
      const { left } = this;
      this.ownLineLeft = left.slice(left.lastIndexOf('\n') + 1);
      const from = this.place.start - this.ownLineLeft.length;
      if (this.isLong && this.ownLineLeft !== left && this.reading.text.startsWith(this.ownLineLeft, from))
        this.reading.words.prime(this.ownLineLeft, from);
    }
    return this.ownLineLeft;
  }

  get lineRight(): string {
    if (this.ownLineRight === null) {
      const end = this.right.indexOf('\n');
      this.ownLineRight = end < 0 ? this.right : this.right.slice(0, end);
    }
    return this.ownLineRight;
  }

  /** Long enough that its windows overlap with others, and no line that is remembered. */
  private get isLong(): boolean {
    return !this.place.spot && this.reading.text.length > 2 * (LEFT + RIGHT);
  }
}

/** What stands to the left in the windows is another text. */
export const isBehindLabel = (start: number, { context }: Reading): boolean =>
  start <= 4 && Boolean(context.label);

/** A value at the head of its own node: the label stands in the node before it. */
function labelBefore(start: number, reading: Reading): string {
  return isBehindLabel(start, reading) ? `${lastOf(reading.context.label ?? '', 60)} ` : '';
}

function untagged(window: string): string {
  return window.includes('<') ? window.replace(/<\/?[a-zA-Z][^<>]{0,60}>/g, ' ') : window;
}
