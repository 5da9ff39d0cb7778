import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createManifest } from '../build/manifest.ts';
import { readCatalogue } from '../build/read-catalogue.ts';
import {
  MAX_HOVER_DELAY_MS,
  MAX_OWN_CODES,
  MAX_OWN_WORDINGS,
} from '../lib/settings/settings.ts';
import { parseCorpus } from '../scripts/corpus.ts';
import { MEASURED_FIGURES } from './bench/measures.ts';
import { countCodesOn, createBenchPage } from './bench/pages.ts';
import { FIGURES as BENCH_FIGURES } from './bench/report.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const files = globSync(['*.md', 'docs/*.md', 'tests/**/*.md'], { cwd: ROOT })
  .filter((path) => path !== 'CHANGELOG.md')
  .map((path) => ({ path, text: read(path) }));
const documents = files.map(({ text }) => text).join('\n');

const { entries } = readCatalogue();
const { engines } = JSON.parse(read('package.json')) as {
  engines: { node: string };
};
const page = createBenchPage('heads');
const count = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].length;
const countLines = (corpus: string) =>
  parseCorpus(read(`tests/corpus/${corpus}.jsonl`)).filter(
    ({ ambiguous }) => !ambiguous,
  ).length;

/** What the documents say, with the figure as a group, in how many places, and what it is computed from. */
const FIGURES: readonly (readonly [
  says: RegExp,
  places: number,
  computed: number | string,
])[] = [
  [
    /(?:more than|over) ([\d,]+)\s(?:entries|codes) from Meta/gi,
    3,
    Math.floor(entries.length / 1_000) * 1_000,
  ],
  [
    /from Meta and (\d+)\sproviders/g,
    3,
    new Set(entries.map(({ provider }) => provider)).size - 1,
  ],
  // The package needs a `require` that loads ES modules.
  [/Node (\d[\d.]*) or newer/g, 3, engines.node.replace('>=', '')],
  [
    /Chrome, Edge\*\* \((\d+) or newer/g,
    1,
    createManifest('chrome', '').minimum_chrome_version ?? '',
  ],
  [
    /Firefox\*\* \((\d+) or newer/g,
    1,
    parseInt(
      createManifest('firefox', '').browser_specific_settings?.gecko
        ?.strict_min_version ?? '',
      10,
    ),
  ],
  ...['tuning', 'collisions', 'daily-life', 'shapes'].map(
    (corpus) =>
      [
        new RegExp(`^\\| ${corpus} \\| (\\d+) \\|`, 'gm'),
        1,
        countLines(corpus),
      ] as const,
  ),
  [
    /states in (\d+) languages/g,
    1,
    Object.keys(parse(read('tests/corpus/fields.yaml'))).length,
  ],
  [/a message log of ([\d,]+) rows/g, 1, count(page, /<tr>/g) - 1],
  [/ rows: ([\d,]+) texts/g, 1, count(page, /<td>[^<]/g)],
  [/ texts, (\d+) of them codes/g, 1, countCodesOn('heads')],
  [/explained like all others; at most (\d+)/g, 1, MAX_OWN_CODES],
  [/at most (\d+) texts of 4 to 120/g, 1, MAX_OWN_WORDINGS],
  [/`openPinned` \| 0 to (\d+)/g, 1, MAX_HOVER_DELAY_MS],
  [
    /goal: (\d+) % of the mutants/g,
    1,
    JSON.parse(read('stryker.config.json')).thresholds.break,
  ],
];

describe('figures in documents', () => {
  test.each(FIGURES)('%s', (says, places, computed) => {
    const said = files.flatMap(({ path, text }) =>
      Array.from(
        text.matchAll(says),
        ([, figure = '']) => `${path}: ${figure.replaceAll(',', '')}`,
      ),
    );
    expect(said).toEqual(
      said.map((one) => one.replace(/\S+$/, String(computed))),
    );
    expect(said).toHaveLength(places);
  });

  test('each figure of the benchmark is measured', () => {
    expect([...MEASURED_FIGURES].sort()).toEqual(
      BENCH_FIGURES.map(({ name }) => name).sort(),
    );
  });

  test('the weights are smaller than the documents say', () => {
    const [, most = ''] =
      /weights\.ts` \(under (\d+) KB gzip/.exec(documents) ?? [];
    expect(
      gzipSync(read('lib/detect/weights.ts'), { level: 9 }).length,
    ).toBeLessThan(Number(most) * 1024);
  });

  test.skipIf(process.env.FUZZ_RUNS)(
    'property tests run as many cases by day as the documents say',
    () => {
      const { numRuns = 0, interruptAfterTimeLimit = 0 } =
        fc.readConfigureGlobal();
      expect(documents).toContain(
        `${numRuns.toLocaleString('en')} cases, always the same, or what fits in ${interruptAfterTimeLimit / 1_000} s`,
      );
    },
  );
});

test('each decision has a file, or a line in the list of those that were replaced', () => {
  const listed = [
    ...read('docs/decisions/README.md').matchAll(/^- (\d{3}) .*: [\d, ]+$/gm),
  ];
  const files = readdirSync(join(ROOT, 'docs/decisions')).flatMap(
    (name) => /^\d{3}/.exec(name) ?? [],
  );
  const numbers = [...listed.map(([, number = '']) => number), ...files].sort();
  expect(numbers).toEqual(
    numbers.map((_, at) => String(at + 1).padStart(3, '0')),
  );
  for (const [line] of listed)
    for (const number of line.split(': ').pop()?.split(', ') ?? [])
      expect(files).toContain(number);
});
