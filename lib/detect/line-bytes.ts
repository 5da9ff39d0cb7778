/** Longer lines have no template. */
export const LONGEST_LINE = 1000;
/** Bytes that are held in one go. */
const BLOCK = 65_536;
const LINE_END = 0x0a;
/** All digits, four at a time. */
const DIGITS = 0x30303030;

const encoder = new TextEncoder();
/** What is read of four bytes may lie behind the last. */
const bytes = new Uint8Array(BLOCK + 4);
const held = bytes.subarray(0, BLOCK);
const view = new DataView(bytes.buffer);

/** The line in work, four bytes in each, with every digit as the same. A character beyond ASCII has two bytes or more. */
export const words = new Int32Array((3 * LONGEST_LINE) / 4 + 1);

/** The lines of a text as bytes, read one after the other. */
export class LineBytes {
  /** How many bytes the line has, and their hash. */
  length = 0;
  hash = 0;
  private readonly text: string;
  /** The part of the text that is held. */
  private from = 0;
  private to = 0;
  /** It is all ASCII, one byte for each unit. */
  private plain = true;
  /** Where the next line is expected in the text, and where in the bytes. */
  private next = 0;
  private place = 0;
  private filled = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Writes a line to `words`. False where its bytes do not tell it from others. */
  read(start: number, end: number): boolean {
    if (end > this.to || (start !== this.next && !this.plain)) this.fill(start);
    const place = this.plain ? start - this.from : this.place;
    this.length = this.plain ? end - start : this.lengthAt(place);
    this.next = end + 1;
    this.place = place + this.length + 1;
    // Halves of characters are all written the same.
    if (this.length !== end - start && !this.text.slice(start, end).isWellFormed()) return false;
    this.fold(place);
    return true;
  }

  private fold(place: number): void {
    const { length } = this;
    const count = length >> 2;
    let hash = length;
    for (let at = 0; at < count; at++) {
      const four = folded(view.getInt32(place + 4 * at, true));
      words[at] = four;
      hash = Math.imul(hash ^ four, 0x01000193);
    }
    const rest = length & 3;
    if (rest > 0) {
      const four = folded(view.getInt32(place + 4 * count, true) & ((1 << (8 * rest)) - 1));
      words[count] = four;
      hash = Math.imul(hash ^ four, 0x01000193);
    }
    this.hash = hash ^ (hash >>> 15);
  }

  private fill(start: number): void {
    const part = this.text.slice(start, start + BLOCK);
    const { read, written } = encoder.encodeInto(part, held);
    this.from = start;
    this.to = start + read;
    this.filled = written;
    this.plain = read === written;
    this.place = 0;
  }

  private lengthAt(place: number): number {
    const end = held.indexOf(LINE_END, place);
    return (end < 0 || end > this.filled ? this.filled : end) - place;
  }
}

/** The same for any digits. No byte is beyond 0x7f where it is one. */
function folded(four: number): number {
  const bare = four ^ DIGITS;
  // The highest bit of each byte that is above 9.
  const others = ((bare & 0x7f7f7f7f) + 0x76767676) | bare;
  const digits = (~others & 0x80808080) >>> 7;
  return bare & ~((digits << 8) - digits);
}
