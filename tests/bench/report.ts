import { LAYOUTS } from './pages.ts';

/** Results of one measurement, by name of the metric. */
export type Values = Record<string, number>;
/** The measured event did not happen. JSON has null. */
export const MISSING = Number.POSITIVE_INFINITY;

interface Figure {
  /** Name for `--only`. */
  name: string;
  says: string;
  unit: string;
  /** Target: the maximum value. */
  most: number;
}

const NAMES = {
  heads: 'table with heads',
  headless: 'table without heads',
  tables: '990 small tables',
  grid: 'ARIA grid',
  amounts: 'table, each amount a code',
  'amounts-headless': 'table without heads, each amount a code',
  'amounts-tables': '990 small tables, each amount a code',
  'amounts-grid': 'grid, each amount a code',
} as const;
const forEachLayout = (
  name: string,
  says: string,
  unit: string,
  max: number,
  ofAmounts = max,
): Figure[] =>
  LAYOUTS.map((layout) => ({
    name: `${name}-${layout}`,
    says: `${says}, ${NAMES[layout]}`,
    unit,
    most: layout.startsWith('amounts') ? ofAmounts : max,
  }));

export const FIGURES: readonly Figure[] = [
  ...forEachLayout(
    'script',
    "huge page: the page's script against the cold walk",
    '×',
    12,
    25,
  ),
  ...forEachLayout('task', 'huge page: longest task of ours', 'ms', 50),
  ...forEachLayout('marked', 'huge page: last code marked', 'ms', 1_000),
  ...forEachLayout('unmarked', 'huge page: codes without a mark', '%', 3),
  {
    name: 'script-limits',
    says: "the same, 131049 in each row: the page's script against the cold walk",
    unit: '×',
    most: 40,
  },
  {
    name: 'task-limits',
    says: 'the same: longest task of ours',
    unit: 'ms',
    most: 50,
  },
  {
    name: 'marked-limits',
    says: 'the same: last code marked',
    unit: 'ms',
    most: 3_000,
  },
  {
    name: 'unmarked-limits',
    says: 'the same: codes without a mark',
    unit: '%',
    most: 3,
  },
  {
    name: 'bound-text',
    says: 'huge page: its whole text with one pattern, against the cold walk',
    unit: '×',
    most: 1,
  },
  {
    name: 'bound-library',
    says: 'huge page: mark.js with the same pattern, against the cold walk',
    unit: '×',
    most: 60,
  },
  { name: 'heap', says: 'huge page: heap added', unit: 'MB', most: 10 },
  { name: 'mutation', says: 'a mutation, of 20,000', unit: 'µs', most: 30 },
  {
    name: 'storm',
    says: "20,000 mixed changes a second, card open: share of the page's thread",
    unit: '%',
    most: 10,
  },
  {
    name: 'restless',
    says: 'a code that a never-resting page writes, marked',
    unit: 'ms',
    most: 1_000,
  },
  {
    name: 'scroll',
    says: 'a grid that reuses its rows scrolls by 60 px a frame: codes without a mark',
    unit: '%',
    most: 5,
  },
  {
    name: 'plain-size',
    says: 'page without codes: script loaded',
    unit: 'KB',
    most: 12,
  },
  {
    name: 'plain-script',
    says: 'page without codes: script run',
    unit: 'ms',
    most: 3,
  },
  {
    name: 'numbers-loaded',
    says: 'ten pages with numbers, no code: pages that load the annotator',
    unit: 'of 10',
    most: 2,
  },
  {
    name: 'numbers-size',
    says: 'the same: script loaded in a page',
    unit: 'KB',
    most: 12,
  },
  {
    name: 'numbers-script',
    says: 'the same: script run in a page',
    unit: 'ms',
    most: 3,
  },
  {
    name: 'numbers-messages',
    says: 'the same: sent by a page',
    unit: 'messages',
    most: 2,
  },
  {
    name: 'load-first',
    says: "first mark after a page's load, browser just started",
    unit: 'ms',
    most: 600,
  },
  {
    name: 'load',
    says: "first mark after a page's load",
    unit: 'ms',
    most: 250,
  },
  {
    name: 'load-ratio',
    says: 'the same against an empty extension that marks one range',
    unit: '×',
    most: 5,
  },
  {
    name: 'load-pages',
    says: 'first mark after load, pages of tests/pages',
    unit: 'ms',
    most: 250,
  },
  {
    name: 'load-stopped',
    says: 'the same with a stopped worker',
    unit: 'ms',
    most: 600,
  },
  {
    name: 'card',
    says: "first card after the pointer's rest",
    unit: 'ms',
    most: 60,
  },
  {
    name: 'popup',
    says: 'longest task while the popup opens',
    unit: 'ms',
    most: 100,
  },
  {
    name: 'popup-memory',
    says: 'memory that its scripts keep',
    unit: 'MB',
    most: 60,
  },
  {
    name: 'paste',
    says: '5 MB of log pasted into the popup',
    unit: 's',
    most: 3,
  },
  {
    name: 'paste-first',
    says: 'the first result of 5 MB of log pasted',
    unit: 'ms',
    most: 300,
  },
  {
    name: 'table-first',
    says: 'a million rows in the page of a table: read when the first picture is shown',
    unit: 'rows',
    most: 50_000,
  },
  {
    name: 'table-memory',
    says: "the same: most memory of the page's process for itself",
    unit: 'MB',
    most: 400,
  },
  {
    name: 'explain',
    says: '10 MB of log through `npm run explain -- -`',
    unit: 's',
    most: 10,
  },
  {
    name: 'start-code',
    says: 'a code on the command line, against a bare start of Node',
    unit: '×',
    most: 15,
  },
  { name: 'start-words', says: 'words, the same', unit: '×', most: 15 },
  { name: 'start-payload', says: 'a payload, the same', unit: '×', most: 15 },
  {
    name: 'start-memory',
    says: 'most memory of these processes',
    unit: 'MB',
    most: 200,
  },
  { name: 'webhook', says: 'a webhook explained', unit: 'ms', most: 0.225 },
  {
    name: 'webhook-parse',
    says: 'the same against a parse of its JSON',
    unit: '×',
    most: 120,
  },
  { name: 'log', says: '1 MB of log explained', unit: 'ms', most: 211 },
  {
    name: 'log-pattern',
    says: 'the same against one regular expression',
    unit: '×',
    most: 240,
  },
  {
    name: 'explain-growth',
    says: '10 MB through `explain` against 5 MB',
    unit: '×',
    most: 2.2,
  },
  {
    name: 'shapes-time',
    says: '4 MB of log explained by its shapes, against its chunks judged one by one',
    unit: '×',
    most: 0.1,
  },
  {
    name: 'shapes-lines',
    says: 'four times the lines of the same shapes: time',
    unit: '×',
    most: 4.4,
  },
  {
    name: 'shapes-kinds',
    says: 'the same lines with four times the templates: time',
    unit: '×',
    most: 4.4,
  },
  {
    name: 'shapes-one-code',
    says: 'logs whose failures have one code, four separators: missed and false',
    unit: '%',
    most: 1,
  },
  {
    name: 'shapes-short-codes',
    says: 'a log with short codes, prices, traces: missed and false',
    unit: '%',
    most: 1,
  },
  {
    name: 'shapes-changed',
    says: 'codes whose count changes with chunks, order or repetition',
    unit: 'codes',
    most: 0,
  },
  {
    name: 'peer-grep',
    says: '10 MB of log explained, against `grep -owF` with all codes',
    unit: '×',
    most: 20,
  },
  { name: 'peer-rg', says: 'the same against `rg`', unit: '×', most: 40 },
  {
    name: 'peer-sort',
    says: 'the same against `sort` and `uniq -c`',
    unit: '×',
    most: 40,
  },
  {
    name: 'peer-jq',
    says: 'the same as JSON lines, against `jq -r .msg`',
    unit: '×',
    most: 5,
  },
  {
    name: 'peer-pino',
    says: 'the same as JSON lines, against `pino-pretty`',
    unit: '×',
    most: 1,
  },
  {
    name: 'costly-explain',
    says: 'the costliest of 18 texts of 1 MB explained, against a log',
    unit: '×',
    most: 5,
  },
  { name: 'costly-mask', says: 'the same masked', unit: '×', most: 5 },
  { name: 'costly-audit', says: 'the same audited', unit: '×', most: 5 },
];

