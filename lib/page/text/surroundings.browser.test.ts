import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLayout } from './readable-text.ts';
import { createSurroundings } from './surroundings.ts';

afterEach(() => document.body.replaceChildren());

function readContextOf(markup: string, selector = '#it') {
  document.body.innerHTML = markup;
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  const site = { host: 'business.facebook.com', path: '/wa', provider: null };
  return createSurroundings(site, createLayout()).of(element);
}

const HEAD = '<thead><tr><th>To</th><th>Error code</th></tr></thead>';

describe('the column header', () => {
  test.each([
    ['a table', `<table>${HEAD}<tr><td>a</td><td id=it>1</td></tr></table>`],
    [
      'a table whose first row is made of headings',
      '<table><tr><th>To</th><th>Error code</th></tr><tr><td>a</td><td id=it>1</td></tr></table>',
    ],
    [
      'columns that span',
      '<table><thead><tr><th colspan=2>To</th><th>Error code</th></tr></thead><tr><td>a</td><td>b</td><td id=it>1</td></tr></table>',
    ],
    [
      'a block within a cell',
      `<table>${HEAD}<tr><td>a</td><td><div id=it>1</div></td></tr></table>`,
    ],
    [
      'a head in a table of its own',
      `<div><div><table>${HEAD}</table></div><div><table><tbody><tr><td>a</td><td id=it>1</td></tr></tbody></table></div></div>`,
    ],
    [
      'a grid tied by ARIA',
      '<div role=grid><div role=row><i role=columnheader aria-colindex=4>Error code</i></div><div role=row><i role=gridcell aria-colindex=4 id=it>1</i></div></div>',
    ],
    [
      'a grid tied by column ids',
      '<div role=grid><div role=row><i role=columnheader col-id=to>To</i><i role=columnheader col-id=code>Error code</i></div><div role=row><i role=gridcell col-id=code id=it>1</i></div></div>',
    ],
    [
      'a grid in order',
      '<div role=table><div role=row><i role=columnheader>To</i><i role=columnheader>Error code</i></div><div role=row><i role=cell>a</i><i role=cell id=it>1</i></div></div>',
    ],
    [
      'rows below a cell that spans them',
      '<table><thead><tr><th>Day</th><th>Error code</th><th>N</th></tr></thead><tr><td rowspan=2>Mon</td><td>2</td><td>3</td></tr><tr><td id=it>1</td><td>4</td></tr></table>',
    ],
    [
      'a heading with words for screen readers and an arrow',
      '<table><tr><th>To</th><th><span style="position:absolute;clip:rect(0 0 0 0)">Sort by </span>Error code ▲</th></tr><tr><td>a</td><td id=it>1</td></tr></table>',
    ],
    [
      'a head in a table of its own, without a thead',
      '<div><table><tr><th>To</th><th>Error code</th></tr></table></div><div><table><tr><td>a</td><td id=it>1</td></tr></table></div>',
    ],
    [
      'a table of one column',
      '<table><tr><th>Error code</th></tr><tr><td>2</td></tr><tr><td id=it>1</td></tr></table>',
    ],
    [
      'a first row of words without th',
      '<table><tr><td>Date</td><td><b>Error code</b></td><td>Name</td></tr><tr><td>1 May</td><td id=it>1</td><td>Ana</td></tr></table>',
    ],
    [
      'a list below its heading',
      '<h3>Error code</h3><ul><li>2</li><li id=it>1</li></ul>',
    ],
    [
      'a list by role, with how often each came',
      '<h3>Error code</h3><div role=list><div role=listitem><div>2</div><div>7</div></div><div role=listitem><div id=it>1</div><div>9</div></div></div>',
    ],
    [
      'a list box below its label',
      '<label>Error code</label><div role=listbox><div role=option>2</div><div role=option id=it>1</div></div>',
    ],
    [
      'values one below the other',
      '<div><p>Error code</p><div>131026 (4)</div><div>470 (3)</div><div id=it>131047 (2)</div></div>',
    ],
    [
      'rows of a name and a number',
      '<h3>Error code</h3><section><div><div id=it>131047</div><div>12</div></div><div><div>131026</div><div>5</div></div></section>',
    ],
  ])('is found in %s', (_, markup) => {
    expect(readContextOf(markup).header).toBe('Error code');
  });

  test('is null for the title of a table', () => {
    const rows =
      '<tr><td>a</td><td id=it>1</td></tr><tr><td>b</td><td>2</td></tr>';
    for (const title of [
      '<th>Error code</th>',
      '<th colspan=2>Error code</th>',
    ])
      expect(
        readContextOf(`<table><tr>${title}</tr>${rows}</table>`).header,
      ).toBeUndefined();
    expect(
      readContextOf(
        '<table><tr><th colspan=2>Error code</th></tr><tr><td id=it>1</td></tr></table>',
      ).header,
    ).toBeUndefined();
  });

  test.each([
    [
      'names and values',
      '<tr><td>Status</td><td>Failed</td></tr><tr><td>Order</td><td id=it>1</td></tr>',
    ],
    [
      'rows of data',
      '<tr><td>1 May</td><td>Error</td><td>Ana</td></tr><tr><td>2 May</td><td id=it>1</td><td>Bea</td></tr>',
    ],
    [
      'rows of another length',
      '<tr><td>a</td><td>Error</td><td>b</td></tr><tr><td>a</td><td id=it>1</td></tr>',
    ],
  ])('is not the first row of %s', (_, rows) => {
    expect(readContextOf(`<table>${rows}</table>`).header).toBeUndefined();
  });

  test.each([
    [
      'how often an item of a list came',
      '<h3>Error code</h3><ul><li><div>131047</div><div id=it>4</div></li></ul>',
    ],
    [
      'a short value that no list holds',
      '<div><p>Error code</p><div>131026</div><div id=it>12</div></div>',
    ],
    [
      'a value with a label of its own',
      '<div><p>Error code</p><div>131026</div><p>Orders</p><div id=it>131047</div></div>',
    ],
    [
      'a value in a row',
      '<div><div>+1 415 555 0100</div><div>Failed</div><div id=it>131047</div></div>',
    ],
  ])('is none for %s', (_, markup) => {
    expect(readContextOf(markup).header).toBeUndefined();
  });

  test('is null in a table of another namespace than HTML', () => {
    const createElementNamed = (name: string, ...inner: (Node | string)[]) => {
      const element = document.createElementNS('urn:report', name);
      element.append(...inner);
      return element;
    };
    const row = () =>
      createElementNamed(
        'tr',
        createElementNamed('td', 'To'),
        createElementNamed('td', 'Error code'),
        createElementNamed('td', 'At'),
      );
    const site = { host: 'business.facebook.com', path: '/wa', provider: null };
    const readHeader = (cell: Element) =>
      createSurroundings(site, createLayout()).of(cell).header;
    const foreign = createElementNamed('table', row(), row());
    document.body.replaceChildren(
      foreign,
      createElementNamed(
        'table',
        createElementNamed('tr', createElementNamed('td')),
      ),
    );
    expect(
      readHeader(foreign.querySelectorAll('td')[4] as Element),
    ).toBeUndefined();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<table><tr><td>1</td></tr></table>',
    );
    expect(
      readHeader(
        document.body.lastElementChild?.querySelector('td') as Element,
      ),
    ).toBeUndefined();
  });

  test('is null for a header itself', () => {
    expect(
      readContextOf(
        '<table><thead><tr><th>To</th><th id=it>Code</th></tr></thead></table>',
      ).header,
    ).toBeUndefined();
  });
});

