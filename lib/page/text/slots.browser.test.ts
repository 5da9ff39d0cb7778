import { afterEach, describe, expect, test } from 'vitest';
import { createLayout } from './readable-text.ts';
import { createSurroundings } from './surroundings.ts';

afterEach(() => document.body.replaceChildren());

const site = { host: 'business.facebook.com', path: '/wa', provider: null };

/** Returns the context of the block that contains the text. */
function readContextOf(markup: string, text = '1026') {
  document.body.innerHTML = markup;
  const layout = createLayout();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode as Text;
    const block = node.data.trim() === text ? layout.blockOf(node) : null;
    if (block) return createSurroundings(site, layout).of(block);
  }
  throw new Error(`nothing says ${text}`);
}

const NAMES = ['Code', 'Fehler', 'رمز', '错误代码', 'Código de erro', 'Order'];
/** Wraps markup in this many `div` elements. */
const nestDeeply = (html: string, levels: number): string =>
  levels === 0 ? html : `<div>${nestDeeply(html, levels - 1)}</div>`;

describe.each(NAMES)('%s is the label', (name) => {
  test.each<[string, string]>([
    [
      'of a definition',
      `<dl><dt>To</dt><dd>Ana</dd><dt>${name}</dt><dd>1026</dd></dl>`,
    ],
    [
      'of one that is wrapped',
      `<dl><div><dt>To</dt><dd>Ana</dd></div><div><dt>${name}</dt><dd><span>1026</span></dd></div></dl>`,
    ],
    [
      'of one with a block in it',
      `<dl><div><dt><div>${name}</div></dt><dd><div><div>1026</div></div></dd></div></dl>`,
    ],
    [
      'of a row by its head',
      `<table><tr><th scope=row>To</th><td>Ana</td></tr><tr><th scope=row>${name}</th><td>1026</td></tr></table>`,
    ],
    [
      'of a row by its role',
      `<div role=table><div role=row><div role=rowheader>${name}</div><div role=cell>1026</div></div></div>`,
    ],
    [
      'of a row of two',
      `<table><tr><td>To</td><td>Ana</td></tr><tr><td>${name}</td><td>1026</td></tr></table>`,
    ],
    [
      'of a row of two pairs',
      `<table><tr><td class=k>To</td><td class=v>Ana</td><td class=k>${name}</td><td class=v>1026</td></tr></table>`,
    ],
    ['above', `<div class=f><div>${name}</div><div>1026</div></div>`],
    [
      'with a colon',
      `<div class=f><span>${name}:</span> <div>1026</div></div>`,
    ],
    [
      'beside, of its own look',
      `<div><span class=k>To</span><div class=v>Ana</div><span class=k>${name}</span><div class=v>1026</div></div>`,
    ],
    [
      'beside, in turn',
      `<section><div>To</div><div>Ana</div><div>${name}</div><div>1026</div></section>`,
    ],
    [
      'with a hint below',
      `<div><label>${name}</label><div>1026</div><div>as Meta names it</div></div>`,
    ],
    ['in part bold', `<div><div><b>${name}</b> </div><div>1026</div></div>`],
    ...[1, 2, 3].flatMap((levels): [string, string][] => [
      [
        `with the value ${levels} deep`,
        `<div><div>${name}</div>${nestDeeply('<div>1026</div>', levels - 1)}</div>`,
      ],
      [
        `with both ${levels} deep`,
        `<div>${nestDeeply(name, levels)}${nestDeeply('1026', levels)}</div>`,
      ],
    ]),
  ])('%s', (_, markup) => {
    expect(readContextOf(markup).label).toBe(
      markup.includes(`${name}:`) ? `${name}:` : name,
    );
  });
});

