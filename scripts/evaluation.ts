import type { CodeIndex, Meaning } from '../lib/detect/code-index.ts';
import {
  detect,
  isConfident,
  type JudgedCandidate,
  judgeCandidates as judgeAll,
} from '../lib/detect/detect.ts';
import type { Evidence, Hit, TextContext } from '../lib/detect/hit.ts';
import type { CorpusLabel, CorpusLine } from './corpus.ts';

/** Precision, recall and F1, with the counts of true positives, false positives and false negatives. */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
  right: number;
  wrong: number;
  missed: number;
}

export interface CorpusSpot {
  id: string;
  kind: string;
  code: string;
  start: number;
  end: number;
}

export interface Miss extends CorpusSpot {
  what: 'false alarm' | 'missed' | 'wrong span' | 'wrong code';
  snippet: string;
  /** Null if the text there is not a candidate. */
  strength: number | null;
  /** The strongest evidence for and against it, whether it is a hit or not. */
  evidence: readonly Evidence[];
  /** Why there is no evidence. */
  why?: 'not in the catalogue' | 'no code by its form';
}

/** A correct hit whose best meaning belongs to another provider than the label. */
export interface WrongProviderHit extends CorpusSpot {
  provider: string;
  /** Key of the best meaning. */
  first: string | null;
}

export interface Evaluation extends Score {
  /** Among correct hits with a labelled provider: share whose best meaning belongs to that provider. */
  resolved: number;
  kinds: Record<string, Score>;
  /** Scores for invented lines without a code, which were written to mislead. They are rare on real pages. */
  invented: Score;
  /** All other lines. */
  natural: Score;
  misses: Miss[];
  unresolved: WrongProviderHit[];
  /** Number of snippets and labels that counted. */
  corpus: { snippets: number; codes: number };
}

/**
 * Runs the engine over a corpus. Only strong hits count. An optional label is neither required nor wrong. Ambiguous
 * snippets do not count.
 */
export function evaluate(lines: readonly CorpusLine[], index: CodeIndex): Evaluation {
  const total: HitTally = { right: 0, wrong: 0, missed: 0 };
  const kinds: Record<string, HitTally> = {};
  const invented: HitTally = { right: 0, wrong: 0, missed: 0 };
  const natural: HitTally = { right: 0, wrong: 0, missed: 0 };
  const misses: Miss[] = [];
  const unresolved: WrongProviderHit[] = [];
  let resolvable = 0;
  let snippets = 0;
  for (const line of lines) {
    if (line.ambiguous) continue;
    snippets++;
    kinds[line.kind] ??= { right: 0, wrong: 0, missed: 0 };
    const ofKind = kinds[line.kind] as HitTally;
    const ofSource = line.made && line.codes.length === 0 ? invented : natural;
    const countHit = (what: keyof HitTally) => {
      total[what]++;
      ofKind[what]++;
      ofSource[what]++;
    };
    const context = getTextContext(line);
    const labels = new Set(line.codes);
    // Computed only for mistakes, because it is slow.
    let judged: readonly JudgedCandidate[] | null = null;
    const addMiss = (what: Miss['what'], at: LabelRange) => {
      judged ??= judgeAll(line.text, index, context);
      misses.push(createMiss(line, what, at, judged, index));
    };
    for (const hit of detect(line.text, index, context).filter(isConfident)) {
      const label = line.codes.find(({ start, end }) => start < hit.end && hit.start < end);
      if (label) labels.delete(label);
      if (label?.optional) continue;
      const what = judgeHit(hit, label);
      if (what) {
        addMiss(what, hit);
        countHit('wrong');
        if (label) countHit('missed');
        continue;
      }
      countHit('right');
      if (!label?.provider) continue;
      resolvable++;
      const [first] = hit.meanings;
      if (first && belongsToRegistry(first, label.provider)) continue;
      unresolved.push({ ...createSpot(line, hit), provider: label.provider, first: first?.key ?? null });
    }
    for (const label of labels) {
      if (label.optional) continue;
      addMiss('missed', label);
      countHit('missed');
    }
  }
  const sorted = Object.entries(kinds).sort(([a], [b]) => a.localeCompare(b));
  return {
    ...computeScore(total),
    ...total,
    resolved: resolvable === 0 ? 1 : 1 - unresolved.length / resolvable,
    invented: { ...computeScore(invented), ...invented },
    natural: { ...computeScore(natural), ...natural },
    kinds: Object.fromEntries(sorted.map(([kind, counts]) => [kind, { ...computeScore(counts), ...counts }])),
    misses,
    unresolved,
    corpus: { snippets, codes: total.right + total.missed },
  };
}

export const getTextContext = ({ host, context }: Pick<CorpusLine, 'host' | 'context'>): TextContext =>
  ({ ...(host && { host }), ...context }) as TextContext;

function judgeHit(hit: Hit, label: CorpusLabel | undefined): Miss['what'] | null {
  if (!label) return 'false alarm';
  if (hit.start !== label.start || hit.end !== label.end) return 'wrong span';
  return hit.code === label.code ? null : 'wrong code';
}

/** The corpus uses coarser names for Meta's APIs than the catalogue. */
function belongsToRegistry({ provider, api, code, key }: Meaning, label: string): boolean {
  if (label === 'meta-onprem') return provider === 'meta' && api === 'onprem';
  if (label === 'meta-cloud') return provider === 'meta' && api !== 'onprem';
  if (label === 'graph') {
    // The catalogue lists subcodes and the Graph API's small numbers under the API that returns them, usually the Cloud API.
    return (
      provider === 'meta' &&
      api !== 'onprem' &&
      (api !== 'cloud' || !/^13\d{4}$/.test(code) || /\.\d+/.test(key))
    );
  }
  if (label.startsWith('meta-'))
    return provider === 'meta' && (api === label.slice(5) || api === 'management');
  return provider === label;
}

type LabelRange = Pick<CorpusLabel, 'code' | 'start' | 'end'>;

function createMiss(
  line: CorpusLine,
  what: Miss['what'],
  at: LabelRange,
  judged: readonly JudgedCandidate[],
  index: CodeIndex,
): Miss {
  const before = line.text.slice(Math.max(0, at.start - 60), at.start);
  const after = line.text.slice(at.end, at.end + 60);
  const seen = judged.find(({ start, end }) => start < at.end && at.start < end);
  const known = index.meaningsOf(at.code).length > 0;
  return {
    ...createSpot(line, at),
    what,
    snippet: `${before}‹${line.text.slice(at.start, at.end)}›${after}`.replace(/\s+/g, ' '),
    strength: seen?.confidence ?? null,
    evidence: seen?.evidence ?? [],
    ...(!seen && { why: known ? 'no code by its form' : 'not in the catalogue' }),
  };
}

function createSpot(line: CorpusLine, { code, start, end }: LabelRange): CorpusSpot {
  return { id: line.id, kind: line.kind, code, start, end };
}

/** Counts of true positives, false positives and false negatives. */
export type HitTally = Pick<Score, 'right' | 'wrong' | 'missed'>;

export function computeScore({
  right,
  wrong,
  missed: addMiss,
}: HitTally): Pick<Score, 'precision' | 'recall' | 'f1'> {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + addMiss === 0 ? 1 : right / (right + addMiss);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
