import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  answerRequests,
  testPageState,
  testPrefilter,
} from '../../../tests/fixtures/engine.ts';
import type { DetectResult } from '../../detect/detect-request.ts';
import {
  type AnnotatorController,
  createAnnotatorController,
} from './annotator-controller.ts';

const CODES = ['131047', '131026', '131049', '131047'];
let page: AnnotatorController;
/** False while the background does not answer, so that only what is known is marked. */
let isAnswering = true;

beforeEach(() => {
  isAnswering = true;
  page = createAnnotatorController({
    prefilter: testPrefilter,
    detect: (requests) =>
      isAnswering
        ? answerRequests(requests)
        : new Promise<DetectResult[]>(() => undefined),
    getShadowRoot: () => null,
    loadCard: async () => undefined,
    onCodesChanged: () => undefined,
  });
});

afterEach(() => {
  page.destroy();
  document.body.replaceChildren();
});

const createRow = (code: string, order: string) =>
  `<tr><td>Ana</td><td>${order}</td><td>Failed</td><td>${code}</td></tr>`;

const listMarked = () =>
  [...CSS.highlights]
    .flatMap(([name, ranges]) => (name.startsWith('errata') ? [...ranges] : []))
    .map((range) => `${range}`)
    .sort();

const findCells = (column: number) => [
  ...document.querySelectorAll(`td:nth-child(${column})`),
];

/** Reads a grid of four rows. From then on the background is silent. */
async function readGrid(): Promise<void> {
  const rows = CODES.map((code, at) => createRow(code, `${at + 1}`));
  document.body.innerHTML = `<div id=view style="height:60px;overflow:auto">
    <table><thead><tr><th>Name</th><th>Order</th><th>Status</th><th>Error code</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table></div>`;
  page.configure(testPageState);
  await expect.poll(() => page.api.isReading()).toBe(false);
  expect(listMarked()).toEqual([...CODES].sort());
  isAnswering = false;
}

const scroll = () =>
  document.querySelector('#view')?.dispatchEvent(new Event('scroll'));

/** After the observers of changes. */
const letObserve = () => new Promise((done) => setTimeout(done));

test.each([
  [
    'texts',
    (cell: Element, code: string) => {
      if (cell.firstChild) cell.firstChild.nodeValue = code;
    },
  ],
  [
    'the contents of cells',
    (cell: Element, code: string) => cell.replaceChildren(code),
  ],
  [
    'rows',
    (cell: Element, code: string) => {
      const row = cell.closest('tr') as HTMLElement;
      row.outerHTML = createRow(code, '9');
    },
  ],
])(
  'a grid that reuses %s has its marks in the same frame',
  async (_, write) => {
    await readGrid();
    const next = ['131026', '131047', '131047', '131049'];
    scroll();
    for (const [at, cell] of findCells(4).entries())
      write(cell, next[at] ?? '');
    await letObserve();
    expect(listMarked()).toEqual([...next].sort());
  },
);

test('a number of another column, or of another kind, is not known', async () => {
  await readGrid();
  scroll();
  for (const cell of findCells(2)) cell.replaceChildren('131047');
  for (const cell of findCells(4)) cell.replaceChildren('131999');
  await letObserve();
  expect(listMarked()).toEqual([]);
});

test('nothing is marked ahead while nothing scrolls', async () => {
  await readGrid();
  for (const cell of findCells(4)) cell.replaceChildren('131026');
  await letObserve();
  expect(listMarked()).toEqual([]);
});