describe.each(NAMES)('%s is the heading of the column', (name) => {
  const createGrid = (head: string, cell: string) =>
    `<div role=grid><div role=rowgroup><div role=row>${head}</div></div><div role=rowgroup><div role=row>${cell}</div></div></div>`;
  test.each<[string, string]>([
    [
      'of a head',
      `<table><thead><tr><th>To</th><th>${name}</th></tr></thead><tr><td>Ana</td><td>1026</td></tr></table>`,
    ],
    [
      'of a first row',
      `<table><tr><td>To</td><td>${name}</td><td>At</td></tr><tr><td>Ana</td><td>1026</td><td>May</td></tr></table>`,
    ],
    [
      'of a first row of two, over codes',
      `<table><tr><td>${name}</td><td>Meaning</td></tr><tr><td>1026</td><td>Gone</td></tr></table>`,
    ],
    [
      'of a corner that is empty',
      `<table><tr><td></td><th>${name}</th></tr><tr><th>Ana</th><td>1026</td></tr></table>`,
    ],
    [
      'of a head of two rows',
      `<table><thead><tr><th rowspan=2>${name}</th><th colspan=2>Sent</th></tr><tr><th>At</th><th>By</th></tr></thead><tr><td>1026</td><td>May</td><td>Ana</td></tr></table>`,
    ],
    [
      'above a row of filters',
      `<table><thead><tr><th>To</th><th>${name}</th></tr><tr><td><input></td><td><input></td></tr></thead><tr><td>Ana</td><td>1026</td></tr></table>`,
    ],
    [
      'of a grid',
      createGrid(
        `<div role=columnheader>To</div><div role=columnheader>${name}</div>`,
        '<div role=gridcell>Ana</div><div role=gridcell><div><span>1026</span></div></div>',
      ),
    ],
    [
      'of a grid of two columns',
      createGrid(
        `<div role=columnheader>${name}</div><div role=columnheader>To</div>`,
        '<div role=gridcell>1026</div><div role=gridcell>Ana</div>',
      ),
    ],
    [
      'of a grid by index',
      createGrid(
        `<div role=columnheader aria-colindex=2>${name}</div><div role=columnheader aria-colindex=3>To</div>`,
        '<div role=gridcell aria-colindex=2>1026</div><div role=gridcell aria-colindex=3>Ana</div>',
      ),
    ],
    [
      'of a grid with row heads',
      createGrid(
        `<div role=columnheader>To</div><div role=columnheader>${name}</div>`,
        '<div role=rowheader>Ana</div><div role=gridcell>1026</div>',
      ),
    ],
    [
      'of a grid, told by a label',
      createGrid(
        `<div role=columnheader>To</div><div role=columnheader aria-label="${name}"><i></i></div>`,
        '<div role=cell>Ana</div><div role=cell>1026</div>',
      ),
    ],
    [
      'of a cell that tells it',
      `<table><tr><td data-label=To>Ana</td><td data-label="${name}">1026</td><td>x</td></tr></table>`,
    ],
  ])('%s', (_, markup) => {
    expect(readContextOf(markup).header).toBe(name);
  });
});

describe('a text that does not describe a value', () => {
  test.each<[string, string]>([
    [
      'a field beside it',
      '<div><div><div>Status</div><div>Failed</div></div><div><div>1026</div></div></div>',
    ],
    [
      'a field beside it, in one text',
      '<div><p>Status: Failed</p><p>1026</p></div>',
    ],
    [
      'a cell beside it, below a head that is empty',
      '<table><thead><tr><th>Error</th><th></th></tr></thead><tr><td>Delivery failed</td><td>1026</td></tr></table>',
    ],
    [
      'a cell beside it in a row of more',
      '<table><tr><td>Ana</td><td>Delivery failed</td><td>1026</td></tr></table>',
    ],
    [
      'a cell of a grid',
      '<div role=grid><div role=row><div role=columnheader>Error</div><div role=columnheader></div></div><div role=row><div role=gridcell>Failed</div><div role=gridcell>1026</div></div></div>',
    ],
    [
      'a cell of a row that is none by its markup',
      '<div><div><span>Ana</span><span>Error</span><div>1026</div></div><div><span>Bea</span><span>Error</span><div>1049</div></div></div>',
    ],
    [
      'what stands before a text that names itself',
      '<div><div>Status</div><div>Orders: 1026</div></div>',
    ],
  ])('%s', (_, markup) => {
    const text = markup.includes('Orders:') ? 'Orders: 1026' : '1026';
    const { label, header } = readContextOf(markup, text);
    expect([label, header || undefined]).toEqual([undefined, undefined]);
  });

  test('the header of a whole table next to its own', () => {
    const markup =
      '<div><table><thead><tr><th>To</th><th>Error</th></tr></thead><tr><td>a</td><td>b</td></tr></table></div><div><table><tr><td>Ana</td><td>1026</td><td>May</td></tr></table></div>';
    expect(readContextOf(markup).header).toBeUndefined();
  });
});

test.each<[string, string]>([
  [
    'of two',
    '<section><div><div>1026</div><div>Messages failed</div></div></section>',
  ],
  [
    'of wrapped ones',
    '<section><div><div><b>1026</b></div><p>Messages failed</p></div></section>',
  ],
])('a tile with its name below its value: %s', (_, markup) => {
  expect(readContextOf(markup).below).toBe('Messages failed');
});

test('text above several tiles does not label their values', () => {
  const createTile = (value: string, name: string) =>
    `<div class=tile><div>${value}</div><small>${name}</small></div>`;
  const slot = readContextOf(
    `<h2>Error logs</h2><div>${createTile('131047', 'Events')}${createTile('9000', 'Requests')}</div>`,
    '131047',
  );
  expect([slot.label, slot.header, slot.below]).toEqual([
    undefined,
    undefined,
    'Events',
  ]);
});