/** Returns true if `--only` selects a metric, by its whole name or by its first word. */
export const isRequested = (name: string, only: string | undefined): boolean =>
  only === undefined || name === only || name.startsWith(`${only}-`);

export interface Row extends Figure {
  min: number;
  median: number;
  max: number;
  /** True if the median meets the target. */
  met: boolean;
}

export function createReportRows(runs: readonly Values[]): Row[] {
  return FIGURES.flatMap((figure) => {
    const all = runs
      .flatMap((run) => run[figure.name] ?? [])
      .sort((a, b) => (a === b ? 0 : a - b));

    const [min, max] = [all[0], all.at(-1)];
    if (min === undefined || max === undefined) return [];

    const median =
      ((all[(all.length - 1) >> 1] ?? 0) + (all[all.length >> 1] ?? 0)) / 2;

    return [{ ...figure, min, median, max, met: median <= figure.most }];
  });
}

const COLUMNS = ['figure', 'goal', 'min', 'median', 'max', 'met'];
const formatCells = ({ says, unit, most, min, median, max, met }: Row) => [
  says,
  `≤ ${most.toLocaleString('en')} ${unit}`,
  ...[min, median, max].map((value) =>
    value === MISSING
      ? '–'
      : value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0),
  ),
  met ? 'yes' : 'NO',
];

/** Formats the results as Markdown, for docs/performance.md. */
export function formatMarkdownTableOf(rows: readonly Row[]): string {
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows.map(formatCells)];

  const widths = COLUMNS.map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );

  return lines
    .map(
      (line) =>
        `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
    )
    .join('\n');
}
