import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Log text for benchmarks: deterministic for a seed, with realistic numbers, times, URLs and words. */

interface SampleParts {
  log: { failures: string[]; routine: string[]; levels: string[] };
  /** The texts of each page, with `|` between them. */
  numbers: string[];
  page: Record<
    'heads' | 'codes' | 'first' | 'last' | 'templates' | 'languages',
    string
  >;
}

/** Building blocks of logs and pages. */
export const SAMPLE_PARTS: SampleParts = parse(
  readFileSync(join(import.meta.dirname, 'made.yaml'), 'utf8'),
);

/** Number of lines for each code: one code in each line, or as in the log of a failing service. */
const DENSITIES = { dense: 1, some: 10 } as const;
type Density = keyof typeof DENSITIES;

/** Yields blocks of about a megabyte, up to this total length in characters. Every block ends at the end of a line. */
export function* createLogBlocks(
  length: number,
  density: Density,
): Generator<string> {
  const random = createRandomInteger(20_261_120);
  let made = 0;
  let line = 0;

  while (made < length) {
    const lines: string[] = [];
    const size = Math.min(1_000_000, length - made);

    for (let block = 0; block < size; ) {
      const next = createLogLine(line++, DENSITIES[density], random);
      lines.push(next);
      block += next.length;
    }

    const text = lines.join('');

    made += text.length;
    yield text;
  }
}

function createLogLine(
  at: number,
  every: number,
  random: (below: number) => number,
): string {
  const formatTwoDigits = (value: number) => String(value).padStart(2, '0');
  const time = `2026-11-${formatTwoDigits(1 + (at % 28))}T${formatTwoDigits(at % 24)}:${formatTwoDigits(at % 60)}:${formatTwoDigits((at * 7) % 60)}.${100 + random(900)}Z`;
  const fails = at % every === every - 1;
  const { failures, routine, levels } = SAMPLE_PARTS.log;

  const text = fails
    ? failures[random(failures.length)]
    : routine[random(routine.length)];

  const level = fails ? 'ERROR' : levels[random(levels.length)]?.padEnd(5);

  const filled = text
    ?.replace(/\?/g, () => String(10_000_000 + random(89_999_999)))
    .replace(/#/g, (sign) => (fails ? sign : String(random(1000))));

  return `${time} ${level} [worker-${1 + (at % 16)}] ${filled}\n`;
}

/**
 * Returns a linear congruential generator: fast, and the same on every machine.
 *
 * @returns A function that returns an integer from 0 up to, but not including, its argument.
 */
export function createRandomInteger(seed: number): (below: number) => number {
  let state = seed;

  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