test.each<[string, string]>([
  ['that has a name before it', '<div><div>Code</div><div>1026</div></div>'],
  [
    'of several',
    '<div><div>1026</div><div>Messages failed</div><div>today</div></div>',
  ],
  ['above another value', '<div><div>1026</div><div>131047</div></div>'],
])('a value without a label below it: one %s', (_, markup) => {
  expect(readContextOf(markup).below).toBeUndefined();
});

describe('the values of the column', () => {
  const createRow = (cell: string, code: string) =>
    `<div role=row>${cell}<div role=gridcell>${code}</div></div>`;
  test.each<[string, string]>([
    [
      'of a table',
      '<table><tr><td>Ana</td><td>9:01</td><td></td></tr><tr><td>Bea</td><td>9:02</td><td>1026</td></tr><tr><td>Cy</td><td>9:03</td><td>131047</td></tr></table>',
    ],
    [
      'of a grid',
      `<div role=grid>${['', '1026', '131047'].map((code) => createRow('<div role=gridcell>a</div><div role=gridcell>9:01</div>', code)).join('')}</div>`,
    ],
  ])('%s', (_, markup) => {
    expect(readContextOf(markup).lines).toBe('\n1026\n131047');
  });
  test('are missing if the table has headers', () => {
    const markup =
      '<table><tr><th>To</th><th>At</th></tr><tr><td>Ana</td><td>9:01</td><td>1026</td></tr><tr><td>Bea</td><td>9:02</td><td>1026</td></tr></table>';
    expect(readContextOf(markup).lines).toBeUndefined();
  });
  test('are missing if there is only one row', () => {
    expect(
      readContextOf('<table><tr><td>Ana</td><td>1026</td></tr></table>').lines,
    ).toBeUndefined();
  });
});

test('a scrolling table can have its header in a separate table', () => {
  const wrapped = nestDeeply(
    '<table><tr><td>Ana</td><td>1026</td></tr></table>',
    4,
  );
  const head =
    '<table><thead><tr><th>To</th><th>Error</th><th></th></tr></thead></table>';
  expect(
    readContextOf(`<div><div>${head}</div><div>${wrapped}</div></div>`).header,
  ).toBe('Error');
});

test('the row of a value outside tables is a small block around it, never one with rows', () => {
  const tiles =
    '<div><div>Failed</div><div>1026</div></div><div><div>Sent</div><div>9000</div></div>';
  const page = `<main><h1>Insights</h1><section>${tiles}</section><table><tr><td>Re-engagement message</td></tr></table></main>`;
  expect(readContextOf(page).row).toBe('Failed\n1026\nSent\n9000');
});

test.each<[string, string]>([
  [
    'of a section',
    '<section><h2>Failed messages</h2><div><p>1026</p></div></section>',
  ],
  [
    'beside its actions',
    '<div><div><h2>Failed messages</h2><button>All</button></div><div><table><tr><td>1026</td></tr></table></div></div>',
  ],
  [
    'of a table',
    '<table><caption>Failed messages</caption><tr><td>a</td><td>1026</td></tr></table>',
  ],
  [
    'by role',
    '<div role=heading>Failed messages</div><ul><li>1049</li><li>1026</li></ul>',
  ],
])('finds the heading above: %s', (_, markup) => {
  expect(readContextOf(markup).heading).toBe('Failed messages');
});

describe('the cost of a cell does not grow with the number of cells', () => {
  /** Returns the time of the fastest of five runs, because others may wait for a busy machine. */
  const measureMs = (build: (rows: number) => string, rows: number) => {
    document.body.innerHTML = build(rows);
    const cells = [...document.querySelectorAll('td,[role=gridcell]')].slice(
      -400,
    );
    const times = Array.from({ length: 5 }, () => {
      const surroundings = createSurroundings(site, createLayout());
      surroundings.of(cells[0] as Element);
      const start = performance.now();
      for (const cell of cells) surroundings.of(cell);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  test.each<[string, (rows: number) => string]>([
    [
      'a table without a head',
      (rows) =>
        `<table>${'<tr><td>1026</td><td>a 1</td></tr>'.repeat(rows)}</table>`,
    ],
    [
      'a grid without a head',
      (rows) =>
        `<div role=grid>${'<div role=row><div role=gridcell>1026</div><div role=gridcell>a</div></div>'.repeat(rows)}</div>`,
    ],
    [
      'a grid with a head',
      (rows) =>
        `<div role=grid><div role=row><div role=columnheader>Code</div></div>${'<div role=row><div role=gridcell>1026</div></div>'.repeat(rows)}</div>`,
    ],
  ])('%s', (_, build) => {
    const isConstant = () => {
      const small = Math.max(1, measureMs(build, 400));

      return measureMs(build, 8_000) < small * 6 + 10;
    };

    // Other processes only add time, so one round is enough.
    expect(Array.from({ length: 10 }).some(isConstant)).toBe(true);
  });
});
