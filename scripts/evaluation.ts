import type { CodeIndex, Meaning } from '../lib/detect/code-index.ts';
import { detect, isConfident } from '../lib/detect/detect.ts';
import type { Hit, TextContext } from '../lib/detect/hit.ts';
import type { CorpusLabel, CorpusLine } from './corpus.ts';

export type HitTally = Record<'right' | 'wrong' | 'missed', number>;
export type Score = ReturnType<typeof computeScore>;
type CorpusSpot = ReturnType<typeof createSpot>;

export type Evaluation = ReturnType<typeof evaluate>;

/** A correct hit whose best meaning (`first`: its key) belongs to another provider than the label. */
type UnresolvedHit = CorpusSpot & { provider: string; first: string | null };

interface LineResult {
  tally: HitTally;
  misses: ReturnType<typeof createMiss>[];
  /** Number of the correct hits with a labelled provider. */
  resolvable: number;
  unresolved: UnresolvedHit[];
}

/**
 * Runs the engine over a corpus. Only strong hits count. An optional label is neither required nor wrong. Ambiguous
 * snippets do not count.
 */
export function evaluate(lines: readonly CorpusLine[], index: CodeIndex) {
  const counted = lines.filter(({ ambiguous }) => !ambiguous);
  const results = counted.map((line) => evaluateLine(line, index));

  const byKind = Map.groupBy(results, (_, at) => counted[at]?.kind ?? '');
  const kinds = [...byKind].sort(([a], [b]) => a.localeCompare(b));

  const unresolved = results.flatMap((result) => result.unresolved);
  const resolvable = results.reduce((all, one) => all + one.resolvable, 0);

  return {
    ...computeScore(sumTallies(results)),
    /** Among correct hits with a labelled provider: share whose best meaning belongs to that provider. */
    resolved: resolvable === 0 ? 1 : 1 - unresolved.length / resolvable,
    kinds: Object.fromEntries(
      kinds.map(([kind, own]) => [kind, computeScore(sumTallies(own))]),
    ),
    misses: results.flatMap(({ misses }) => misses),
    unresolved,
  };
}

function sumTallies(results: readonly LineResult[]): HitTally {
  const sum = (what: keyof HitTally) =>
    results.reduce((all, { tally }) => all + tally[what], 0);

  return { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') };
}

function evaluateLine(line: CorpusLine, index: CodeIndex): LineResult {
  const result: LineResult = {
    tally: { right: 0, wrong: 0, missed: 0 },
    misses: [],
    resolvable: 0,
    unresolved: [],
  };

  const { tally, misses } = result;
  const labels = new Set(line.codes);
  const hits = detect(line.text, index, getTextContext(line));

  for (const hit of hits.filter(isConfident)) {
    const label = line.codes.find(
      ({ start, end }) => start < hit.end && hit.start < end,
    );

    if (label) labels.delete(label);
    if (label?.optional) continue;

    const what = judgeHit(hit, label);

    if (what) {
      misses.push(createMiss(line, what, hit, index));
      tally.wrong++;
      if (label) tally.missed++;
    } else {
      tally.right++;
      checkProvider(result, line, hit, label?.provider);
    }
  }

  for (const label of labels) {
    if (label.optional) continue;
    misses.push(createMiss(line, 'missed', label, index));
    tally.missed++;
  }

  return result;
}

function checkProvider(
  result: LineResult,
  line: CorpusLine,
  hit: Hit,
  provider: string | null | undefined,
): void {
  if (!provider) return;

  const [first] = hit.meanings;

  result.resolvable++;
  if (first && belongsToRegistry(first, provider)) return;

  result.unresolved.push({
    ...createSpot(line, hit),
    provider,
    first: first?.key ?? null,
  });
}

export const getTextContext = ({
  host,
  context,
}: Pick<CorpusLine, 'host' | 'context'>): TextContext =>
  ({ ...(host && { host }), ...context }) as TextContext;

function judgeHit(hit: Hit, label: CorpusLabel | undefined) {
  if (!label) return 'false alarm';
  if (hit.start !== label.start || hit.end !== label.end) return 'wrong span';
  return hit.code === label.code ? null : 'wrong code';
}

/** The corpus uses coarser names for Meta's APIs than the catalogue. */
function belongsToRegistry(
  { provider, api, code, key }: Meaning,
  label: string,
): boolean {
  if (label !== 'graph' && !label.startsWith('meta-'))
    return provider === label;

  if (provider !== 'meta' || (api === 'onprem') !== (label === 'meta-onprem'))
    return false;

  // The catalogue lists subcodes and the Graph API's small numbers under the API that returns them, usually the Cloud API.
  if (label === 'graph')
    return api !== 'cloud' || !/^13\d{4}$/.test(code) || /\.\d+/.test(key);

  return (
    /-(?:onprem|cloud)$/.test(label) ||
    api === label.slice(5) ||
    api === 'management'
  );
}

function createMiss(
  line: CorpusLine,
  what: NonNullable<ReturnType<typeof judgeHit>> | 'missed',
  at: Pick<CorpusLabel, 'code' | 'start' | 'end'>,
  index: CodeIndex,
) {
  const before = line.text.slice(Math.max(0, at.start - 60), at.start);
  const after = line.text.slice(at.end, at.end + 60);
  const judged = detect(line.text, index, getTextContext(line), 0);

  const seen = judged.find(
    ({ start, end }) => start < at.end && at.start < end,
  );

  const known = index.meaningsOf(at.code).length > 0;

  return {
    ...createSpot(line, at),
    what,
    snippet: `${before}‹${line.text.slice(at.start, at.end)}›${after}`.replace(
      /\s+/g,
      ' ',
    ),
    /** Null if the text there is not a candidate. */
    strength: seen?.confidence ?? null,
    /** The strongest evidence for and against it, whether it is a hit or not. */
    evidence: seen?.evidence ?? [],
    ...(!seen && {
      why: known ? 'no code by its form' : 'not in the catalogue',
    }),
  };
}

const createSpot = (
  { id, kind }: CorpusLine,
  { code, start, end }: Pick<CorpusLabel, 'code' | 'start' | 'end'>,
) => ({
  id,
  kind,
  code,
  start,
  end,
});

export function computeScore(tally: HitTally) {
  const { right, wrong, missed } = tally;
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);

  const f1 =
    precision + recall === 0
      ? 0
      : (2 * precision * recall) / (precision + recall);

  return {
    ...tally,
    precision,
    recall,
    f1,
  };
}
