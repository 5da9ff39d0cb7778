import * as v from 'valibot';
import { parseSaved } from '../saved-run.ts';
import type { Figure } from './samples.ts';

const runSchema = v.object({
  runs: v.number(),
  figures: v.array(
    v.object({
      name: v.string(),
      value: v.number(),
      spread: v.tuple([v.number(), v.number()]),
      unit: v.picklist(['×', 'ms', 'KB', '%', '']),
      goal: v.nullable(v.object({ most: v.exactOptional(v.number()), least: v.exactOptional(v.number()) })),
    }),
  ),
});

export const parseRun = (content: string) => parseSaved(runSchema, content);

/** A change of the median that lies outside of both spreads, and is more than this share, is none of chance. */
const NOISE = 0.1;

type Verdict = 'same' | 'better' | 'worse';

/** Compares two runs, figure by figure, and tells a regression from noise. */
export function compare(
  before: readonly Figure[],
  after: readonly Figure[],
): { lines: string[]; worse: boolean } {
  const count: Record<Verdict, number> = { same: 0, better: 0, worse: 0 };
  const lines = ['', 'Against the earlier run:'];
  for (const now of after) {
    const then = before.find(({ name }) => name === now.name);
    if (!then) {
      lines.push(`  new     ${now.name}`);
      continue;
    }
    const verdict = verdictOf(then, now);
    count[verdict]++;
    lines.push(
      `  ${verdict.padEnd(7)} ${now.name}: ${then.value.toFixed(2)} → ${now.value.toFixed(2)} (${changeOf(then.value, now.value)})`,
    );
  }
  lines.push(`  ${count.worse} worse, ${count.better} better, ${count.same} within the noise`);
  return { lines, worse: count.worse > 0 };
}

/** Of nothing, or of less than nothing, there is no share. */
function changeOf(then: number, now: number): string {
  const change = then > 0 ? 100 * (now / then - 1) : now - then;
  return `${change < 0 ? '' : '+'}${then > 0 ? `${change.toFixed(0)} %` : change.toFixed(2)}`;
}

function verdictOf(then: Figure, now: Figure): Verdict {
  const change = now.value - then.value;
  const apart = now.spread[0] > then.spread[1] || now.spread[1] < then.spread[0];
  if (Math.abs(change) <= leastOf(then) || !(apart || outside(then, now))) return 'same';
  const moreIsBetter = now.goal?.least !== undefined;
  return change > 0 === moreIsBetter ? 'better' : 'worse';
}

/** What may differ by chance: a share of the figure, or of its goal where it is next to nothing: late frames, nodes left, a difference of tasks. */
function leastOf({ value, goal }: Figure): number {
  const ofGoal = NOISE * (goal?.most ?? 0);
  return Math.abs(value) < ofGoal ? ofGoal : NOISE * Math.abs(value);
}

/** Each median lies outside of the other's spread. */
function outside(then: Figure, now: Figure): boolean {
  const lies = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;
  return !lies(now.value, then.spread) && !lies(then.value, now.spread);
}
