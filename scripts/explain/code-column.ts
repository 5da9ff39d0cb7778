import type { Catalogue } from '../../lib/catalogue/catalogue.ts';

/** Matches a line that is only a code, or a count and a code, as `sort | uniq -c` prints. */
const CODE_LINE = /^\s*(?:(\d{1,12})\s+)?#?(-?\d{1,7}|[A-Z][A-Z0-9_]{2,60})(?:[/.](\d{1,7}))?\s*$/;
const MAX_LINES_READ = 500;
/** Minimum share of known codes. A list of other numbers contains a few by chance. */
const MIN_KNOWN_SHARE = 0.5;

/** Counts the codes of a column, such as the output of `cut -f3 log`. */
export interface CodeColumn {
  /** @param text Whole lines. Lines without a code are skipped. */
  push(text: string): void;
  /** Returns the counts in order of appearance. */
  getCounts(): readonly { code: string; subcode: string | null; count: number }[];
}

/** Returns true if every line of a text is a code and half of them are known. Then no other evidence is needed. */
export function isColumn(text: string, { meaningsOf }: Catalogue): boolean {
  const lines = text
    .slice(0, MAX_LINES_READ * 20)
    .split('\n', MAX_LINES_READ)
    .filter((line) => line.trim() !== '');
  // The last line may be truncated.
  const whole = text.length > MAX_LINES_READ * 20 ? lines.slice(0, -1) : lines;
  const codes = whole.map((line) => CODE_LINE.exec(line)?.[2]);
  if (codes.length < 2 || codes.includes(undefined)) return false;
  const distinct = [...new Set(codes)];
  return (
    distinct.filter((code) => meaningsOf(code ?? '').length > 0).length >= distinct.length * MIN_KNOWN_SHARE
  );
}

export function createCodeColumn(): CodeColumn {
  const found = new Map<string, { code: string; subcode: string | null; count: number }>();
  return {
    push(text) {
      for (const line of text.split('\n')) {
        const [, times = '1', code, subcode = null] = CODE_LINE.exec(line) ?? [];
        if (code === undefined) continue;
        const id = `${code}/${subcode ?? ''}`;
        const known = found.get(id);
        if (known) known.count += Number(times);
        else found.set(id, { code, subcode, count: Number(times) });
      }
    },
    getCounts: () => [...found.values()],
  };
}