describe('the label of a value', () => {
  test.each([
    ['a definition', '<dl><dt>Error code</dt><dd id=it>1</dd></dl>'],
    [
      'a row of two cells',
      '<table><tr><td>Error code</td><td id=it>1</td></tr></table>',
    ],
    [
      'a row with a heading',
      '<table><tr><th>Error code</th><td>a</td><td id=it>1</td></tr></table>',
    ],
    [
      'the element before',
      '<div><span>Error code</span><div id=it>1</div></div>',
    ],
    ['the text before', '<div>Error code<div id=it>1</div></div>'],
    [
      'the block before, one level up',
      '<div><div>Error code</div><div><div id=it>1</div></div></div>',
    ],
    [
      'the element before within a cell',
      '<table><tr><td>a</td><td>b</td><td><div><span>Error code</span><div id=it>1</div></div></td></tr></table>',
    ],
    [
      'a label by reference',
      '<p id=l>Error code</p><section><div aria-labelledby=l id=it>1</div></section>',
    ],
  ])('is found in %s', (_, markup) => {
    expect(readContextOf(markup).label).toBe('Error code');
  });

  test.each(['Order 88', 'Sent 2 min ago', 'Total: 5', 'Your order left.'])(
    'is not %j',
    (text) => {
      for (const markup of [
        `<p>${text}</p><p id=it>1</p>`,
        `<ul><li>${text}</li><li id=it>1</li></ul>`,
        `<table><tr><td>${text}</td><td id=it>1</td></tr></table>`,
      ])
        expect(readContextOf(markup).label).toBeUndefined();
    },
  );

  test('is not a whole sentence before', () => {
    const sentence =
      'This is the long story of a message that never came to where it should have gone. ';
    expect(
      readContextOf(`<p>${sentence}</p><div id=it>1</div>`).label,
    ).toBeUndefined();
  });
});

