import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import {
  addPageStyle,
  type CardOnPage,
  createCardOnPage,
  createTestRequest,
  findCardHost,
} from '../../tests/fixtures/card-page.ts';

const CODE = /\b131\d{3}\b/g;
const CODES = ['131049', '131056', '131026', '131047', '131042'];

let on: CardOnPage;

beforeEach(async () => {
  await page.viewport(1280, 800);
  addPageStyle('body { margin: 0 } td { padding: 9px 12px } pre { margin: 0 }');
  on = createCardOnPage(window, false, getBundledCatalogue());
  on.card.findMarks = findMarks;
});
afterEach(() => {
  on.clear();
  document.documentElement.dir = '';
});

function findMarks(text: Text): Range[] {
  return [...text.data.matchAll(CODE)].map(({ index, 0: code }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + code.length);
    return range;
  });
}

function findAllMarks(): Range[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Range[] = [];

  while (walker.nextNode())
    found.push(...findMarks(walker.currentNode as Text));

  return found;
}

/** Waits until the card is where it stays: the position is computed before the next frame. */
const isPlaced = () =>
  new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done)),
  );

const doOverlap = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

const getCard = () => findCardHost()?.getBoundingClientRect() ?? new DOMRect();

/** Shows the card of each mark in the window, and returns how many other marks it hides. */
async function measureHidden(): Promise<number[]> {
  const all = findAllMarks();
  const hidden: number[] = [];

  for (const range of all) {
    const code = range.getBoundingClientRect();
    if (code.top < 0 || code.bottom > innerHeight) continue;

    on.card.show(createTestRequest(range));
    await isPlaced();

    const card = getCard();
    hidden.push(
      all.filter((other) => doOverlap(card, other.getBoundingClientRect()))
        .length,
    );
    expect(doOverlap(card, code)).toBe(false);
    on.card.close(true);
  }

  return hidden;
}

const CELLS = [
  '+55 11 5550 4821',
  'order_update',
  '30 Nov 2026, 12:05',
  'Failed',
];

const createTable = (codeAt: number, count = 40) =>
  `<table style="width: 100%">${Array.from({ length: count }, (_, row) => {
    const code = CODES[row % CODES.length] ?? '';
    const cells = CELLS.toSpliced(codeAt, 0, code);
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  }).join('')}</table>`;

describe('a card hides no mark of a page', () => {
  test.each([
    ['in the last column of a table', createTable(4), 'ltr'],
    ['in the first column', createTable(0), 'ltr'],
    ['in a column between others', createTable(2), 'ltr'],
    ['in the last column, from right to left', createTable(4), 'rtl'],
    [
      'in a list',
      `<ul>${CODES.map(
        (code) => `<li>Message failed with ${code}, see below</li>`,
      )
        .join('')
        .repeat(6)}</ul>`,
      'ltr',
    ],
    [
      'in a log',
      `<pre>${CODES.map(
        (code, at) =>
          `12:00:0${at} to 5511 failed with ${code} in template order_update\n`,
      )
        .join('')
        .repeat(8)}</pre>`,
      'ltr',
    ],
  ])('%s', async (_, html, dir) => {
    document.documentElement.dir = dir;
    document.body.innerHTML = html;
    const hidden = await measureHidden();
    expect(hidden.length).toBeGreaterThan(10);
    expect(hidden.filter((count) => count > 0)).toEqual([]);
  });
});
