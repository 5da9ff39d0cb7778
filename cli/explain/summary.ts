import { RETRIES, type Retry, TURNS, type Turn } from '../../data/schema.ts';
import type { Finding } from '../../lib/paste/finding.ts';

export interface CodeCount {
  count: number;
  code: string;
  subcode: string | null;
  /** Key in the catalogue. This and the fields down to `retry` are null for an unknown code. */
  key: string | null;
  provider: string | null;
  title: string | null;
  turn: Turn | null;
  retry: Retry | null;
  /** Seconds. */
  wait: number | null;
  /** The inner code that this one only passes on. The failure is counted there, not in the totals. */
  cause: string | null;
  /** Alternatives to `key` that the text does not rule out. */
  others: readonly string[];
}

/** Counts of a text. `total` is known + unknown. Turns, retries and providers each add up to `known`. */
export interface Summary {
  total: number;
  known: number;
  unknown: number;
  /** Number of errors beyond the first 500 kinds, which are not in `total`. */
  left: number;
  turns: Readonly<Record<Turn, number>>;
  retries: Readonly<Record<Retry, number>>;
  /** By provider id, most frequent first. */
  providers: Readonly<Record<string, number>>;
  /** Most frequent first. */
  codes: readonly CodeCount[];
}

/** Counts by code, provider, who has to act and whether a retry helps. A failure that two codes report counts once. */
export function summarize(findings: readonly Finding[], left = 0): Summary {
  const rows = new Map<string, CodeCount>();
  for (const finding of findings) {
    const row = createCodeCount(finding);
    // The nearby text may change the verdict of a code.
    const id = [row.code, row.subcode, row.key, row.cause, row.turn, row.retry].join('|');
    const known = rows.get(id);
    if (known) known.count += row.count;
    else rows.set(id, row);
  }
  const codes = [...rows.values()].sort((a, b) => b.count - a.count);
  const counted = codes.filter(({ cause }) => cause === null);
  const known = counted.filter(({ key }) => key !== null);
  return {
    total: sumCodeCounts(counted),
    known: sumCodeCounts(known),
    unknown: sumCodeCounts(counted) - sumCodeCounts(known),
    left,
    turns: tallyBy(TURNS, known, ({ turn }) => turn),
    retries: tallyBy(RETRIES, known, ({ retry }) => retry),
    providers: tallyBy(
      [...new Set(known.map(({ provider }) => provider ?? ''))],
      known,
      (row) => row.provider,
    ),
    codes,
  };
}

function createCodeCount({ count, code, subcode, entry, cause, ambiguous, others }: Finding): CodeCount {
  return {
    count,
    code,
    subcode,
    key: entry?.key ?? null,
    provider: entry?.provider ?? null,
    title: entry?.title ?? null,
    turn: entry?.verdict.turn ?? null,
    retry: entry?.verdict.retry ?? null,
    wait: entry?.verdict.wait ?? null,
    cause,
    others: ambiguous ? others.map(({ key }) => key) : [],
  };
}

function tallyBy<K extends string>(
  keys: readonly K[],
  rows: readonly CodeCount[],
  of: (row: CodeCount) => string | null,
): Record<K, number> {
  const counts = keys.map((key) => [key, sumCodeCounts(rows.filter((row) => of(row) === key))] as const);
  // Turns and retries keep their order. Providers come most frequent first, like their rows.
  return Object.fromEntries(counts) as Record<K, number>;
}

function sumCodeCounts(rows: readonly CodeCount[]): number {
  return rows.reduce((all, { count }) => all + count, 0);
}
