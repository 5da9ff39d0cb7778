import * as v from 'valibot';
import type { Evaluation, Spot } from './evaluation.ts';
import { parseSaved } from './saved-run.ts';

const spot = { id: v.string(), kind: v.string(), code: v.string(), start: v.number(), end: v.number() };
const baselineSchema = v.object({
  f1: v.number(),
  precision: v.number(),
  recall: v.number(),
  kinds: v.record(v.string(), v.object({ f1: v.number() })),
  misses: v.array(v.object({ ...spot, what: v.string() })),
  // Runs that were saved before this was told.
  unresolved: v.optional(v.array(v.object({ ...spot, provider: v.string() })), []),
  corpus: v.optional(v.object({ snippets: v.number(), codes: v.number() })),
});

/** An earlier run, as `--json` printed it. */
export type Baseline = v.InferOutput<typeof baselineSchema>;

/** What differs between two runs over the same corpus. */
export interface Comparison {
  /** Mistakes of the earlier run that are no more, and those that are new, by kind; each `what code in id`. */
  gained: Record<string, string[]>;
  lost: Record<string, string[]>;
  /** Kinds whose F1 changed: before and after. */
  kinds: Record<string, [number, number]>;
  f1: [number, number];
  /** False where the runs were over corpora of different size, so that little can be compared. */
  sameCorpus: boolean;
}

export const parseBaseline = (content: string): Baseline => parseSaved(baselineSchema, content);

/** What a change of rule gained and lost: mistakes are told apart by their snippet, place and sort. */
export function compare(before: Baseline, now: Evaluation): Comparison {
  const old = mistakesOf(before);
  const current = mistakesOf(now);
  const kinds: Comparison['kinds'] = {};
  for (const kind of new Set([...Object.keys(before.kinds), ...Object.keys(now.kinds)])) {
    const pair: [number, number] = [before.kinds[kind]?.f1 ?? 1, now.kinds[kind]?.f1 ?? 1];
    if (pair[0] !== pair[1]) kinds[kind] = pair;
  }
  return {
    gained: without(old, current),
    lost: without(current, old),
    kinds,
    f1: [before.f1, now.f1],
    sameCorpus:
      before.corpus === undefined ||
      (before.corpus.snippets === now.corpus.snippets && before.corpus.codes === now.corpus.codes),
  };
}

type Mistakes = Map<string, { kind: string; told: string }>;

function mistakesOf({ misses, unresolved }: Pick<Baseline, 'misses' | 'unresolved'> | Evaluation): Mistakes {
  const mistakes: Mistakes = new Map();
  const add = (what: string, { id, kind, code, start }: Spot) =>
    mistakes.set(`${what} ${id} ${start} ${code}`, { kind, told: `${what}: ${code} at ${start} in ${id}` });
  for (const miss of misses) add(miss.what, miss);
  for (const one of unresolved) add(`not resolved to ${one.provider}`, one);
  return mistakes;
}

function without(all: Mistakes, others: Mistakes): Record<string, string[]> {
  const left: Record<string, string[]> = {};
  for (const [key, { kind, told }] of all) {
    if (others.has(key)) continue;
    left[kind] = [...(left[kind] ?? []), told];
  }
  return left;
}
