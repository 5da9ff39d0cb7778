import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMarkedPage } from '../../../tests/fixtures/marked-page.ts';

let page: ReturnType<typeof createMarkedPage>;

beforeEach(() => {
  page = createMarkedPage();
});
afterEach(() => page.destroy());

/** Returns the listed codes of a page as `2 131026`, and those with another first meaning as `1 190 meta/graph/190.460`. */
async function readCodes(html: string): Promise<string[]> {
  await page.show(html);
  return page.api.codes().map(({ code, key, count }) => {
    const api = key?.split('/').at(-1) === code ? '' : ` ${key}`;
    return `${count} ${code}${api}`;
  });
}

const ROWS: readonly (readonly string[])[] = [
  ['+5511987650000', '131026', '(#131026) Message undeliverable'],
  ['+5511987650001', '131026', '(#131026) Message undeliverable'],
  ['+5511987650002', '131047', '(#131047) Re-engagement message'],
];
const HEADS = ['Recipient', 'Error code', 'Error message'];
const wrapAll = (cells: readonly string[], tag: string, more = '') =>
  cells
    .map((cell) => `<${tag} ${more}>${cell}</${tag.split(' ')[0]}>`)
    .join('');
const createTable = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
) =>
  `<table><thead><tr>${wrapAll(heads, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${wrapAll(row, 'td')}</tr>`).join('')}</tbody></table>`;

/** Creates a grid without table elements and roles. */
const createPlainGrid = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
) =>
  `<div><div class=heads>${wrapAll(heads, 'div')}</div><div>${rows.map((row) => `<div class=row>${wrapAll(row, 'div')}</div>`).join('')}</div></div>`;

describe('a code and its message in two fields', () => {
  test.each<[string, string]>([
    ['a row of a table', createTable(HEADS, ROWS)],
    [
      'a row of a grid',
      `<div role=grid><div role=row>${wrapAll(HEADS, 'div', 'role=columnheader')}</div>${ROWS.map((row) => `<div role=row>${wrapAll(row, 'div', 'role=gridcell')}</div>`).join('')}</div>`,
    ],
    ['a row of plain elements', createPlainGrid(HEADS, ROWS)],
    [
      'an item of a list',
      `<ul>${ROWS.map(([to, code, text]) => `<li><div>${to}</div><div>Error code: ${code}</div><p>${text}</p></li>`).join('')}</ul>`,
    ],
    [
      'a card',
      `<div class=feed>${ROWS.map(([to, code, text]) => `<div class=card><h4>${to}</h4><div class=chip>Error code ${code}</div><p>${text}</p></div>`).join('')}</div>`,
    ],
    [
      'a definition list',
      ROWS.map(
        ([to, code, text]) =>
          `<dl><dt>To</dt><dd>${to}</dd><dt>Error code</dt><dd>${code}</dd><dt>Message</dt><dd>${text}</dd></dl>`,
      ).join(''),
    ],
  ])('of %s are one failure', async (_, html) => {
    expect(await readCodes(html)).toEqual(['2 131026', '1 131047']);
    const name = { code: '131026', key: 'meta/cloud/131026' };
    const texts = await page.api.readMarkTexts(name, 0, 9);
    expect(texts).toEqual(Array(2).fill(expect.stringContaining('131026')));
    expect(await page.api.goTo(name, 1)).toBe(true);
    expect(page.shown.at(-1)).toMatchObject({
      position: [2, 2],
      nearby: expect.stringContaining('50001'),
    });
    expect(await page.api.goTo(name, 2)).toBe(false);
  });
});

describe.each(['th', 'td'])(
  'the fields of one message, each in a row behind a %s',
  (tag) => {
    test.each<[string, readonly string[][]]>([
      [
        '1 131026',
        [
          ['Recipient', '+5511987650000'],
          ['Error code', '131026'],
          ['Status', 'failed'],
          ['Error message', '(#131026) Message undeliverable'],
        ],
      ],
      [
        '1 190 meta/graph/190.463',
        [
          ['Error code', '190'],
          ['Error subcode', '463'],
          ['Message', '(#190) Error validating access token'],
        ],
      ],
    ])('are one failure: %s', async (code, fields) => {
      const rows = fields.map(
        ([name, value]) => `<tr><${tag}>${name}</${tag}><td>${value}</td></tr>`,
      );
      expect(await readCodes(`<table>${rows.join('')}</table>`)).toEqual([
        code,
      ]);
    });
  },
);

describe('the same code in two places', () => {
  test.each<[string, string]>([
    [
      'lines of a log',
      '<p>m1 send failed: error 131026</p><p>m2 send failed: error 131026</p>',
    ],
    [
      'lines of an item',
      '<ul><li><p>m1 send failed: error 131026</p><p>m2 send failed: error 131026</p></li></ul>',
    ],
    [
      'grouped lines of a log',
      `<section><p>m1 send failed: error 131026</p><p>m2 send failed: error 131026</p></section><section><p>ok</p></section>`,
    ],
    [
      'definitions',
      '<dl><dt>m1</dt><dd>send failed: error 131026</dd><dt>m2</dt><dd>send failed: error 131026</dd></dl>',
    ],
    [
      'rows',
      createTable(
        ['To', 'Error code'],
        [
          ['m1', '131026'],
          ['m2', '131026'],
        ],
      ),
    ],
  ])('is two failures in %s', async (_, html) =>
    expect(await readCodes(html)).toEqual(['2 131026']),
  );
});

describe('a code and its subcode in two fields', () => {
  const PAIRS = [
    ['a1', '190', '460', '(#190) Error validating access token'],
    ['a2', '190', '463', '(#190) Error validating access token'],
  ];
  test.each<[string, string]>([
    [
      'a table',
      createTable(
        ['Id', 'Error code', 'Error subcode', 'Error message'],
        PAIRS,
      ),
    ],
    [
      'a plain grid',
      createPlainGrid(
        ['Id', 'Error code', 'Error subcode', 'Error message'],
        PAIRS,
      ),
    ],
    [
      'a table with the subcode first',
      createTable(
        ['Id', 'Error subcode', 'Error code'],
        PAIRS.map(([id = '', code = '', sub = '']) => [id, sub, code]),
      ),
    ],
    [
      'a definition list',
      PAIRS.map(
        ([, code, sub]) =>
          `<dl><dt>Error code</dt><dd>${code}</dd><dt>Error subcode</dt><dd>${sub}</dd></dl>`,
      ).join(''),
    ],
    [
      'a text',
      PAIRS.map(
        ([, code, sub]) => `<p>OAuth error code ${code}, subcode ${sub}</p>`,
      ).join(''),
    ],
  ])('of %s are one code', async (_, html) => {
    expect(await readCodes(html)).toEqual([
      '1 190 meta/graph/190.460',
      '1 190 meta/graph/190.463',
    ]);
    expect(
      await page.api.goTo({ code: '190', key: 'meta/graph/190.463' }, 0),
    ).toBe(true);
    expect(page.shown.at(-1)).toMatchObject({
      code: '190',
      subcode: '463',
      position: [2, 2],
    });
  });
});

describe('a subcode that is no mark of its own', () => {
  const fields = ['2494999', '9'].map((subcode) => [
    ['Message', 'Error validating access token'],
    ['Error code', '190'],
    ['Error subcode', subcode],
  ]);
  const createRows = (tag: string) => (one: string[][]) =>
    `<${tag}>${one.map((cells) => (tag === 'dl' ? `<dt>${cells.join('</dt><dd>')}</dd>` : `<tr>${wrapAll(cells, 'td')}</tr>`)).join('')}</${tag}>`;
  test.each<[string, string, number]>([
    [
      'a table',
      createTable(
        ['Message', 'Error code', 'Error subcode'],
        fields.map((one) => one.map(([, value = '']) => value)),
      ),
      2,
    ],
    [
      'a plain grid',
      createPlainGrid(
        ['Message', 'Error code', 'Error subcode'],
        fields.map((one) => one.map(([, value = '']) => value)),
      ),
      2,
    ],
    ['a definition list', fields.map(createRows('dl')).join(''), 2],
    [
      'the fields of one message',
      fields.slice(0, 1).map(createRows('table')).join(''),
      1,
    ],
  ])('joins the code of %s', async (_, html, count) => {
    expect(await readCodes(html)).toEqual([`${count} 190`]);
    for (let at = 0; at < count; at++) {
      expect(
        await page.api.goTo(
          { code: '190', key: page.api.codes()[0]?.key ?? null },
          at,
        ),
      ).toBe(true);
      expect(page.shown.at(-1)).toMatchObject({
        code: '190',
        subcode: ['2494999', '9'][at],
      });
    }
  });
});

test('a line of a log is a message of its own', async () => {
  const lines = [
    '10:01:12 failed to +12125550134: 131049',
    '10:01:13 failed to +5511987654321: 131049',
  ];
  const html = `<pre>${lines.join('\n')}\n10:01:15 (#132000) mismatch</pre>`;
  expect(await readCodes(html)).toEqual(['2 131049', '1 132000']);
  for (const [at, line] of lines.entries()) {
    expect(
      await page.api.goTo({ code: '131049', key: 'meta/cloud/131049' }, at),
    ).toBe(true);
    expect(page.shown.at(-1)).toMatchObject({
      nearby: line,
      own: line,
      labelled: { text: line, isRow: false },
    });
  }
});

test('the failures of 10,000 marks are counted, and again after a change', async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => ROWS[at % 3] as readonly string[],
  );
  expect(await readCodes(createTable(HEADS, rows))).toEqual([
    '3334 131026',
    '1666 131047',
  ]);
  document.querySelector('tbody tr:nth-child(7)')?.remove();
  await expect.poll(() => page.api.codes()[0]?.count).toBe(3333);
});
