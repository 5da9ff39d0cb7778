import { afterEach, describe, expect, test } from 'vitest';
import { takeNthByDay } from '../../../tests/by-day.ts';
import shortLines from '../../../tests/corpus/short.jsonl?raw';
import {
  asked,
  engine,
  escapeHtml,
  getMarkedTexts,
  leavePage,
  markPage,
  onHost,
} from '../../../tests/fixtures/console-page.ts';

afterEach(leavePage);

describe('a short text alone on a console page', () => {
  interface Line {
    /** Null for a text without a known place. */
    host: string | null;
    text: string;
    codes: { code: string }[];
  }
  const lines = takeNthByDay(12, shortLines.trim().split('\n')).map(
    (line) => JSON.parse(line) as Line,
  );

  const PAGES = [
    '<p style="white-space:pre">TEXT</p>',
    '<h1>Message details</h1><p style="white-space:pre">TEXT</p>',
    '<nav><a href="/">Home</a><a href="/m">Messages</a></nav><main><h2>Message log</h2><div style="white-space:pre"><span>TEXT</span></div></main>',
    '<main><h1>Activity</h1><p>Latest delivery</p><p style="white-space:pre">TEXT</p></main>',
  ];

  test('is marked as the engine judges the text and its host', async () => {
    const differences: string[] = [];
    for (const line of lines) {
      const judged = engine
        .detect(line.text, onHost({}, line.host ?? ''))
        .filter(engine.isConfident);
      const cells = escapeHtml(line.text);
      const html =
        PAGES[lines.indexOf(line) % PAGES.length]?.replace('TEXT', cells) ?? '';
      const shown = await markPage(html, engine, line.host ?? '');
      if (shown.join() !== judged.map(({ code }) => code).join())
        differences.push(
          `${line.text}: page ${shown.join() || 'nothing'}, engine ${judged.map(({ code }) => code).join() || 'nothing'}`,
        );
    }
    // The surrounding text on the page may also count.
    expect(differences.length, differences.join('\n')).toBeLessThanOrEqual(
      lines.length * 0.04,
    );
  });
});

