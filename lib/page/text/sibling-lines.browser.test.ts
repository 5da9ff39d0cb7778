import { afterEach, describe, expect, test } from 'vitest';
import { createLayout } from './readable-text.ts';
import { createSurroundings } from './surroundings.ts';

afterEach(() => document.body.replaceChildren());

const site = { host: 'business.facebook.com', path: '/wa', provider: null };

/** Returns the blocks whose text contains the value. */
function findBlocks(value: string): Element[] {
  const layout = createLayout();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const blocks: Element[] = [];
  for (
    let text = texts.nextNode() as Text | null;
    text;
    text = texts.nextNode() as Text | null
  )
    if (text.data.includes(value)) blocks.push(layout.blockOf(text) as Element);
  return blocks;
}

function readContext(markup: string, value: string) {
  document.body.innerHTML = markup;
  return createSurroundings(site, createLayout()).of(
    findBlocks(value)[0] as Element,
  );
}

const createCards = (build: (code: string, name: string) => string) =>
  [
    ['131047', 'Ana'],
    ['131026', 'Bea'],
    ['100', 'Cleo'],
    ['131056', 'Dan'],
  ]
    .map(([code = '', name = '']) => build(code, name))
    .join('');
const CODES = '131047\n131026\n100\n131056';

describe('the lines of a value', () => {
  test.each<[string, string, string]>([
    [
      'the same line of each card',
      createCards(
        (code, name) =>
          `<div class=card><p>${name}</p><p>failed</p><p>${code}</p><p>12:41</p></div>`,
      ),
      'Ana\nfailed\n131047\n12:41',
    ],
    [
      'the same field of cards with parts',
      createCards(
        (code, name) =>
          `<article><header><h3>${name}</h3></header><div><p>Sent 12:41</p><p>${code}</p></div></article>`,
      ),
      'Ana\nSent 12:41\n131047',
    ],
    [
      'the same definition of each list',
      createCards(
        (code, name) =>
          `<dl><dt>To</dt><dd>${name}</dd><dt>Reason</dt><dd>${code}</dd></dl>`,
      ),
      'To\nAna\nReason\n131047',
    ],
    [
      'cards with states as later classes, and with optional fields',
      createCards(
        (code, name) =>
          `<div class="card s${code}"><b class=name>${name}</b><p class=state>failed</p>${name === 'Cleo' ? '<p class=hint>new</p>' : ''}<div class=code>${code}</div></div>`,
      ),
      'Ana\nfailed\n131047',
    ],
  ])('%s', (_, markup, row) => {
    expect(readContext(`<main>${markup}</main>`, '131047')).toMatchObject({
      lines: CODES,
      row,
    });
  });

  test.each<[string, string, string | undefined]>([
    [
      'paragraphs',
      '<p>failed 131047</p><p>failed 131026</p><p>sent</p>',
      'failed 131047\nfailed 131026\nsent',
    ],
    [
      'two paragraphs, which are no list',
      '<p>failed 131047</p><p>failed 131026</p>',
      undefined,
    ],
    [
      'fields with other labels',
      '<dl><dt>To</dt><dd>Ana 12</dd><dt>Reason</dt><dd>131047</dd><dt>At</dt><dd>12:41</dd></dl>',
      undefined,
    ],
    [
      'a status that is an icon',
      '<p><i aria-label="Failed"></i> 131049</p><p><img alt="failed" src="data:,">131047</p><p><svg role="img" aria-label="error"></svg><span>131026</span></p>',
      'Failed  131049\nfailed 131047\nerror 131026',
    ],
    [
      'a log in the cells of a table',
      '<table><tr><td>8</td><td>send failed: 131047</td></tr><tr><td>9</td><td>send failed: 131026</td></tr></table>',
      'send failed: 131047\nsend failed: 131026',
    ],
  ])('of %s', (_, markup, lines) => {
    expect(readContext(markup, '131047').lines).toBe(lines);
  });

  test.each([
    ['a log', 'send failed: ', 'send failed: 131047\nsend failed: 131026'],
    ['values, which their header describes', '', undefined],
  ])('of %s in a table with headers', (_, words, lines) => {
    const rows = ['131047', '131026'].map(
      (code) => `<tr><td>8</td><td>${words}${code}</td></tr>`,
    );
    const table = `<table><tr><th>At</th><th>Event</th></tr>${rows.join('')}</table>`;
    expect(readContext(table, '131047').lines).toBe(lines);
  });
});

