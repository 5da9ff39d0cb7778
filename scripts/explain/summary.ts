import { RETRIES, type Retry, TURNS, type Turn } from '../../data/schema.ts';
import type { Finding } from '../../lib/explain/finding.ts';

/** One code of a summary, with what it means there. */
export interface CodeCount {
  count: number;
  code: string;
  subcode: string | null;
  /** Of the catalogue; null, with all up to `retry`, where the catalogue does not know the code. */
  key: string | null;
  provider: string | null;
  title: string | null;
  turn: Turn | null;
  retry: Retry | null;
  wait: string | null;
  /** The inner code that this one only passes on. Counted there, so not in the totals. */
  cause: string | null;
  /** Nothing in the text decides between `key` and these. */
  others: readonly string[];
}

/** What a text holds, in numbers. `total` is known + unknown; turns, retries and providers each add up to `known`. */
export interface Summary {
  total: number;
  known: number;
  unknown: number;
  /** Errors of further kinds than the first 500, which are all that is kept of a text; not in `total`. */
  left: number;
  turns: Readonly<Record<Turn, number>>;
  retries: Readonly<Record<Retry, number>>;
  /** By provider id, most first. */
  providers: Readonly<Record<string, number>>;
  /** Most frequent first. */
  codes: readonly CodeCount[];
}

/** Counts by code, provider, whose turn it is and whether a retry helps. A failure that two codes report is one failure. */
export function summarise(findings: readonly Finding[], left = 0): Summary {
  const rows = new Map<string, CodeCount>();
  for (const finding of findings) {
    const row = rowOf(finding);
    // The words beside a code may change its verdict.
    const id = [row.code, row.subcode, row.key, row.cause, row.turn, row.retry].join('|');
    const known = rows.get(id);
    if (known) known.count += row.count;
    else rows.set(id, row);
  }
  const codes = [...rows.values()].sort((a, b) => b.count - a.count);
  const counted = codes.filter(({ cause }) => cause === null);
  const known = counted.filter(({ key }) => key !== null);
  return {
    total: sum(counted),
    known: sum(known),
    unknown: sum(counted) - sum(known),
    left,
    turns: tally(TURNS, known, ({ turn }) => turn),
    retries: tally(RETRIES, known, ({ retry }) => retry),
    providers: tally([...new Set(known.map(({ provider }) => provider ?? ''))], known, (row) => row.provider),
    codes,
  };
}

function rowOf({ count, code, subcode, entry, cause, ambiguous, others }: Finding): CodeCount {
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

function tally<K extends string>(
  keys: readonly K[],
  rows: readonly CodeCount[],
  of: (row: CodeCount) => string | null,
): Record<K, number> {
  const counts = keys.map((key) => [key, sum(rows.filter((row) => of(row) === key))] as const);
  // Turns and retries keep their order; providers come most first, as their rows do.
  return Object.fromEntries(counts) as Record<K, number>;
}

function sum(rows: readonly CodeCount[]): number {
  return rows.reduce((all, { count }) => all + count, 0);
}