describe('a page of a console', () => {
  const createTable = (
    heads: readonly string[],
    rows: readonly (readonly string[])[],
    tag = 'td',
  ) =>
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        (cells) =>
          `<tr>${cells.map((cell, at) => (at === 0 ? `<${tag}>${cell}</${tag}>` : `<td>${cell}</td>`)).join('')}</tr>`,
      )
      .join('')}</tbody></table>`;

  test.each([
    'otp_v2 104',
    'welcome_es 104',
    'spring_sale 1000',
    'order-update 470',
    'promo_131 190',
  ])('names of templates hold no code: %s', async (template) => {
    const title = '(Business Account, Consumer Account) pair rate limit hit';
    const log = createTable(
      ['template', 'language', 'status', 'error_title', 'error_details'],
      [
        [
          template,
          'hi',
          'failed',
          title,
          'Too many messages sent to the same recipient.',
        ],
      ],
    );
    const short = createTable(
      ['template', 'error_title'],
      [[template, 'Error validating access token']],
    );
    const bare = `<table>${[template, 'welcome_pt', template, 'invoice_4', template].map((name) => `<tr><td>Ana</td><td>${name}</td><td>failed</td><td>131056</td></tr>`).join('')}</table>`;
    expect(await markPage(log)).toEqual([]);
    expect(await markPage(short)).toEqual([]);
    expect(await markPage(bare)).toEqual(Array(5).fill('131056'));
  });

  test('floats of pandas are codes, and amounts are none', async () => {
    const html = `${createTable(
      ['error_code', 'error_title'],
      [
        ['131047.0', 'Re-engagement message'],
        ['131026.0', 'Message undeliverable'],
        ['63016.0', 'Outside the window'],
        ['190.0', 'Access token expired'],
        ['4.0', 'Application request limit reached'],
        ['NaN', 'NaN'],
      ],
    )}<p>Error code 131047.0</p><p>Total 131047.50</p><p>Version 131047.0.1</p>`;
    expect(await markPage(html)).toEqual([
      '131047',
      '131026',
      '63016',
      '190',
      '4',
      '131047',
    ]);
  });

  test.each(['th', 'td'])(
    'numbers below an empty head are no codes: %s',
    async (tag) => {
      const rows = ['10', '17', '33', '100', '190'].map((at) => [
        at,
        'failed',
        '131026',
        'Message undeliverable',
      ]);
      const marks = await markPage(
        createTable(['', 'status', 'error_code', 'error_title'], rows, tag),
      );
      expect(marks).toEqual(Array(5).fill('131026'));
    },
  );

  test.each([
    [
      'pandas',
      'error_code\n131047    22\n131026    18\n100        7\n368        5\n190        5\n4          4\n63024      4\nName: count, dtype: Int64',
    ],
    [
      'SQL',
      ' error_code | count\n------------+-------\n 131047     |    22\n 131026     |    18\n 100        |     7\n 368        |     5\n 190        |     5\n 4          |     4\n 63024      |     4',
    ],
    [
      'uniq',
      '$ grep -o error_code=[0-9]* app.log | cut -d= -f2 | sort | uniq -c\n     22 131047\n     18 131026\n      4 63024',
    ],
  ])('counts by code hold a code a line: %s', async (_, text) => {
    // Without a header, only long codes are unambiguous.
    const short = text.includes('uniq') ? [] : ['100', '368', '190', '4'];
    expect(await markPage(`<pre>${text}</pre>`)).toEqual([
      '131047',
      '131026',
      ...short,
      '63024',
    ]);
  });

  test.each([
    ['error_code=4', '4'],
    ['error_code=4 pid=1031', '4'],
    ['error_code=100 pid=368 queue=131026', '100'],
    ['failed error_code=190 retry=1', '190'],
    ['failed error_code=368 retry=1', '368'],
    ['error_code=10 attempt=2', '10'],
    ['error_code=131047 pid=190', '131047'],
    ['error_code=100 latency_ms=190', '100'],
    ['level=error msg="send failed" error_code=368 attempt=2', '368'],
  ])(
    'a key of a log line names its value and no other: %s',
    async (line, code) => {
      expect(await markPage(`<pre>${line}</pre>`)).toEqual([code]);
    },
  );

  test.each([
    [['Code', 'Title', 'What to do']],
    [['Error', 'Message', 'Advice']],
  ])('a column of codes beside their titles: %s', async (heads) => {
    const rows = [
      ['131047', 'Re-engagement message', 'Send a template.'],
      ['4', 'Application request limit reached', 'Slow down.'],
      ['10', 'Permission denied', 'Grant it.'],
      ['63016', 'Outside the allowed window', 'Use a template.'],
    ];
    expect(await markPage(createTable(heads, rows))).toEqual([
      '131047',
      '4',
      '10',
      '63016',
    ]);
  });

  test('source code: codes are, and names in strings are not', async () => {
    const html = `<pre><span>RETRY_LATER</span> <span>=</span> <span>{</span><span>131049</span><span>,</span> <span>131056</span><span>,</span> <span>80007</span><span>,</span> <span>4</span><span>}</span>
