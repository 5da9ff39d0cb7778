import { RETRIES, TURNS } from '../../data/schema.ts';
import { sumCounts } from '../../lib/answer/format/failure-counts.ts';
import type { Finding } from '../../lib/answer/paste/finding.ts';
import { groupBy } from '../../lib/core/group-by.ts';
import { getPublishedVerdict } from '../../lib/core/published-verdict.ts';

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
    .flatMap(([first, ...others]) =>
      first ? { ...first, count: first.count + sumCounts(others) } : [],
    )
    .sort((a, b) => b.count - a.count);

  const counted = codes.filter(({ cause }) => cause === null);
  const known = counted.filter(({ key }) => key !== null);

  const tally = <K extends string>(
    keys: readonly (K | null)[],
    field: 'turn' | 'retry' | 'provider',
  ) => {
    const counts = keys.map(
      (key) =>
        [key, sumCounts(known.filter((row) => row[field] === key))] as const,
    );

    return Object.fromEntries(counts) as Record<K, number>;
  };

  return {
    total: sumCounts(counted),
    known: sumCounts(known),
    unknown: sumCounts(counted) - sumCounts(known),
    left,
    turns: tally(TURNS, 'turn'),
    retries: tally(RETRIES, 'retry'),
    providers: tally(
      [...new Set(known.map(({ provider }) => provider))],
      'provider',
    ),
    /** Most frequent first. */
    codes,
  };
}

/** `wait` is in seconds. A failure with a `cause` is counted there. `others` are the meanings that the text leaves open. */
function createCodeCount({
  count,
  code,
  subcode,
  entry,
  cause,
  ambiguous,
  others,
}: Finding) {
  const { key = null, provider = null, title = null } = entry ?? {};

  const {
    turn = null,
    retry = null,
    wait = null,
  } = entry ? getPublishedVerdict(entry) : {};

  const open = ambiguous ? others.map((other) => other.key) : [];

  return {
    count,
    code,
    subcode,
    key,
    provider,
    title,
    turn,
    retry,
    wait,
    cause,
    others: open,
  };
}
