// `npm run bench -- --engine`: what finding the codes of a log costs, as a multiple of one plain pass of /\d+/g over the same text in the same run.
import { readCatalogue } from '../../build/read-catalogue.ts';
import { type CodeIndex, indexData, openIndex } from '../../lib/detect/code-index.ts';
import { detect, isStrong } from '../../lib/detect/detect.ts';
import { chunksOf } from '../../lib/explain/chunks.ts';
import { DENSITIES, type Density, logBlocks } from './logs.ts';
import { type Figure, figure, median } from './samples.ts';

interface EngineSample {
  density: Density;
  /** Millions of characters. */
  size: number;
  /** Per run. */
  plainMs: number[];
  engineMs: number[];
  ratios: number[];
  /** Median of the ratios. */
  ratio: number;
  hits: number;
}

export interface EngineBench {
  samples: EngineSample[];
  /** Ratio at the largest size to that at the smallest: 1 where time grows as the text does. */
  growth: Record<Density, number>;
}

/**
 * Measures the engine over logs, block by block, as the decoder and `npm run explain` read them.
 *
 * @param sizes In millions of characters, ascending. Blocks are made as they are read: a hundred million characters never lie in memory at once.
 */
export function benchEngine(runs: number, sizes: readonly number[] = [1, 10, 100]): EngineBench {
  const index = openIndex(indexData(readCatalogue()));
  const samples: EngineSample[] = [];
  const densities = Object.keys(DENSITIES) as Density[];
  // Compiled before it is measured: a pass of a few milliseconds would show nothing but that.
  for (const density of densities) measure(density, 4, index);
  for (const density of densities) {
    for (const size of sizes) {
      const all = Array.from({ length: runs }, () => measure(density, size, index));
      const ratios = all.map(({ plainMs, engineMs }) => engineMs / plainMs);
      samples.push({
        density,
        size,
        plainMs: all.map(({ plainMs }) => plainMs),
        engineMs: all.map(({ engineMs }) => engineMs),
        ratios,
        ratio: median(ratios),
        hits: all[0]?.hits ?? 0,
      });
    }
  }
  const growth = Object.fromEntries(
    densities.map((density) => {
      const own = samples.filter((sample) => sample.density === density);
      return [density, (own.at(-1)?.ratio ?? 0) / (own[0]?.ratio || 1)];
    }),
  ) as Record<Density, number>;
  return { samples, growth };
}

/** One run: every block is read plainly and by the engine, turn by turn, so that both meet the same machine. */
function measure(density: Density, size: number, index: CodeIndex) {
  let plainMs = 0;
  let engineMs = 0;
  let digits = 0;
  let hits = 0;
  // A small log several times over: a few milliseconds are no measure.
  const rounds = Math.max(1, Math.round(10 / size));
  for (let round = 0; round < rounds; round++) {
    for (const block of logBlocks(size * 1_000_000, density)) {
      const start = performance.now();
      for (const _ of block.matchAll(/\d+/g)) digits++;
      const middle = performance.now();
      for (const chunk of chunksOf(block)) hits += detect(chunk, index).filter(isStrong).length;
      plainMs += middle - start;
      engineMs += performance.now() - middle;
    }
  }
  if (digits === 0) throw new Error('the log holds no digits');
  return { plainMs: plainMs / rounds, engineMs: engineMs / rounds, hits: hits / rounds };
}

/** The goals are those of the largest log. */
export function engineFigures({ samples, growth }: EngineBench): Figure[] {
  const largest = Math.max(...samples.map(({ size }) => size));
  const most = { rare: 3, dense: 10 } as Record<string, number>;
  const goalOf = (density: string, size: number) => {
    const limit = most[density];
    return size === largest && limit !== undefined ? { most: limit } : null;
  };
  return [
    ...samples.map(({ density, size, ratios }) =>
      figure(
        `engine, ${size} MB of log, ${density} codes, against /\\d+/g`,
        ratios,
        '×',
        goalOf(density, size),
      ),
    ),
    ...Object.entries(growth).map(([density, times]) =>
      figure(`engine, ${density}: cost of a character, largest log against smallest`, [times], '×', {
        most: 1.5,
      }),
    ),
  ];
}