<span>if</span> <span>error</span><span>.</span><span>code</span> <span>==</span> <span>131047</span><span>:</span> <span>send_template</span><span>(</span><span>"otp_v2 104"</span><span>,</span> <span>timeout</span><span>=</span><span>190</span><span>)</span>
</pre>`;
    expect(await markPage(html)).toEqual([
      '131049',
      '131056',
      '80007',
      '4',
      '131047',
    ]);
  });

  const GRID_HEADS = [
    'id',
    'template',
    'status',
    'error_code',
    'error_title',
    'attempts',
    'http_status',
    'batch_id',
  ];
  const GRID_ROWS = [
    ['100450', 'promo_131', 'delivered', '', '', '1', '200', '80007'],
    [
      '100451',
      'order_update_2',
      'failed',
      '4',
      'Application request limit reached',
      '1',
      '400',
      '131049',
    ],
    [
      '100452',
      'shipping_190',
      'failed',
      '368',
      '(#368) Temporarily blocked',
      '3',
      '400',
      '131026',
    ],
    [
      '100453',
      'otp_v2 104',
      'failed',
      '131056',
      'Pair rate limit hit',
      '5',
      '400',
      '132000',
    ],
    [
      '100454',
      'welcome_4',
      'failed',
      '100',
      'Invalid parameter',
      '3',
      '400',
      '63016',
    ],
    ['100455', 'welcome_4', 'sent', '', '', '3', '200', '131047'],
  ];
  const createGrid = (rows: readonly (readonly string[])[]) =>
    `<div class="heads">${GRID_HEADS.map((head) => `<div class="head"><span class="name">${head}</span></div>`).join('')}</div><div class="canvas">${rows
      .map(
        (cells) =>
          `<div class="line">${cells.map((cell, at) => `<div class="cell l${at}"><div>${cell}</div></div>`).join('')}</div>`,
      )
      .join('')}</div>`;
  const GRID_MARKS = ['4', '368', '368', '131056', '100'];

  test('a grid of plain elements has columns', async () => {
    expect(await markPage(`<div>${createGrid(GRID_ROWS)}</div>`)).toEqual(
      GRID_MARKS,
    );
  });

  test('such a grid in a shadow root', async () => {
    await markPage('<section></section>');
    const root = document
      .querySelector('section')
      ?.attachShadow({ mode: 'open' });
    document.body.innerHTML = '<main></main>';
    const host = document.querySelector('main') as HTMLElement;
    (host.attachShadow({ mode: 'open' }) ?? root).innerHTML =
      createGrid(GRID_ROWS);
    await expect.poll(getMarkedTexts).toEqual(GRID_MARKS);
  });

  test('after sorting and paging on the client each visible code is marked again within a second', async () => {
    await markPage(`<div>${createGrid(GRID_ROWS)}</div>`);
    const canvas = document.querySelector('.canvas') as Element;
    canvas.append(...[...canvas.children].reverse());
    await expect
      .poll(getMarkedTexts)
      .toEqual(['100', '131056', '368', '368', '4']);
    const other = document.createElement('div');
    other.innerHTML = createGrid(GRID_ROWS.slice(3));
    canvas.replaceChildren(...(other.querySelector('.canvas')?.children ?? []));
    await expect.poll(getMarkedTexts).toEqual(['131056', '100']);
  });

  test('ids in order are no codes, in a list or in a table', async () => {
    const tickets = [
      '131045 Printer offline',
      '131046 Refund for Ana',
      '131047 Login broken',
      '131048 Invoice copy',
      '131049 Address change',
    ];
    const list = `<ul>${tickets.map((ticket) => `<li>#${ticket}</li>`).join('')}</ul>`;
    const blocks = tickets
      .map(
        (ticket) =>
          `<div class="ticket"><b>#${ticket.slice(0, 6)}</b> <span>${ticket.slice(7)}</span></div>`,
      )
      .join('');
    const rows = `<table>${tickets.map((ticket) => `<tr><td>${ticket.slice(0, 6)}</td><td>${ticket.slice(7)}</td><td>12:41</td></tr>`).join('')}</table>`;
    expect(await markPage(list)).toEqual([]);
    expect(await markPage(blocks)).toEqual([]);
    expect(await markPage(rows)).toEqual([]);
  });

  test.each([
    '<dl><dt>Recipients</dt><dd>131026</dd><dt>Failed</dt><dd>12</dd></dl>',
    '<div role="dialog"><h2>Campaign</h2><p>Recipients: 131026</p><p>Budget: 131049</p></div>',
    '<pre>[102] webhook status=delivered latency=35 ms\n[103] webhook status=read latency=10 ms</pre>',
    '<p>Upload failed due to: 400 Client Error: Bad Request for url: https://graph.facebook.com/v20.0/1/media</p>',
  ])('what another label names is no code: %s', async (html) => {
    expect(await markPage(html)).toEqual([]);
  });

  test('counts of messages that happen to be codes', async () => {
    const counts = [
      '131047/200000 failed',
      '131026 of 200000 failed',
      'Failed: 131047 (65%)',
      'No. of failures: 131026',
      'Failed: 131047 of 200000',
    ];
    const html = `${counts.map((text) => `<p>${text}</p>`).join('')}
      <dl><dt>Recipients<dd>131026<dt>Campaign<dd>promo_november</dl>`;
    expect(await markPage(html)).toEqual([]);
  });

  test('the count of a tab that happens to be a code', async () => {
    const tabs = ['All (250000)', 'Delivered (118953)', 'Failed (131047)'];
    const html = `<div role="tablist">${tabs.map((text) => `<button role="tab">${text}</button>`).join('')}</div>`;
    expect(await markPage(html)).toEqual([]);
  });

  test('a help list of one paragraph for each code, title, cause and remedy in turn', async () => {
    const html = `
      <p>131026</p><p>Message Undeliverable</p><p>Invalid destination number, user blocked the company, or user is not on WhatsApp</p><p>Verify that the number is valid. If it persists, the user may have blocked your company</p>
      <p>131030</p><p>Recipient phone number not in allowed list</p><p>The number is not on the list of test numbers</p><p>Add the number in the app's dashboard</p>
      <p>131042</p><p>Payment method not configured or billing failure</p><p>The account has no valid card</p><p>Set up a valid credit card in Meta Business Suite</p>`;
    expect(await markPage(html)).toEqual(['131026', '131030', '131042']);
  });

  test('the status is an icon with a name; characters that are not seen split a code', async () => {
    const html =
      '<p><i aria-label="Failed"></i> 131049</p><p><img alt="failed" src="data:,">131053</p><p><svg role="img" aria-label="error" width="8" height="8"></svg><span>131026</span></p><p>Error 131&#8203;047</p><p>Error 131&shy;056</p>';
    const marks = await markPage(html);
    expect(marks.map((mark) => mark.replace(/\P{Nd}/gu, ''))).toEqual([
      '131049',
      '131053',
      '131026',
      '131047',
      '131056',
    ]);
  });

  test('a database page whose first row of cells is the header, with one for all buttons', async () => {
    const rows = [
      ['1', '131047', '131049'],
      ['2', '100', '131026'],
      ['3', '131056', '132000'],
    ].map((cells) =>
      ['Edit', 'Copy', 'Delete', ...cells]
        .map((cell) => `<td>${cell}</td>`)
        .join(''),
    );
    for (const head of ['Options', '']) {
      const heads = `<td colspan=3>${head}</td><td>id</td><td>error_code</td><td>batch_id</td>`;
      const html = `<table>${[heads, ...rows].map((row) => `<tr>${row}</tr>`).join('')}</table>`;
      expect(await markPage(html)).toEqual(['131047', '100', '131056']);
    }
  });

  test('the line numbers of an editor are no codes', async () => {
    const log = [
      'send failed: 131026',
      'retry 1',
      'send failed: 131047',
      ...Array(30).fill('ok'),
    ];
    const lines = log.map(
      (line, at) =>
        `<div class=line><div>${at + 1}</div><pre>${line}</pre></div>`,
    );
    expect(await markPage(`<div class=editor>${lines.join('')}</div>`)).toEqual(
      ['131026', '131047'],
    );
  });

  test('the values of a tree of plain elements have their own keys', async () => {
    const createField = (key: string, value: string) =>
      `<div><div>${key}</div> <div>:</div> <div>${value}</div></div>`;
    const records = [
      ['131047', '190', '131049'],
      ['100', '368', '131026'],
      ['4', '471', '132000'],
    ].map(
      ([code = '', latency = '', batch = ''], at) =>
        `<div><div><div>${at}</div> <div>:</div></div><div>${createField('status', 'failed')}${createField('code', code)}${createField('latency_ms', latency)}${createField('batch_id', batch)}</div></div>`,
    );
    expect(await markPage(`<div>${records.join('')}</div>`)).toEqual([
      '131047',
      '100',
      '4',
    ]);
  });

  test('the values of a tree with one line for each key have no column, and neither has a table of pairs', async () => {
    const fields = [
      ['recipient_id', '551155131026'],
      ['code', '131026'],
      ['title', 'Message undeliverable'],
      ['retries', '100'],
      ['cost', '470'],
    ];
    const lines = fields.map(
      ([key, value]) =>
        `<div class=node><div class=indent></div><span class=key>"${key}": </span><span>${value},</span></div>`,
    );
    const brackets = (sign: string) =>
      `<div class="line first"><div class=indent></div><span class=key>item</span><span>${sign}</span></div>`;
    expect(
      await markPage(
        `<div>${brackets('{')}${lines.join('')}${brackets('}')}</div>`,
      ),
    ).toEqual(['131026']);
    const pairs = fields.map(
      ([key, value]) => `<tr><td>${key}</td><td>${value}</td></tr>`,
    );
    expect(await markPage(`<table>${pairs.slice(2).join('')}</table>`)).toEqual(
      [],
    );
  });

  test.each([
    ['plain elements', '', ''],
    ['cells', ' role=row', ' role=gridcell'],
  ])(
    'the index of a list view is no code, the error beside it is: %s',
    async (_, row, cell) => {
      const codes = [
        '131026',
        '131047',
        '131049',
        '131026',
        '131047',
        '131049',
      ];
      const lines = ['4', '10', '12', '19', '100', '190'].map((index, at) => {
        const cells = [
          index,
          'send-template',
          'failed',
          `(#${codes[at]}) not sent`,
        ];
        return `<div class="item ${at % 2 ? 'odd' : 'even'}"${row}>${cells.map((text) => `<span${cell}>${text}</span>`).join('')}</div>`;
      });
      const list = `<div${row && ' role=grid'}>${lines.join('')}</div>`;
      expect(await markPage(`<section><h3>Jobs</h3>${list}</section>`)).toEqual(
        codes,
      );
    },
  );

  test('the first of plain rows that look alike names their columns', async () => {
    const rows = [
      ['7731', 'order_update', '131047'],
      ['7732', 'order_update', '131026'],
      ['7733', 'spring_sale', '131042'],
    ];
    const create = (cells: readonly string[]) =>
      `<div class=row>${cells.map((text) => `<div>${text}</div>`).join('')}</div>`;
    const createRows = (head: string) =>
      [['Order', 'Template', head], ...rows].map(create).join('');
    expect(await markPage(`<div>${createRows('Amount')}</div>`)).toEqual([]);
    expect(await markPage(`<div>${createRows('Error code')}</div>`)).toEqual([
      '131047',
      '131026',
      '131042',
    ]);
  });

  test('a plain head may have an empty name, and a first row that looks like the others may not', async () => {
    const rows = [
      ['', 'order_update', 'delivered', ''],
      ['', 'order_update', 'failed', '131047'],
      ['', 'spring_sale', 'failed', '131049'],
    ];
    const cells = (texts: readonly string[]) =>
      texts.map((text) => `<div>${text}</div>`).join('');
    const lines = rows
      .map((row) => `<div class=row>${cells(row)}</div>`)
      .join('');
    const heads = `<div class=heads>${cells(['', 'Template', 'Status', 'Error code'])}</div>`;
    expect(await markPage(`<div>${heads}${lines}</div>`)).toEqual([
      '131047',
      '131049',
    ]);
    const first = rows
      .map(
        (row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`,
      )
      .join('');
    expect(await markPage(`<table>${first}</table>`)).toEqual([
      '131047',
      '131049',
    ]);
  });

  test.each([
    ['<ul><li>error 4 (Application request limit reached)</li></ul>', ['4']],
    ['<ul><li>error 5 (Access is denied)</li></ul>', []],
    ['<p>+5511987650000 - order_update - 131049</p>', ['131049']],
    ['<p>+55 11 98765-0000 | spring_sale | 131026</p>', ['131026']],
    ['<p>+5511987650000 - order - 131049</p>', []],
    [
      '<p>Message failed: error code 131047. node: 131026-B split</p>',
      ['131047'],
    ],
  ])('a line alone: %s', async (html, codes) => {
    expect(await markPage(html)).toEqual(codes);
  });

  test.each(['try', 'attempt', 'level', 'tentativa'])(
    'a small number beside codes has another name: %s',
    async (name) => {
      const codes = [
        '132001',
        '131056',
        '131008',
        '130472',
        '130429',
        '135000',
        '131026',
        '131047',
      ];
      const lines = codes.map(
        (code, at) =>
          `<13${at}>1 2026-09-21T12:51:2${at}.490Z wa-${at}.example.net sender 1380${at} ID4${at} [wa@32473 to="1415555450${at}" code="${code}" ${name}="${1 + (at % 4)}"] message failed`,
      );
      expect(
        await markPage(`<pre>${escapeHtml(lines.join('\n'))}</pre>`),
      ).toEqual(codes);
      const plain = codes.map(
        (code, at) =>
          `message to 1415555450${at} failed (#${code}), ${name} ${1 + (at % 4)}`,
      );
      expect(
        await markPage(plain.map((line) => `<p>${line}</p>`).join('')),
      ).toEqual(codes);
    },
  );

  test.each([
    [''],
    ['<tr><th>Recipient<th>Template<th>Status<th>Details</tr>'],
  ])(
    'a column has codes in failed rows and durations in the others: %s',
    async (head) => {
      const durations = [
        '1843',
        '912',
        '2210',
        '1370',
        '640',
        '3021',
        '1125',
        '870',
      ];
      const codes = ['131026', '131047', '132001', '131049'];
      const rows = durations.flatMap((value, at) => [
        ['order_update', 'delivered', value],
        ...(at % 2 === 1
          ? [['order_update', 'failed', codes[(at - 1) / 2] ?? '']]
          : []),
      ]);
      const html = rows.map(
        (cells, at) =>
          `<tr>${[`+55119876500${10 + at}`, ...cells].map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
      );
      expect(await markPage(`<table>${head}${html.join('')}</table>`)).toEqual(
        codes,
      );
    },
  );

  test('ticket numbers in the first column of a table without heads are no codes', async () => {
    const subjects = [
      'Error on the checkout page',
      'Where is my order?',
      'Refund please',
      'Message failed',
    ];
    const rows = ['132000', '131026', '30003', '63003'].map(
      (ticket, at) =>
        `<tr><td>#${ticket}</td><td>11/19/26, 8:2${at} PM</td><td>Ana</td><td>${subjects[at]}</td><td>Open</td></tr>`,
    );
    expect(await markPage(`<table>${rows.join('')}</table>`)).toEqual([]);
    expect(
      await markPage(
        `<table>${rows.join('').replaceAll('Open', 'Failed')}</table>`,
      ),
    ).toHaveLength(4);
  });

  test.each([
    ['send failed: 131026 queue=131049', ['131026']],
    ['ERROR "send failed: 131026 batch=132000"', ['131026']],
    ['{"error":{"code":131047,"message":"failed"},"order":131026}', ['131047']],
    ['giving up on order 80007 after 4 tries, code: 190', ['190']],
    ['message failed, now error_code=4. Thanks.', ['4']],
    ['error_code=4 pid=368, batch=131049. Retrying', ['4']],
  ])('numbers beside an error: %s', async (line, codes) => {
    expect(await markPage(`<p>${escapeHtml(line)}</p>`)).toEqual(codes);
  });

  test.each(['1', '4', '12'])(
    'a text that its cell cuts short: (%s) does not',
    async (count) => {
      const cells = [
        '132000',
        `(#132000) Number of parameters (${count}) does not…`,
      ];
      const marks = await markPage(
        createTable(['Error code', 'Message'], [cells, cells, cells]),
      );
      expect(marks).toEqual(Array(6).fill('132000'));
    },
  );

  test('a data grid with a row of column headers and cells that name their field', async () => {
    const fields = ['id', 'status', 'error_code', 'attempts'];
    const rows = [
      ['131045', 'failed', '131047', '4'],
      ['131046', 'failed', '4', '3'],
      ['131047', 'delivered', '', '1'],
      ['131048', 'failed', '190', '2'],
    ];
    const heads = fields.map(
      (field) =>
        `<div class="col" role="columnheader" data-field="${field}"><div><div class="title">${field}</div></div></div>`,
    );
    const lines = rows.map(
      (row, at) =>
        `<div class="row ${at % 2 ? 'even' : 'odd'}" role="row">${row.map((cell, column) => `<div class="cell" role="gridcell" data-field="${fields[column]}">${cell}</div>`).join('')}</div>`,
    );
    const html = `<div role="grid"><div role="rowgroup"><div role="row">${heads.join('')}</div></div><div role="rowgroup">${lines.join('')}</div></div>`;
    expect(await markPage(html)).toEqual(['131047', '4', '190']);
  });

  test('the line numbers beside the code of an editor and of a diff are no codes', async () => {
    const source = [
      'if error.code == 131047:',
      'return',
      'if error.code == 190:',
      'refresh()',
      '# done',
    ];
    const numbers = Array.from(
      { length: source.length },
      (_, at) => `<div><div class="number">${at + 1}</div></div>`,
    );
    const lines = source.map(
      (line) => `<div class="line"><span><span>${line}</span></span></div>`,
    );
    expect(
      await markPage(
        `<div class="editor"><div>${numbers.join('')}</div><div>${lines.join('')}</div></div>`,
      ),
    ).toEqual(['131047', '190']);
    const changes = source.map(
      (line, at) =>
        `<tr><td class="numbers"><div>${at + 1}</div><div>${at + 1}</div></td><td><div class="code"><span>+</span><span>${line}</span></div></td></tr>`,
    );
    expect(
      await markPage(`<table><tbody>${changes.join('')}</tbody></table>`),
    ).toEqual(['131047', '190']);
  });

  test('an admin list whose rows have a link as header, and cards of a job queue', async () => {
    const rows = ['131045', '131046', '131047'].map(
      (id, at) =>
        `<tr><td><input type="checkbox"></td><th scope="row"><a href="/m/${id}">${id}</a></th><td>+55119876500${at}</td><td>Failed</td><td>${['131026', '131047', '131049'][at]}</td></tr>`,
    );
    const heads = ['', 'Id', 'To', 'Status', 'Error code'].map(
      (head) => `<th scope="col"><div><span>${head}</span></div></th>`,
    );
    expect(
      await markPage(
        `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
      ),
    ).toEqual(['131026', '131047', '131049']);
    const jobs = ['131026', '131047', '131049'].map(
      (code, at) =>
        `<div class="card"><div><span>#13102${at}</span><h4>send-template</h4></div><div>attempt #${at + 2}</div><pre>Error: (#${code}) failed\n    at send (wa.js:190:4)</pre></div>`,
    );
    expect(await markPage(`<section>${jobs.join('')}</section>`)).toEqual([
      '131026',
      '131047',
      '131049',
    ]);
  });

  test.each(['#', 'No.', 'No', '№'])(
    'row and ticket numbers below %s are no codes',
    async (head) => {
      const rows = [
        ['33', 'Rate limit hit'],
        ['34', 'Message failed'],
        ['100', 'Invalid parameter'],
      ];
      expect(await markPage(createTable([head, 'Subject'], rows))).toEqual([]);
      const cells = (texts: readonly string[]) =>
        texts.map((text) => `<div>${text}</div>`).join('');
      const lines = rows
        .map((row) => `<div class=row>${cells(row)}</div>`)
        .join('');
      expect(
        await markPage(
          `<div><div class=heads>${cells([head, 'Subject'])}</div><div>${lines}</div></div>`,
        ),
      ).toEqual([]);
    },
  );

  test.each(['SQL command', 'Orders', 'Payments', 'Page 2'])(
    'the header of a column outweighs the heading of the page: %s',
    async (heading) => {
      const rows = ['131047', '100', '368', '190', '4'].map((code, at) => [
        code,
        `${at + 4}`,
      ]);
      const table = createTable(['error_code', 'n'], rows);
      const codes = rows.map(([code]) => code);
      expect(await markPage(`<h2>${heading}</h2>${table}`)).toEqual(codes);
      expect(
        await markPage(
          table.replace('<thead>', `<caption>${heading}</caption><thead>`),
        ),
      ).toEqual(codes);
    },
  );

  test('cards of one shape have a code in the same line', async () => {
    const codes = ['131047', '131026', '130472'];
    const cards = codes.map(
      (code, at) =>
        `<div class=card><p>Ana ${at}</p><p>12:4${at}</p><p>order_update_2</p><p>${code}</p><p>131031${at}</p></div>`,
    );
    expect(await markPage(`<main>${cards.join('')}</main>`)).toEqual(codes);
  });

  test('a row that was alone for a moment is read again with the next ones', async () => {
    await markPage(
      '<main><div><div>+5511987650000 order_update 131026</div></div></main>',
    );
    const list = document.querySelector('main > div') as Element;
    for (const code of ['131047', '131049', '131053'])
      list.insertAdjacentHTML(
        'beforeend',
        `<div>+5511987650000 order_update ${code}</div>`,
      );
    const first = () => asked.findLast(({ text }) => text.endsWith('131026'));
    await expect
      .poll(() => first()?.context.lines?.match(/\d{6}$/gm))
      .toHaveLength(4);
  });
});
