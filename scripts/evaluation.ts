import type { CodeIndex, Meaning } from '../lib/detect/code-index.ts';
import { detect, isConfident } from '../lib/detect/detect.ts';
import type { Hit, TextContext } from '../lib/detect/hit.ts';
import type { CorpusLabel, CorpusLine } from './corpus.ts';

export type HitTally = Record<'right' | 'wrong' | 'missed', number>;
export type Score = ReturnType<typeof computeScore>;
type CorpusSpot = ReturnType<typeof createSpot>;

export type Evaluation = ReturnType<typeof evaluate>;

/**
 * Runs the engine over a corpus. Only strong hits count. An optional label is neither required nor wrong. Ambiguous
 * snippets do not count.
 */
export function evaluate(lines: readonly CorpusLine[], index: CodeIndex) {
  const kinds: Record<string, HitTally> = {};
  const misses: ReturnType<typeof createMiss>[] = [];

  /** Correct hits whose best meaning (`first`: its key) belongs to another provider than the label. */
  const unresolved: (CorpusSpot & {
    provider: string;
    first: string | null;
  })[] = [];

  let resolvable = 0;

  for (const line of lines.filter(({ ambiguous }) => !ambiguous)) {
    kinds[line.kind] ??= { right: 0, wrong: 0, missed: 0 };

    const tally = kinds[line.kind] as HitTally;
    const labels = new Set(line.codes);

    for (const hit of detect(line.text, index, getTextContext(line)).filter(
      isConfident,
    )) {
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
        continue;
      }

      tally.right++;
      if (!label?.provider) continue;
      resolvable++;

      const [first] = hit.meanings;
      if (first && belongsToRegistry(first, label.provider)) continue;

      unresolved.push({
        ...createSpot(line, hit),
        provider: label.provider,
        first: first?.key ?? null,
      });
    }

    for (const label of labels) {
      if (label.optional) continue;
      misses.push(createMiss(line, 'missed', label, index));
      tally.missed++;
    }
  }

  const sorted = Object.entries(kinds).sort(([a], [b]) => a.localeCompare(b));

  const sum = (what: keyof HitTally) =>
    Object.values(kinds).reduce((all, tally) => all + tally[what], 0);

  return {
    ...computeScore({
      right: sum('right'),
      wrong: sum('wrong'),
      missed: sum('missed'),
    }),
    /** Among correct hits with a labelled provider: share whose best meaning belongs to that provider. */
    resolved: resolvable === 0 ? 1 : 1 - unresolved.length / resolvable,
    kinds: Object.fromEntries(
      sorted.map(([kind, tally]) => [kind, computeScore(tally)]),
    ),
    misses,
    unresolved,
  };
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
) => ({ id, kind, code, start, end });

export function computeScore(tally: HitTally) {
  const { right, wrong, missed } = tally;
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);

  const f1 =
    precision + recall === 0
      ? 0
      : (2 * precision * recall) / (precision + recall);

  return { ...tally, precision, recall, f1 };
}
