/** Everything one run measured, by name. */
export type Samples = Record<string, number[]>;

export function note(samples: Samples, name: string, value: number): void {
  samples[name] ??= [];
  samples[name].push(value);
}

/**
 * Notes one value for a round in which something small was measured again and again, in turn with what it is held against: the median of its
 * turns but the first, which warms up.
 */
export function noteTurns(samples: Samples, turns: Samples): void {
  for (const [name, all] of Object.entries(turns)) note(samples, name, median(all.slice(1)));
}

/**
 * Notes how one is to the other, turn by turn, for what lasts so long that the machine works otherwise in the next turn: the median of a round, as
 * `one / other`.
 */
export function notePairs(samples: Samples, turns: Samples, one: string, other: string): void {
  const [above = [], below = []] = [turns[one], turns[other]];
  note(samples, `${one} / ${other}`, median(above.map((ms, turn) => ms / (below[turn] ?? 1)).slice(1)));
}

export function median(all: readonly number[]): number {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** What a figure is held against: `at most 5`. */
export interface Goal {
  most?: number;
  least?: number;
}

/** One line of the table: a figure that means the same on every machine. */
export interface Figure {
  name: string;
  value: number;
  /** Least and most of the single runs. */
  spread: readonly [number, number];
  unit: '×' | 'ms' | 'KB' | '%' | '';
  goal: Goal | null;
}

/** The ratio of two measurements, run by run, so that a slow moment of the machine counts on both sides. */
export function ratio(
  samples: Samples,
  name: string,
  of: string,
  to: string,
  goal: Goal | null = null,
): Figure {
  const below = samples[to] ?? [];
  const ratios = (samples[of] ?? []).map((value, run) => value / (below[run] ?? Number.NaN));
  return figure(name, ratios, '×', goal);
}

export function figure(
  name: string,
  values: readonly number[],
  unit: Figure['unit'],
  goal: Goal | null = null,
): Figure {
  return { name, value: median(values), spread: [Math.min(...values), Math.max(...values)], unit, goal };
}

export function isMet({ value, goal }: Figure): boolean | null {
  if (!goal) return null;
  return (
    value <= (goal.most ?? Number.POSITIVE_INFINITY) && value >= (goal.least ?? Number.NEGATIVE_INFINITY)
  );
}
