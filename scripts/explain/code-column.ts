import type { Catalogue } from '../../lib/catalogue/catalogue.ts';

/** A line that is a code and nothing else, or how often it stood and the code, as `sort | uniq -c` prints. */
const LINE = /^\s*(?:(\d{1,12})\s+)?#?(-?\d{1,7}|[A-Z][A-Z0-9_]{2,60})(?:[/.](\d{1,7}))?\s*$/;
/** So many lines decide. */
const LOOK = 500;
/** A list of other numbers has a code among them now and then. */
const LEAST_KNOWN = 0.5;

/** Counts the codes of a column, such as `cut -f3 log` prints. */
export interface CodeColumn {
  /** @param text Whole lines. What is no code is passed over. */
  push(text: string): void;
  /** In order of appearance. */
  counts(): readonly { code: string; subcode: string | null; count: number }[];
}

/** True for a text of several lines that are all codes, half of them known: there the place proves what they are. */
export function isColumn(text: string, { meaningsOf }: Catalogue): boolean {
  const lines = text
    .slice(0, LOOK * 20)
    .split('\n', LOOK)
    .filter((line) => line.trim() !== '');
  // The last may be cut.
  const whole = text.length > LOOK * 20 ? lines.slice(0, -1) : lines;
  const codes = whole.map((line) => LINE.exec(line)?.[2]);
  if (codes.length < 2 || codes.includes(undefined)) return false;
  const distinct = [...new Set(codes)];
  return distinct.filter((code) => meaningsOf(code ?? '').length > 0).length >= distinct.length * LEAST_KNOWN;
}

export function openColumn(): CodeColumn {
  const found = new Map<string, { code: string; subcode: string | null; count: number }>();
  return {
    push(text) {
      for (const line of text.split('\n')) {
        const [, times = '1', code, subcode = null] = LINE.exec(line) ?? [];
        if (code === undefined) continue;
        const id = `${code}/${subcode ?? ''}`;
        const known = found.get(id);
        if (known) known.count += Number(times);
        else found.set(id, { code, subcode, count: Number(times) });
      }
    },
    counts: () => [...found.values()],
  };
}