describe('text of the row', () => {
  test('is the text of the row', () => {
    const row = readContextOf(
      `<table>${HEAD}<tr><td>Ana</td><td id=it>1</td><td>Message undeliverable</td></tr></table>`,
    );
    expect(row.row).toBe('Ana\t1\tMessage undeliverable');
  });

  test('is the text of the list item, without hidden parts', () => {
    const item = readContextOf(
      '<ul><li><p id=it>1</p><p>Failed</p><p hidden>never</p></li><li>other</li></ul>',
    );
    expect(item.row).toBe('1\nFailed');
  });
});

test('is short and throws nothing in a removed frame, whose styles Firefox does not provide', () => {
  vi.stubGlobal('getComputedStyle', () => null);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { header } = readContextOf(
    `<table>${HEAD}<tr><td>a</td><td><p id=it>131047</p></td></tr></table>`,
  );
  expect(header).toBe('Error code');
  const text = document.querySelector('#it')?.firstChild as Text;
  expect(createLayout().isShown(text)).toBe(true);
  expect(createLayout().edge(text.parentElement as Element)).toBe(null);
});

describe('the text next to a code', () => {
  const readRowAround = (markup: string) => {
    document.body.innerHTML = markup;
    const site = { host: '', path: '/', provider: null };
    const { readLabelled } = createSurroundings(site, createLayout());
    return readLabelled(document.querySelector('#it') as Element).text;
  };

  test('is the row with its column headers', () => {
    const time = '<td><time>2026-11-25T02:10:00Z</time></td>';
    const table = `<table><tr><th>Code</th><th>Last customer message</th></tr><tr><td id=it>131047</td>${time}</tr></table>`;
    expect(readRowAround(table)).toBe(
      'Code: 131047\nLast customer message: 2026-11-25T02:10:00Z',
    );
  });

  test('has the exact time that the page shows in other words', () => {
    const cell = '<time datetime="2026-11-28T10:00:00Z">2 hours ago</time>';
    const head = '<tr><th>Code</th><th>Sent</th></tr>';
    expect(
      readRowAround(
        `<table>${head}<tr><td id=it>131047</td><td>${cell}</td></tr></table>`,
      ),
    ).toBe('Code: 131047\nSent: 2026-11-28T10:00:00Z\t2 hours ago');
    expect(
      readRowAround(`<ul><li><b id=it>131047</b>${cell}</li></ul>`),
    ).toContain('time: 2026-11-28T10:00:00Z\t2 hours ago');
    const wait = cell.replace('2026-11-28T10:00:00Z', 'PT2H');
    expect(
      readRowAround(`<ul><li><b id=it>131047</b>${wait}</li></ul>`),
    ).toContain(': 2 hours ago');
  });

  test('is the text of adjacent blocks, but never a list of others or a whole page', () => {
    const last = '<p>Last message from customer: 25 Nov 2026, 02:10</p>';
    expect(
      readRowAround(`<div><p id=it>Error 131047</p></div>${last}`),
    ).toMatch(/131047\s+Last message from customer/);
    expect(
      readRowAround(
        `<div><p id=it>Error 131047</p></div><ul><li>${last}</li></ul>`,
      ),
    ).not.toContain('Last');
    expect(
      readRowAround(
        `<div><p id=it>Error 131047</p></div>${last}${'word '.repeat(600)}`,
      ),
    ).not.toContain('Last');
  });
});
