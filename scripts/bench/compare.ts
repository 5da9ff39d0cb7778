import type { Figure } from './samples.ts';

/** A change of the median that lies outside of both spreads, and is more than this, is none of chance. */
const NOISE = 0.1;

/** Compares two runs, figure by figure, and tells a regression from noise. */
export function compare(
  before: readonly Figure[],
  after: readonly Figure[],
): { lines: string[]; worse: boolean } {
  let worse = false;
  const lines = ['', 'Against the earlier run:'];
  for (const now of after) {
    const then = before.find(({ name }) => name === now.name);
    if (!then) {
      lines.push(`  new     ${now.name}`);
      continue;
    }
    const change = then.value === 0 ? 0 : now.value / then.value - 1;
    const verdict = verdictOf(then, now, change);
    if (verdict === 'worse') worse = true;
    lines.push(
      `  ${verdict.padEnd(7)} ${now.name}: ${then.value.toFixed(2)} → ${now.value.toFixed(2)} (${(100 * change).toFixed(0)} %)`,
    );
  }
  return { lines, worse };
}

function verdictOf(then: Figure, now: Figure, change: number): 'same' | 'better' | 'worse' {
  const apart = now.spread[0] > then.spread[1] || now.spread[1] < then.spread[0];
  if (Math.abs(change) <= NOISE || !(apart || outside(then, now))) return 'same';
  const moreIsBetter = now.goal?.least !== undefined;
  return change > 0 === moreIsBetter ? 'better' : 'worse';
}

/** Each median lies outside of the other's spread. */
function outside(then: Figure, now: Figure): boolean {
  const lies = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;
  return !lies(now.value, then.spread) && !lies(then.value, now.spread);
}
