const ENTITY = /&(quot|apos|lt|gt|amp|#0?(?:34|39|60|62|38)|#x(?:22|27|3c|3e|26));/gi;
const SIGNS: Readonly<Record<string, string>> = {
  quot: '"',
  34: '"',
  x22: '"',
  apos: "'",
  39: "'",
  x27: "'",
  lt: '<',
  60: '<',
  x3c: '<',
  gt: '>',
  62: '>',
  x3e: '>',
  amp: '&',
  38: '&',
  x26: '&',
};

/** A text without the escapes of HTML, and where its units stand in the one that has them. */
export interface Unescaped {
  text: string;
  /** Of an offset, or of the end of what stands there. */
  original(offset: number): number;
}

/** `&quot;code&quot;:100` as it was before it was escaped; null where nothing is. Escapes of digits and of letters stay. */
export function unescaped(escaped: string): Unescaped | null {
  if (!escaped.includes('&') || escaped.search(ENTITY) < 0) return null;
  /** Where a sign ends, and how much longer the text with the escapes is up to there. */
  const ends: number[] = [];
  const longer: number[] = [];
  let more = 0;
  const text = escaped.replace(ENTITY, (entity, name: string, at: number) => {
    ends.push(at - more + 1);
    more += entity.length - 1;
    longer.push(more);
    return SIGNS[name.replace(/^#0?/, '').toLowerCase()] ?? '&';
  });
  return {
    text,
    original(offset) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((ends[middle] ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (longer[low - 1] ?? 0);
    },
  };
}
