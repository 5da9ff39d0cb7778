import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Box } from '../../lib/page/dom/frames.ts';
import { takeNthByDay } from '../../tests/by-day.ts';
import {
  addPageStyle,
  type CardOnPage,
  createCardOnPage,
  createTestRequest,
  findCardHost,
  findCodeRange,
} from '../../tests/fixtures/card-page.ts';

let on: CardOnPage;
/** Waits until the card is where it stays: the position is computed before the next frame. */
const isPlaced = () =>
  new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done)),
  );
beforeEach(() => {
  on = createCardOnPage();
});
afterEach(() => {
  on.clear();
  document.documentElement.dir = '';
});

/** Measures the text under a box, in square pixels: of the code's row, and of other rows. */
function measureCovered(
  box: Box,
  row: Element,
): { own: number; others: number } {
  const sum = { own: 0, others: 0 };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const width = Math.min(right, box.right) - Math.max(left, box.left);
      const height = Math.min(bottom, box.bottom) - Math.max(top, box.top);
      if (width > 0 && height > 0)
        sum[row.contains(texts.currentNode) ? 'own' : 'others'] +=
          width * height;
    }
  }
  return sum;
}

const GAP_PX = 8;
/** A card beside its code leaves itself this height to grow. */
const GROWTH_HEIGHT_PX = 420;

/** Returns where a card of this size can be on the four sides of a code without being cut. */
function findSides(code: DOMRect, { width, height }: DOMRect): Box[] {
  const [right, bottom] = [
    innerWidth - GAP_PX - width,
    innerHeight - GAP_PX - height,
  ];
  const x = Math.max(GAP_PX, Math.min(code.left, right));
  const y = Math.max(
    GAP_PX,
    Math.min(
      code.top,
      innerHeight - GAP_PX - Math.max(height, GROWTH_HEIGHT_PX),
    ),
  );
  return [
    [code.right + GAP_PX, y],
    [code.left - GAP_PX - width, y],
    [x, code.bottom + GAP_PX],
    [x, code.top - GAP_PX - height],
  ]
    .filter(
      ([left = 0, top = 0]) =>
        left >= 0 && left <= right + GAP_PX && top >= GAP_PX && top <= bottom,
    )
    .map(([left = 0, top = 0]) => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
    }));
}

async function expectLeastCovered(row: Element): Promise<void> {
  row.scrollIntoView({ block: 'nearest' });
  const range = findCodeRange('131026', row);
  on.card.show(createTestRequest(range));
  await isPlaced();
  const card = findCardHost()?.getBoundingClientRect() ?? new DOMRect();
  const code = range.getBoundingClientRect();
  const sides = findSides(code, card).map((side) => measureCovered(side, row));
  const own = Math.min(...sides.map((side) => side.own));
  const covered = measureCovered(card, row);
  // Below a row with several lines the card may leave free what no side next to the code does.
  const others = Math.min(
    ...sides
      .filter((side) => side.own <= covered.own)
      .map((side) => side.others),
  );
  const where = `${document.body.className} at ${Math.round(code.left)}, ${Math.round(code.top)}`;
  expect(covered.own, `its own row, ${where}`).toBeLessThanOrEqual(own);
  // Rounded to units that nobody sees.
  expect(covered.others, `other rows, ${where}`).toBeLessThanOrEqual(
    others + 10,
  );
  expect(
    card.left < code.right &&
      card.right > code.left &&
      card.top < code.bottom &&
      card.bottom > code.top,
  ).toBe(false);
  on.card.close(true);
}

const CELLS = [
  '+55 11 4821',
  'order_update_with_a_long_name',
  '12:05:33',
  'failed',
];

function createTable(codeAt: number, tag: 'table' | 'div'): string {
  const [row, cell] = tag === 'table' ? ['tr', 'td'] : ['div', 'span'];
  const rows = Array.from({ length: 40 }, (_, at) => {
    const cells = CELLS.map((text) => (at % 3 === 0 ? text.slice(0, 4) : text));
    return `<${row} class="row">${cells
      .toSpliced(codeAt, 0, '131026')
      .map((text) => `<${cell}>${text}</${cell}>`)
      .join('')}</${row}>`;
  });
  return `<${tag} class="log">${rows.join('')}</${tag}>`;
}

const WIDTHS = [640, 1280, 1440, 1920];
const STYLES = [
  ['the whole width', '.log { width: 100% }'],
  ['600 px at the left', '.log { width: 600px }'],
  ['600 px at the right', '.log { width: 600px; margin-inline-start: auto }'],
  ['half its size', 'html { zoom: 0.5 } .log { width: 100% }'],
  ['one and a half times its size', 'html { zoom: 1.5 } .log { width: 100% }'],
  [
    'rows of several lines',
    '.log { width: 500px } td:nth-child(2), span:nth-child(2) { white-space: pre; line-height: 2.6 }',
  ],
] as const;

/** By day, each style in one of the directions. */
const getDirections = (at: number) =>
  takeNthByDay(
    2,
    at % 2 === 0 ? (['ltr', 'rtl'] as const) : (['rtl', 'ltr'] as const),
  );

test.each(
  STYLES.flatMap(([name, css], at) =>
    getDirections(at).map((dir) => [name, dir, css] as const),
  ),
)(
  'a card covers nothing of its row and the least of the others: %s, %s',
  async (_, dir, css) => {
    document.documentElement.dir = dir;
    addPageStyle(
      `${css} body { margin: 0 } td, span { padding: 6px 10px; white-space: nowrap } div.row { display: flex } div.row span { flex: 1 }`,
    );
    for (const width of WIDTHS) {
      await page.viewport(width, 760);
      for (const [codeAt, tag] of [
        [0, 'table'],
        [2, 'div'],
        [4, 'table'],
      ] as const) {
        document.body.innerHTML = createTable(codeAt, tag);
        const rows = [...document.querySelectorAll('.row')];
        for (const at of [0, 2, 9, 23])
          await expectLeastCovered(rows[at] as Element);
      }
    }
  },
);

test.each(['within 104 px of the top', 'in the middle'])(
  'leaves a table at the left of a wide page free, %s',
  async (where) => {
    await page.viewport(1440, 900);
    addPageStyle('body { margin: 0 } td { padding: 6px 10px }');
    document.body.innerHTML = `<div style="width: 600px; padding-top: ${where === 'in the middle' ? 300 : 20}px">${createTable(4, 'table')}</div>`;
    const row = document.querySelector('.row') as Element;
    on.card.show(createTestRequest(findCodeRange('131026', row)));
    await isPlaced();
    expect(
      measureCovered(
        findCardHost()?.getBoundingClientRect() ?? new DOMRect(),
        row,
      ),
    ).toEqual({
      own: 0,
      others: 0,
    });
  },
);

test('leaves the line of a long log free', async () => {
  await page.viewport(1000, 760);
  const line = (at: number) =>
    `12:00:${at} to 5511 failed with 131026 in template order_update of campaign ${at} and more\n`;
  document.body.innerHTML = `<pre>${Array.from({ length: 200 }, (_, at) => line(at)).join('')}</pre>`;
  const text = document.querySelector('pre')?.firstChild as Text;
  const start = text.data.indexOf('131026', line(10).length * 12);
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, start + 6);
  on.card.show(createTestRequest(range));
  await isPlaced();
  const code = range.getBoundingClientRect();
  const card = findCardHost()?.getBoundingClientRect() ?? new DOMRect();
  expect(card.top >= code.bottom || card.bottom <= code.top).toBe(true);
});
