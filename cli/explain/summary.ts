import { RETRIES, TURNS } from '../../data/schema.ts';
import { groupBy } from '../../lib/core/group-by.ts';
import type { Finding } from '../../lib/paste/finding.ts';

/** One code with one verdict. `key` and the fields down to `wait` are null for an unknown code. */
export type CodeCount = ReturnType<typeof createCodeCount>;

/** `total` is known + unknown; turns, retries and providers each add up to `known`. `left` is beyond the total. */
export type Summary = ReturnType<typeof summarize>;

/** Counts by code, provider, who has to act and whether a retry helps. A failure that two codes report counts once. */
export function summarize(findings: readonly Finding[], left = 0) {
  // The nearby text may change the verdict of a code.
  const getId = ({ code, subcode, key, cause, turn, retry }: CodeCount) =>
    [code, subcode, key, cause, turn, retry].join('|');
  const codes = [...groupBy(findings.map(createCodeCount), getId).values()]
    .flatMap(([first, ...others]) => (first ? { ...first, count: first.count + sumCodeCounts(others) } : []))
    .sort((a, b) => b.count - a.count);
  const counted = codes.filter(({ cause }) => cause === null);
  const known = counted.filter(({ key }) => key !== null);
  const tally = <K extends string>(keys: readonly (K | null)[], field: 'turn' | 'retry' | 'provider') => {
    const counts = keys.map(
      (key) => [key, sumCodeCounts(known.filter((row) => row[field] === key))] as const,
    );
    return Object.fromEntries(counts) as Record<K, number>;
  };
  return {
    total: sumCodeCounts(counted),
    known: sumCodeCounts(known),
    unknown: sumCodeCounts(counted) - sumCodeCounts(known),
    left,
    turns: tally(TURNS, 'turn'),
    retries: tally(RETRIES, 'retry'),
    /** By provider id, most frequent first. */
    providers: tally([...new Set(known.map(({ provider }) => provider))], 'provider'),
    /** Most frequent first. */
    codes,
  };
}

const createCodeCount = ({ count, code, subcode, entry, cause, ambiguous, others }: Finding) => ({
  count,
  code,
  subcode,
  key: entry?.key ?? null,
  provider: entry?.provider ?? null,
  title: entry?.title ?? null,
  turn: entry?.verdict.turn ?? null,
  retry: entry?.verdict.retry ?? null,
  /** Seconds. */
  wait: entry?.verdict.wait ?? null,
  /** The inner code that this one only passes on. The failure is counted there, not in the totals. */
  cause,
  /** Alternatives to `key` that the text does not rule out. */
  others: ambiguous ? others.map(({ key }) => key) : [],
});

const sumCodeCounts = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0);