describe('the numbers of lines and records', () => {
  const LOG = ['send failed: 131026', 'retry', 'send failed: 131047', 'done'];
  const createEditor = (build: (line: string, number: number) => string) =>
    `<div class=editor>${LOG.map((line, at) => build(line, at + 8)).join('')}</div>`;
  test.each<[string, string, string]>([
    [
      'a gutter beside each line',
      createEditor(
        (line, number) =>
          `<div class=line><div>${number}</div><pre>${line}</pre></div>`,
      ),
      '8\n9\n10\n11',
    ],
    [
      'a wrapped gutter',
      createEditor(
        (line, number) =>
          `<div><div><div>${number}</div></div><pre>${line}</pre></div>`,
      ),
      '8\n9\n10\n11',
    ],
    [
      'a gutter beside the text',
      `<div><div>${LOG.map((_, at) => `<div>${at + 8}</div>`).join('')}</div><pre>${LOG.join('\n')}</pre></div>`,
      '8\n9\n10\n11',
    ],
    [
      'an index of a list view',
      [4, 10, 19]
        .map(
          (index) => `<div><div>${index}</div><div>message failed</div></div>`,
        )
        .join(''),
      '4\n10\n19',
    ],
  ])('are a sequence: %s', (_, markup, lines) => {
    expect(readContext(`<main>${markup}</main>`, '9').lines).toBe(lines);
  });

  const TICKETS = [
    ['33', 'Rate limit hit', 'open'],
    ['34', 'Message failed', 'open'],
    ['100', 'Invalid parameter', 'closed'],
  ];
  const createRows = (
    heads: string,
    row: string,
    cell: string,
    columns: number,
  ) =>
    heads +
    TICKETS.map(
      (ticket) =>
        `<${row}>${ticket
          .slice(0, columns)
          .map((text) => `<${cell}>${text}</${cell.split(' ')[0]}>`)
          .join('')}</${row.split(' ')[0]}>`,
    ).join('');
  describe.each(['#', 'No.', 'No', '№'])('below %s', (head) => {
    test.each([2, 3])(
      'have their header in tables and grids of %i columns',
      (columns) => {
        const names = [head, 'Subject', 'Status'].slice(0, columns);
        const join = (tag: string) =>
          names
            .map((name) => `<${tag}>${name}</${tag.split(' ')[0]}>`)
            .join('');
        for (const markup of [
          `<table>${createRows(`<thead><tr>${join('th')}</tr></thead>`, 'tr', 'td', columns)}</table>`,
          `<table>${createRows(`<tr>${join('td')}</tr>`, 'tr', 'td', columns)}</table>`,
          `<div role=grid>${createRows(`<div role=row>${join('div role=columnheader')}</div>`, 'div role=row', 'div role=gridcell', columns)}</div>`,
          `<div><div class=heads>${join('div')}</div><div>${createRows('', 'div class=row', 'div', columns)}</div></div>`,
        ])
          expect(readContext(markup, '100').header, markup).toBe(head);
      },
    );
  });
});

describe('a tree of plain elements', () => {
  const createField = (key: string, value: string) =>
    `<div><div>${key}</div> <div>:</div> <div>${value}</div></div>`;
  const createRecord = (...[code, batch]: string[]) =>
    `<div>${createField('status', 'failed')}${createField('code', code ?? '')}${createField('latency_ms', '190')}${createField('batch_id', batch ?? '')}</div>`;
  const tree = `<div>${createRecord('131047', '131049')}${createRecord('100', '131026')}</div>`;
  test.each([
    ['131047', 'code', '131047\n100'],
    ['190', 'latency_ms', '190\n190'],
    ['131026', 'batch_id', '131049\n131026'],
  ])('names each value by its own key: %s', (value, label, lines) => {
    expect(readContext(tree, value)).toMatchObject({ label, lines });
  });

  test('has a record as the row of a value', () => {
    expect(readContext(tree, '131026').row?.replace(/\s+/g, ' ')).toBe(
      'status : failed code : 100 latency_ms : 190 batch_id : 131026',
    );
  });

  test('has no name that is only a sign', () => {
    expect(
      readContext('<div><div>:</div><div>131047</div></div>', '131047').label,
    ).toBeUndefined();
  });
});

describe('reads a long page in linear time', () => {
  /** Counts the properties of nodes that are read, and the children that browsers count. */
  function countReads(read: () => void): number {
    const { call } = Function.prototype;
    let count = 0;
    Function.prototype.call = function (this: () => unknown, ...args) {
      const value = Reflect.apply(this, args[0], args.slice(1));
      if (this.name === 'get childElementCount') count += Number(value);
      else if (this.name.startsWith('get ')) count++;
      return value;
    };
    try {
      read();
    } finally {
      Function.prototype.call = call;
    }
    return count;
  }
  const MAX_READS_PER_ROW = 250;

  test.each<[string, string]>([
    ['paragraphs', '<p>send failed 131047</p>'],
    [
      'rows',
      '<div class=row><span>12:41</span><div>131047</div><div>failed</div></div>',
    ],
    [
      'nested rows',
      '<div><div><div><div>131047</div><div>failed</div></div></div></div>',
    ],
  ])('of %s', (_, row) => {
    document.body.innerHTML = `<main>${row.repeat(5_000)}</main>`;
    const blocks = findBlocks('131047');
    const surroundings = createSurroundings(site, createLayout());
    const reads = countReads(() => {
      for (const block of blocks) surroundings.of(block);
    });
    expect(reads / blocks.length).toBeLessThan(MAX_READS_PER_ROW);
  });

  test('also if its rows are appended one by one', () => {
    document.body.innerHTML = '<main></main>';
    const main = document.querySelector('main') as Element;
    let reads = 0;
    for (let row = 0; row < 300; row++) {
      main.insertAdjacentHTML(
        'beforeend',
        `<div><div>131047</div><div>failed</div></div>`,
      );
      const block = main.lastElementChild?.firstElementChild as Element;
      reads = countReads(() =>
        createSurroundings(site, createLayout()).of(block),
      );
    }
    expect(reads).toBeLessThan(2 * MAX_READS_PER_ROW);
  });
});
