import { createRandomInteger, SAMPLE_PARTS } from './logs.ts';

/**
 * Layouts of the huge page: one table with a header, one without, many tables of ten rows, and an ARIA grid of `div`s; and
 * the same with a candidate in every row, because each amount equals a code.
 */
export const LAYOUTS = [
  'heads',
  'headless',
  'tables',
  'grid',
  'amounts',
  'amounts-headless',
  'amounts-tables',
  'amounts-grid',
] as const;
export type Layout = (typeof LAYOUTS)[number];
export const NUMBER_PAGES = SAMPLE_PARTS.numbers.map(
  (_, at) => `numbers-${at}` as const,
);
/**
 * `limits`: the huge table with a code in each row whose turn depends on the recipient's country and the time. `view`: one
 * screen with codes. `plain`: several screens without codes. The others have numbers, but no code.
 */
const KINDS = [...LAYOUTS, 'limits', 'view', 'plain', ...NUMBER_PAGES] as const;
export type PageKind = (typeof KINDS)[number];
export const isPageKind = (kind: string): kind is PageKind =>
  KINDS.some((known) => known === kind);

/** Eight texts in each row, and a ninth for a failed message: 80,000 in total. */
const ROWS = 9_900;
const FAILED = 800;
const VIEW = { rows: 100, failed: 8 };
const PLAIN_ROWS = 500;
const ROWS_OF_SMALL = 10;

const FAILURES: Readonly<Partial<Record<PageKind, number>>> = {
  limits: ROWS,
  view: VIEW.failed,
  plain: 0,
};

export const countCodesOn = (kind: PageKind): number =>
  FAILURES[kind] ?? FAILED;

/** The code of each row whose verdict depends on the row. */
const LIMIT_CODE = '131049';

const HEADS = SAMPLE_PARTS.page.heads.split('|');
const getWords = (name: keyof typeof SAMPLE_PARTS.page) =>
  SAMPLE_PARTS.page[name].split(' ');

/** A message log as consoles show it. No text occurs in more than one in a hundred cells. */
export function createBenchPage(kind: PageKind): string {
  const style = '[role=row] > * { display: inline-block; width: 11% }';
  const numbers = /^numbers-(\d)$/.exec(kind)?.[1];

  const body = numbers
    ? createNumbers(Number(numbers))
    : createBody(kind, createCells(kind));

  return `<!doctype html><meta charset="utf-8"><title>Message log</title><style>${style}</style>${body}`;
}

function createNumbers(at: number): string {
  const [head, ...lines] = SAMPLE_PARTS.numbers[at]?.split('|') ?? [];
  return `<h1>${head}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}`;
}

function createBody(kind: PageKind, rows: readonly string[][]): string {
  if (/grid$/.test(kind)) {
    const createGridRow = (role: string, cells: readonly string[]) =>
      `<div role="row">${cells.map((cell) => `<div role="${role}">${cell}</div>`).join('')}</div>`;
    return `<div role="grid">${createGridRow('columnheader', HEADS)}${rows.map((row) => createGridRow('gridcell', row)).join('')}</div>`;
  }

  const head = `<thead><tr>${HEADS.map((name) => `<th>${name}</th>`).join('')}</tr></thead>`;

  const createTable = (rows: readonly string[][], before = '') =>
    `<table>${before}<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

  if (!kind.endsWith('tables'))
    return createTable(rows, kind.endsWith('headless') ? '' : head);

  const parts: string[] = [];

  for (let at = 0; at < rows.length; at += ROWS_OF_SMALL)
    parts.push(createTable(rows.slice(at, at + ROWS_OF_SMALL)));

  return parts.join('');
}

/** The code, if any, is in the last cell of its row. */
function createCells(kind: PageKind): string[][] {
  const rows =
    kind === 'view' ? VIEW.rows : kind === 'plain' ? PLAIN_ROWS : ROWS;

  const random = createRandomInteger(20_261_124);

  const pickWord = (name: keyof typeof SAMPLE_PARTS.page) => {
    const words = getWords(name);
    return words[random(words.length)] ?? '';
  };

  const pickTwoDigits = (below: number) =>
    String(random(below)).padStart(2, '0');

  const pickCode = () => (kind === 'limits' ? LIMIT_CODE : pickWord('codes'));

  let left = countCodesOn(kind);

  return Array.from({ length: rows }, (_, row) => {
    const fails = random(rows - row) < left;
    if (fails) left--;

    const clock = `${pickTwoDigits(24)}:${pickTwoDigits(60)}:${pickTwoDigits(60)}`;

    const at = new Date(
      Date.UTC(2026, 10, 24) - row * 7_000 - random(7_000),
    ).toISOString();

    const id = `SM${Array.from({ length: 16 }, () => random(16).toString(16)).join('')}`;

    const state = ['Delivered at', 'Read at', 'Sent at', 'Accepted at'][
      random(4)
    ];

    return [
      at.slice(0, 19).replace('T', ' '),
      id,
      `+${[55, 49, 52, 91][random(4)]} ${10 + random(89)} ${1000 + random(8_999)} ${1000 + random(8_999)}`,
      `${pickWord('first')} ${pickWord('last')}`,
      `${pickWord('templates')}_v${1 + random(40)} (${pickWord('languages')})`,
      `${fails ? 'Failed at' : state} ${clock}`,
      `${random(9_999)} ms, attempt ${1 + random(3)}`,
      kind.startsWith('amounts')
        ? pickWord('codes')
        : `$0.${String(random(10_000)).padStart(4, '0')}`,
      fails ? pickCode() : '',
    ];
  });
}
