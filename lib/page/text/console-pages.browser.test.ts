import { text as codes } from 'virtual:codes';
import known from 'virtual:prefilter';
import { afterEach, describe, expect, test } from 'vitest';
import { takeNthByDay } from '../../../tests/by-day.ts';
import shortLines from '../../../tests/corpus/short.jsonl?raw';
import { testPageState } from '../../../tests/fixtures/engine.ts';
import { findPageStates } from '../../answer/paste/find-states.ts';
import { getBundledCatalogue } from '../../catalogue/bundled-catalogue.ts';
import type { DetectRequest } from '../../detect/detect-request.ts';
import type { TextContext } from '../../detect/hit.ts';
import { createPrefilter } from '../../detect/prefilter.ts';
import { createDetectService } from '../../extension/engine/detect-service.ts';
import {
  decodeResults,
  encodeRequests,
} from '../../extension/engine/detect-wire.ts';
import { createEngine } from '../../extension/engine/engine.ts';
import {
  type AnnotatorController,
  createAnnotatorController,
} from '../lifecycle/annotator-controller.ts';

const engine = createEngine(codes);
const teams = createEngine(codes, [
  {
    code: '4712',
    wordings: [],
    provider: 'Our gateway',
    title: 'Gateway quota used up',
    meaning: 'No more messages today.',
    turn: 'you',
    retry: 'later',
    next: 'Send tomorrow.',
    link: '',
  },
]);
let host = 'business.facebook.com';
let page: AnnotatorController | null = null;
const asked: DetectRequest[] = [];

afterEach(() => {
  page?.destroy();
  page = null;
  document.body.replaceChildren();
});

const onHost = (context: TextContext): TextContext => ({
  ...context,
  host,
  path: '/',
});

/** Renders HTML as a console would, and returns its marks in page order. */
async function markPage(html: string, judge = engine): Promise<string[]> {
  page?.destroy();
  document.body.innerHTML = html;
  asked.length = 0;
  page = createAnnotatorController({
    prefilter: createPrefilter(known, host ?? ''),
    detect: async (requests) => {
      asked.push(...requests);
      const onConsole = requests.map((request) => ({
        ...request,
        context: onHost(request.context),
      }));
      return decodeResults(
        createDetectService(
          judge,
          () => [],
          (text, context) =>
            findPageStates(text, context, getBundledCatalogue()),
        ).detectAll(encodeRequests(onConsole), () => true),
      );
    },
    getShadowRoot: () => null,
    loadCard: async () => undefined,
    onCodesChanged: () => undefined,
  });
  page.configure(testPageState);
  while (page.api.isReading()) await new Promise((done) => setTimeout(done));
  return getMarkedTexts();
}

function getMarkedTexts(): string[] {
  const ranges = [...CSS.highlights]
    .filter(([name]) => name.startsWith('errata'))
    .flatMap(([, highlight]) => [...highlight] as Range[]);
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  return ranges.map(String);
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

describe('a short text alone on a console page', () => {
  interface Line {
    host: string;
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
      host = line.host;
      const judged = engine
        .detect(line.text, onHost({}))
        .filter(engine.isConfident);
      const cells = escapeHtml(line.text);
      const html =
        PAGES[lines.indexOf(line) % PAGES.length]?.replace('TEXT', cells) ?? '';
      const shown = await markPage(html);
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

/** Pages on which a text is directly below a heading. */
const BELOW_HEADING = [
  '<h1>HEAD</h1><p>TEXT</p>',
  '<section><h2>HEAD</h2><div>TEXT</div></section>',
  '<h3>HEAD</h3><ul><li>TEXT</li></ul>',
  '<div>HEAD</div><ul><li>TEXT</li></ul>',
  '<table><thead><tr><th>Id</th><th>HEAD</th></tr></thead><tbody><tr><td>w1</td><td>TEXT</td></tr></tbody></table>',
];

describe('a text directly below a heading', () => {
  const markBelow = (page: string, head: string, text: string) => {
    host = 'business.facebook.com';
    return markPage(page.replace('HEAD', head).replace('TEXT', text), teams);
  };

  test.each(BELOW_HEADING)(
    'has its own name for its number: %s',
    async (page) => {
      expect(
        await markBelow(page, 'Deliveries', 'Failed with error code 4712.'),
      ).toEqual(['4712']);
      expect(
        await markBelow(page, 'Deliveries', 'Error code: 1013 gateway'),
      ).toEqual(['1013']);
      expect(
        await markBelow(page, 'Deliveries', 'Sent to 131047 recipients'),
      ).toEqual([]);
      expect(
        await markBelow(page, 'Error code', 'Your order number is 131047'),
      ).toEqual([]);
    },
  );

  test.each(BELOW_HEADING)(
    'is named by it if it is only a value: %s',
    async (page) => {
      expect(await markBelow(page, 'Error code', '470')).toEqual(['470']);
      expect(await markBelow(page, 'Deliveries', '131047')).toEqual([]);
    },
  );
});

describe('a help list of one block for each code', () => {
  const LISTS: [string, string[]][] = [
    [
      'WhatsApp error codes',
      [
        '470: outside of the window',
        '471: spam rate limit',
        '480: identity changed',
        '1006: resource not found',
      ],
    ],
    [
      'Error codes',
      [
        '131047 - Re-engagement message',
        '368 - Temporarily blocked',
        '190 - Access token expired',
      ],
    ],
    [
      'Common WhatsApp Business API errors and how to fix them',
      [
        '1. 131047 Re-engagement message',
        '2. 131026 Message undeliverable',
        '3. 470 Message failed because more than 24 hours have passed',
        '4. 1013 Recipient is not valid',
      ],
    ],
    [
      'What the codes mean:',
      [
        '(470) More than 24 hours',
        '(1013) Recipient is not valid',
        '(1006) Resource not found',
      ],
    ],
    [
      'If the message fails with one of these error codes, do the following:',
      [
        '131047: send a template',
        '131049: wait',
        '470: send a template',
        '1013: check the number',
      ],
    ],
    [
      'Códigos de error de WhatsApp',
      [
        '470: fuera de la ventana de 24 horas',
        '471: límite de spam',
        '1013: destinatario no válido',
        '131047: mensaje de reactivación',
      ],
    ],
    [
      'Room numbers',
      [
        '470: meeting room',
        '471: kitchen',
        '480: archive',
        '1006: server room',
      ],
    ],
  ];
  const wrap = (tag: string, lines: readonly string[]) =>
    lines.map((line) => `<${tag}>${line}</${tag}>`).join('');

  test.each(LISTS)(
    'is marked like the same list as one text: %s',
    async (head, lines) => {
      host = 'business.facebook.com';
      const all = [head, ...lines];
      const whole = await markPage(`<pre>${all.join('\n')}</pre>`);
      expect(whole.length).toBe(head === 'Room numbers' ? 0 : lines.length);
      for (const html of [
        wrap('p', all),
        wrap('div', all),
        `<ul>${wrap('li', all)}</ul>`,
        `<p>${head}</p><ul>${wrap('li', lines)}</ul>`,
        wrap(
          'p',
          all.map((line) => line.replace(/\d{3,}/, '<code>$&</code>')),
        ),
      ])
        expect(await markPage(html), html).toEqual(whole);
    },
  );
});

describe('a paragraph below a heading that names no errors', () => {
  const HEADS = [
    'Troubleshooting',
    'Help',
    'Deliveries',
    'FAQ',
    'Common problems',
    'WhatsApp Business API',
  ];
  const wrap = (tag: string, head: string, lines: readonly string[]) =>
    `<h2>${head}</h2>${lines.map((line) => `<${tag}>${line}</${tag}>`).join('')}`;

  test.each(HEADS)(
    'is marked if its words explain its code: %s',
    async (head) => {
      host = 'business.facebook.com';
      const lines = [
        '470 – the window is closed',
        '471: too many messages',
        '480 – the identity changed',
        '500: the server failed',
        '1013 – the recipient is not valid',
        '131026: message undeliverable',
      ];
      for (const tag of ['p', 'div', 'li'])
        expect(await markPage(wrap(tag, head, lines)), tag).toEqual(
          lines.map((line) => line.match(/\d+/)?.[0]),
        );
    },
  );

  test.each([...HEADS, 'Orders', 'Today'])(
    'has no mark if its words count something: %s',
    async (head) => {
      host = 'business.facebook.com';
      const lines = [
        '470 messages sent this week',
        '1013 unread chats in inbox',
        '480 customers in this list',
        '500 new contacts were added',
      ];
      for (const tag of ['p', 'li'])
        for (const shown of [lines, ...lines.map((line) => [line])])
          expect(await markPage(wrap(tag, head, shown)), shown.join()).toEqual(
            [],
          );
    },
  );
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

describe('states of numbers, accounts and templates', () => {
  const table = (heads: string[], ...rows: string[][]) =>
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        (cells) =>
          `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
      )
      .join('')}</tbody></table>`;
  const list = (...fields: string[]) =>
    `<dl>${fields.map((field) => field.replace(/(.*): (.*)/, '<dt>$1</dt><dd>$2</dd>')).join('')}</dl>`;
  const pairs = (...fields: string[]) =>
    `<section>${fields.map((field) => field.replace(/(.*): (.*)/, '<div><div>$1</div><div>$2</div></div>')).join('')}</section>`;
  const rows = (cell: string, ...fields: string[]) =>
    `<table>${fields.map((field) => field.replace(/(.*): (.*)/, `<tr><${cell}>$1</${cell}><td>$2</td></tr>`)).join('')}</table>`;
  const items = (...fields: string[]) =>
    `<ul>${fields.map((field) => `<li>${field}</li>`).join('')}</ul>`;
  const boldItems = (...fields: string[]) =>
    items(
      ...fields.map((field) =>
        field.replace(/(.*:) (.*)/, '<b>$1</b> <span>$2</span>'),
      ),
    );
  const tiles = (...fields: string[]) =>
    pairs(...fields).replace(/<\/?section>/g, '');
  const lines = (...fields: string[]) =>
    boldItems(...fields)
      .replace(/<\/?ul>/g, '')
      .replace(/(?<=<\/?)li/g, 'p');
  const SHAPES = [
    rows.bind(null, 'th'),
    rows.bind(null, 'td'),
    items,
    boldItems,
    tiles,
    lines,
  ];
  const TEMPLATES = ['Template name', 'Category', 'Language', 'Status'];

  test.each([
    [
      table(
        TEMPLATES,
        ['order', 'Utility', 'English', 'Paused'],
        ['sale', 'Utility', 'English', 'Active'],
      ),
      ['Paused'],
    ],
    [
      table(TEMPLATES, [
        'sale',
        'Marketing',
        'English',
        'Active – Low quality',
      ]),
      ['Active – Low quality'],
    ],
    [
      table(TEMPLATES, [
        'sale',
        'Marketing',
        'English',
        '<div><span>Rejected</span></div><div>Policy</div>',
      ]),
      ['Rejected'],
    ],
    [
      table(
        ['Phone number', 'Display name', 'Quality rating', 'Status'],
        ['+49 151 23456789', 'Ana', 'Low', 'Flagged'],
        ['+49 151 23456780', 'Ana', 'High', 'Connected'],
      ),
      ['Low', 'Flagged'],
    ],
    [
      table(['phone', 'quality_rating', 'status'], ['1', 'RED', 'BANNED']),
      ['RED', 'BANNED'],
    ],
    [
      list('Quality rating: Low', 'Account review status: Rejected'),
      ['Low', 'Rejected'],
    ],
    [
      list(
        'Template name: order_update',
        'Category: Utility',
        'Status: Paused',
      ),
      ['Paused'],
    ],
    [
      pairs(
        'Quality rating: Red',
        'Messaging limit: 250',
        'Status: Restricted',
      ),
      ['Red', 'Restricted'],
    ],
    [
      list(
        'Template name: Order update',
        'Category: Utility',
        'Status: Paused',
      ),
      ['Paused'],
    ],
    [
      pairs(
        'Template name: Order update',
        'Category: Utility',
        'Status: Paused',
      ),
      ['Paused'],
    ],
    [table(TEMPLATES, ['order', 'Utility', 'English', 'paused']), ['paused']],
    [
      `<h2>Message templates</h2>${table(['Name', 'Category', 'Language', 'Status'], ['order', 'Utility', 'en', 'In review'])}`,
      ['In review'],
    ],
    [
      table(
        ['Element name', 'Category', 'Language', 'Status'],
        ['order', 'MARKETING', 'en_US', 'REJECTED'],
      ),
      ['REJECTED'],
    ],
    [
      table(
        ['Template name', 'Category', 'Status', 'Quality'],
        ['order', 'Utility', 'Paused', 'Low'],
      ),
      ['Paused', 'Low'],
    ],
    [tiles('WhatsApp account: Acme', 'Account status: Disabled'), ['Disabled']],
    ...['Utility', 'MARKETING'].map((category): [string, string[]] => [
      table(
        ['Name', 'Namespace', 'Language', 'Category', 'Status'],
        ['order', 'x', 'en', category, 'rejected'],
      ),
      ['rejected'],
    ]),
    [
      table(
        ['Nom du modèle', 'Catégorie', 'Langue', 'Statut'],
        ['order', 'Utilité', 'Français', 'Rejeté'],
      ),
      ['Rejeté'],
    ],
    [
      table(
        ['Phone number', 'Verification status'],
        ['+49 151 23456789', 'Not verified'],
      ),
      ['Not verified'],
    ],
    ['<p>Quality rating: Low</p>', ['Low']],
    ['<p><b>Quality rating:</b> Medium</p>', ['Medium']],
    ['<h2>Message templates</h2><p>Status: Disabled</p>', ['Disabled']],
    [
      `<h2>Message templates</h2><p>\n${' '.repeat(14)}Status: Disabled\n${' '.repeat(12)}</p>`,
      ['Disabled'],
    ],
    ['<h2>WhatsApp account</h2><p>Account status: Rejected</p>', ['Rejected']],
    ['<h2>WhatsApp senders</h2><p>Status: Offline</p>', ['Offline']],
    [table(TEMPLATES, ['order', 'Utility', 'English', '● Paused']), ['Paused']],
    [
      table(TEMPLATES, ['order', 'Utility', 'English', '<i>🔴</i> Rejected']),
      ['Rejected'],
    ],
    [
      list(
        'Template name: order_update',
        'Category: Utility',
        'Status: ● Paused',
      ),
      ['Paused'],
    ],
    ['<div><span>Quality rating</span><span>Low</span></div>', ['Low']],
    ['<div><b>Quality rating</b> <span>● Low</span></div>', ['Low']],
    [
      '<h2>Message templates</h2><div><span>Status</span> <span>Paused</span></div>',
      ['Paused'],
    ],
    ['<p>Quality rating · Low</p>', ['Low']],
    ['<p>Quality rating – Medium</p>', ['Medium']],
    ['<h2>Message templates</h2><p>Status · Paused</p>', ['Paused']],
    ['<p>Classificação de qualidade: Baixa</p>', ['Baixa']],
    [list('Calificación de calidad: Media', 'Estado: Conectado'), ['Media']],
    [pairs('Qualitätsbewertung: Niedrig', 'Status: Verbunden'), ['Niedrig']],
    [
      table(
        ['Nome do modelo', 'Categoria', 'Idioma', 'Status'],
        ['order', 'Utilidade', 'pt', 'Pausado'],
      ),
      ['Pausado'],
    ],
    [
      table(
        ['Nombre de la plantilla', 'Categoría', 'Idioma', 'Estado'],
        ['order', 'Utilidad', 'es', 'Rechazada'],
        ['sale', 'Marketing', 'es', 'En revisión'],
      ),
      ['Rechazada', 'En revisión'],
    ],
    [
      table(
        ['Vorlagenname', 'Kategorie', 'Sprache', 'Status'],
        ['order', 'Nützliches', 'de', 'Abgelehnt'],
      ),
      ['Abgelehnt'],
    ],
    [
      table(
        [
          'Número de telefone',
          'Nome de exibição',
          'Classificação de qualidade',
          'Status',
        ],
        ['+55 11 5550 0123', 'Ana', 'Baixa', 'Restrito'],
        ['+55 11 5550 0124', 'Ana', 'Alta', 'Conectado'],
      ),
      ['Baixa', 'Restrito'],
    ],
    ...[
      'Account,Channel,Client,Business,Inbox,App name,Country,Friendly name,Name,WABA'
        .split(',')
        .map((first): [string, string[]] => [
          table(
            [first, 'Phone number', 'Display name', 'Quality rating', 'Status'],
            ['Acme', '+49 151 23456789', 'Ana', 'Low', 'Flagged'],
          ),
          ['Low', 'Flagged'],
        ]),
      'Created,Title,Date,WABA,Last edited,Category'
        .split(',')
        .map((first): [string, string[]] => [
          `<h2>Message templates</h2>${table([first, 'Name', 'Category', 'Language', 'Status'], ['x', 'order', 'Utility', 'en', 'Rejected'])}`,
          ['Rejected'],
        ]),
    ].flat(),
    [
      `<h2>Modelos de mensagem</h2>${table(['Nome', 'Categoria', 'Idioma', 'Status'], ['order', 'Utilidade', 'pt', 'Rejeitado'])}`,
      ['Rejeitado'],
    ],
    [
      `<h2>Plantillas de mensajes</h2>${table(['Nombre', 'Categoría', 'Idioma', 'Estado'], ['order', 'Utilidad', 'es', 'Rechazada'])}`,
      ['Rechazada'],
    ],
    [
      table(
        ['Status', ...TEMPLATES.slice(0, 3)],
        ['Rejected', 'order', 'Utility', 'English'],
      ),
      ['Rejected'],
    ],
    [
      table(['Phone number', 'Quality score'], ['+49 151 23456789', 'Low']),
      ['Low'],
    ],
    [
      table(
        TEMPLATES,
        ['order', 'Utility', 'English', 'Pending'],
        ['sale', 'Utility', 'English', 'Deleted'],
      ),
      ['Pending', 'Deleted'],
    ],
    [
      `<h2>Message templates</h2>${list('Category: Utility', 'Language: English', 'Status: Pending')}`,
      ['Pending'],
    ],
    [
      table(
        ['Phone number', 'Display name', 'Status'],
        ['+49 151 23456789', 'Acme', 'Pending'],
        ['+49 151 23456780', 'Acme', 'Flagged'],
        ['+49 151 23456781', 'Acme', 'Restricted'],
        ['+49 151 23456782', 'Acme', 'Connected'],
      ),
      ['Pending', 'Flagged', 'Restricted'],
    ],
    [
      table(
        ['WhatsApp sender', 'Display name', 'Status'],
        ['+49 151 23456789', 'Acme', 'Flagged'],
      ),
      ['Flagged'],
    ],
    [
      table(
        ['Telefonnummer', 'Anzeigename', 'Status'],
        ['+49 151 23456789', 'Acme', 'Flagged'],
      ),
      ['Flagged'],
    ],
    ...['Template status', 'Review status', 'Approval status'].map(
      (head): [string, string[]] => [
        table(
          [...TEMPLATES.slice(0, 3), head],
          ['order', 'Utility', 'English', 'Paused'],
        ),
        ['Paused'],
      ],
    ),
    [
      list(
        'Display name: Acme',
        'Quality rating: High',
        'Number status: Offline',
      ),
      ['Offline'],
    ],
    ...['Channel', 'Tags', 'Email'].map((column): [string, string[]] => [
      table(
        ['Phone number', 'Display name', column, 'Quality rating', 'Status'],
        ['+49 151 23456789', 'Acme', 'x', 'Low', 'Offline'],
      ),
      ['Low', 'Offline'],
    ]),
    [
      table(
        ['Template name', 'Language', 'Tags', 'Status'],
        ['order', 'English', 'x', 'Pending'],
      ),
      ['Pending'],
    ],
    ...SHAPES.flatMap((show): [string, string[]][] => [
      [
        show('Display name: Acme', 'Quality rating: High', 'Status: Offline'),
        ['Offline'],
      ],
      [
        show(
          'Phone number: +49 151 23456789',
          'Display name: Acme',
          'Status: Banned',
        ),
        ['Banned'],
      ],
      ...(show === items
        ? []
        : ([
            [
              show(
                'Template name: order',
                'Language: English',
                'Status: Pending',
              ),
              ['Pending'],
            ],
            [
              show(
                'Quality rating: High',
                'Display name: Acme',
                'Status: Pending',
              ),
              ['Pending'],
            ],
          ] as [string, string[]][])),
      [
        show('Template name: order', 'Language: English', 'Status: Rejected'),
        ['Rejected'],
      ],
      [
        show('Status: ● Paused', 'Template name: order', 'Category: Utility'),
        ['Paused'],
      ],
      [
        show(
          'Display name: Acme',
          'Quality rating: Low',
          'Number status: Flagged',
        ),
        ['Low', 'Flagged'],
      ],
    ]),
    ...[
      'Template name,Category,Status',
      'Template name,Status,Last updated',
      'Template,Status,Updated',
      'Template,Category,Status',
      'Template name,Language,Template status',
      'Template name,Template status',
    ].map((heads): [string, string[]] => {
      const names = heads.split(',');
      const show = (state: string) =>
        names.map((name) => (/status/i.test(name) ? state : 'x'));
      return [
        table(names, show('Pending'), show('Approved'), show('Deleted')),
        ['Pending', 'Deleted'],
      ];
    }),
    [
      table(['Phone number', 'Number status'], ['+49 151 23456789', 'Pending']),
      ['Pending'],
    ],
    ...[list, pairs, ...SHAPES, (field: string) => `<p>${field}</p>`].flatMap(
      (show): [string, string[]][] => [
        [show('Template status: Pending'), ['Pending']],
        [show('Template status: Rejected'), ['Rejected']],
        [show('Number status: Deleted'), ['Deleted']],
      ],
    ),
    [
      table(['Account', 'Business verification'], ['WABA 1', 'Failed']),
      ['Failed'],
    ],
    ...[
      [
        'Nombre de la plantilla',
        'Categoría',
        'Idioma',
        'Estado',
        'Activa: calidad baja',
      ],
      [
        'Nome do modelo',
        'Categoria',
        'Idioma',
        'Status',
        'Ativo – qualidade baixa',
      ],
      [
        'Vorlagenname',
        'Kategorie',
        'Sprache',
        'Status',
        'Aktiv – Qualität niedrig',
      ],
      [
        'Nom du modèle',
        'Catégorie',
        'Langue',
        'Statut',
        'Actif - Qualité faible',
      ],
      [
        'Nome modello',
        'Categoria',
        'Lingua',
        'Stato',
        'Attivo – Qualità bassa',
      ],
      [
        'Nama template',
        'Kategori',
        'Bahasa',
        'Status',
        'Aktif - Kualitas rendah',
      ],
      ['Şablon adı', 'Kategori', 'Dil', 'Durum', 'Aktif - Düşük kalite'],
    ].map(
      ([name = '', category = '', language = '', status = '', value = '']): [
        string,
        string[],
      ] => [
        table(
          [name, category, language, status],
          ['order', 'x', 'y', value],
          ['sale', 'x', 'y', '—'],
        ),
        [value],
      ],
    ),
    [
      '<pre>{"display_phone_number": "+49 151 23456789", "quality_rating": "RED"}</pre>',
      ['RED'],
    ],
    [
      '<pre>{\n  "status": "BANNED",\n  "quality_rating": "GREEN"\n}</pre>',
      ['BANNED'],
    ],
    [
      '<pre>{"name": "order", "status": "PAUSED", "category": "UTILITY"}</pre>',
      ['PAUSED'],
    ],
    ['<p><code>"quality_rating": "RED"</code></p>', ['RED']],
    [
      '<div class=json><div><span>{</span></div><div><span>"quality_rating"</span><span>: </span><span>"YELLOW"</span></div><div><span>}</span></div></div>',
      ['YELLOW'],
    ],
  ])('marks what stops or limits sending: %s', async (html, marked) => {
    host = 'business.facebook.com';
    expect(await markPage(html)).toEqual(marked);
  });

  test.each([
    table(
      TEMPLATES,
      ['order', 'Utility', 'English', 'Active – High quality'],
      ['a', 'Utility', 'English', 'Approved'],
    ),
    list(
      'Quality rating: High',
      'Status: Connected',
      'Messaging limit: 1K customers/24hr',
      'Display name: Approved',
    ),
    table(
      ['Recipient', 'Template name', 'Status'],
      ['+49 151 23456789', 'order', 'Rejected'],
    ),
    table(
      ['Message ID', 'Language', 'Category', 'Status'],
      ['wamid.1', 'en', 'Utility', 'Expired'],
    ),
    table(['Campaign', 'Template name', 'Status'], ['Sale', 'order', 'Paused']),
    table(
      ['Ticket', 'Subject', 'Category', 'Language', 'Status'],
      ['5', 'Refund', 'x', 'en', 'Pending'],
    ),
    table(
      ['Order', 'Customer', 'Status'],
      ['5', 'Ana', 'Pending'],
      ['6', 'Ana', 'Failed'],
      ['7', 'Ana', 'Deleted'],
    ),
    table(
      ['Recipient', 'Template name', 'Language', 'Status'],
      ['+49 151 23456789', 'order', 'en', 'Failed'],
    ),
    table(
      ['Phone number', 'Name', 'Status'],
      ['+49 151 23456789', 'Ana', 'Restricted'],
    ),
    table(
      ['Display name', 'Phone number', 'Status'],
      ['Ana', '+49 151 23456789', 'Flagged'],
    ),
    table(
      ['Display name', 'WhatsApp number', 'Status'],
      ['Ana', '+49 151 23456789', 'Flagged'],
    ),
    table(
      ['Nombre', 'Categoría', 'Estado'],
      ['Foto', 'Arte', 'Activa: calidad baja'],
    ),
    `<h1>Campaigns</h1>${table(TEMPLATES, ['order', 'Utility', 'English', 'Paused'])}`,
    table(
      ['Automation', 'Template name', 'Status'],
      ['Welcome', 'order', 'Paused'],
    ),
    table(
      ['Journey', 'Template name', 'Status'],
      ['Welcome', 'order', 'Disabled'],
    ),
    table(
      ['Flow', 'Template name', 'Status'],
      ['Welcome', 'order', 'Disabled'],
    ),
    table(
      ['Title', 'Category', 'Language', 'Status'],
      ['Refunds', 'Billing', 'en', 'Rejected'],
    ),
    table(
      ['Support agent', 'WhatsApp number', 'Status'],
      ['Ana', '+49 151 23456789', 'Offline'],
    ),
    table(
      ['Automation', 'Template name', 'Status ▲'],
      ['Welcome', 'order', 'Paused'],
    ),
    table(
      ['Customer', 'Template name', 'Status'],
      ['Ana', 'order', 'Rejected'],
    ),
    table(
      ['Phone', 'Template name', 'Status'],
      ['+49 151 23456789', 'order', 'Rejected'],
    ),
    table(['Video', 'Display name', 'Quality'], ['Intro', 'Ana', 'Low']),
    table(['Title', 'Display name', 'Quality'], ['Intro', 'Ana', 'Low']),
    table(
      ['Date', 'Template name', 'Customer', 'Status'],
      ['2026-11-29', 'order', 'Ana', 'Rejected'],
    ),
    table(
      ['Name', 'Template name', 'Trigger', 'Status'],
      ['Welcome', 'order', 'Signup', 'Paused'],
    ),
    `<h2>Automations</h2>${table(['Name', 'Template name', 'Status'], ['Welcome', 'order', 'Paused'])}`,
    table(['Call SID', 'Quality score'], ['CA1', 'Low']),
    table(['Lead', 'Quality score'], ['Ana', 'Low']),
    table(['Server', 'Health status'], ['web-1', 'Limited']),
    table(['Supplier', 'Account review'], ['Acme', 'Rejected']),
    table(
      ['Phone number', 'Recipient name', 'Quality rating', 'Status'],
      ['1', 'Ana', 'Low', 'Flagged'],
    ),
    table(
      ['WhatsApp number', 'Name', 'Status'],
      ['+49 151 23456789', 'Ana', 'Offline'],
    ),
    table(
      ['Name', 'WhatsApp number', 'Status'],
      ['Ana', '+49 151 23456789', 'Offline'],
    ),
    table(
      ['Name', 'Phone number', 'Verification status'],
      ['Ana', '+49 151 23456789', 'Not verified'],
    ),
    table(['Template name', 'Recipients', 'Status'], ['order', '5', 'Paused']),
    table(
      ['Template', 'Sent to', 'Category', 'Language', 'Status'],
      ['a', 'Ana', 'Utility', 'en', 'Paused'],
    ),
    table(
      ['Template name', 'Scheduled at', 'Status'],
      ['order', '2026-11-29', 'Paused'],
    ),
    table(['Order', 'Status'], ['5', 'Rejected']),
    table(['Name', 'Status'], ['My flow', 'Disabled']),
    table(
      ['Name', 'Language', 'Category', 'Status'],
      ['Introduction', 'en', 'Sales', 'Rejected'],
    ),
    tiles('Name: Eva', 'WhatsApp number: +49 151 23456789', 'Status: Offline'),
    lines('Order: 5', 'Status: Rejected'),
    '<p>Status: Rejected</p>',
    '<p>Account status: Rejected</p>',
    '<h2>Phone numbers</h2><p>Status: Pending</p>',
    '<p>Verification status: Not verified</p>',
    list('Order: 5', 'Status: Rejected'),
    pairs('Template: order_update', 'Recipient: Ana', 'Status: Rejected'),
    pairs('Campaign: Sale', 'Template name: order_update', 'Status: Paused'),
    list(
      'To: +49 151 23456789',
      'Template name: order',
      'Status: Rejected',
      'Error: Template name does not exist',
    ),
    ...['Webhook status', 'Payment status', 'Port status'].flatMap((head) => [
      table(
        ['Phone number', 'Display name', 'Status', head],
        ['+49 151 23456789', 'Acme', 'Connected', 'Offline'],
      ),
      table(
        ['Phone number', 'Quality rating', head],
        ['+49 151 23456789', 'High', 'Pending'],
      ),
      list('Display name: Acme', 'Quality rating: High', `${head}: Offline`),
      pairs('Display name: Acme', 'Quality rating: High', `${head}: Offline`),
    ]),
    ...['Sync status', 'Translation status'].map((head) =>
      table(
        [...TEMPLATES, head],
        ['order', 'Utility', 'English', 'Approved', 'Paused'],
      ),
    ),
    table(
      [...TEMPLATES.slice(0, 3), 'Translation status'],
      ['order', 'Utility', 'English', 'Pending'],
    ),
    ...['Tags', 'Role', 'Channel', 'Carrier', 'Email'].map((column) =>
      table(
        ['Phone number', 'Display name', column, 'Status'],
        ...['Pending', 'Deleted', 'Offline', 'Banned'].map((one) => [
          '+49 151 23456789',
          'Ana',
          'x',
          one,
        ]),
      ),
    ),
    table(
      ['Name', 'Display name', 'Messaging limit', 'Status'],
      ['Ana', 'Ana', '5', 'Pending'],
    ),
    table(
      ['Template name', 'Language', 'Requested by', 'Status'],
      ['order', 'English', 'Ana', 'Pending'],
    ),
    ...SHAPES.flatMap((show) => [
      show('Order: 5', 'Status: Rejected', 'Note: x'),
      show('Campaign: Sale', 'Template name: order', 'Status: Paused'),
      show('To: +49 151 23456789', 'Template name: order', 'Status: Rejected'),
      show(
        'Phone number: +49 151 23456789',
        'Display name: Ana',
        'Tags: VIP',
        'Status: Offline',
      ),
      show('Name: My flow', 'Status: Disabled', 'Note: Template name'),
      show(
        'Display name: Acme',
        'Quality rating: High',
        'Webhook status: Offline',
      ),
      show('Shoes: Rejected', 'Hats: Paused', 'Status: Disabled'),
    ]),
    ...['Pending', 'Rejected', 'Paused'].map(
      (state) =>
        `<h2>Message templates</h2><div role=listbox><div role=option>Status: ${state}</div><div role=option><b>Status</b> <span>${state}</span></div></div>`,
    ),
    '<ul role=listbox><li role=option>Quality rating: Low</li><li role=option>Template status: Pending</li></ul>',
    ...['Keyword', 'Lead', 'Course'].flatMap((thing) => [
      table([thing, 'Quality rating', 'Status'], ['x', 'Low', 'Paused']),
      table(
        [thing, 'Category', 'Language', 'Status'],
        ['x', 'math', 'en', 'Rejected'],
      ),
      list(`${thing}: x`, 'Quality rating: Low', 'Status: Paused'),
      `<pre>{"${thing.toLowerCase()}": {"quality_rating": "LOW"}}</pre>`,
    ]),
    table(
      ['Template', 'Sent to', 'Status', 'Updated'],
      ['order', 'Ana', 'Pending', 'today'],
    ),
    table(
      ['Recipient', 'Template', 'Status', 'Updated'],
      ['Ana', 'order', 'Pending', 'today'],
    ),
    table(
      ['Phone', 'Template', 'Category', 'Status'],
      ['1', 'order', 'Utility', 'Pending'],
    ),
    '<button>Low</button><p>Paused</p><span>Rejected</span>',
    '<p>Video quality: Low</p>',
    '<p>Your quality rating is low, and the template is paused.</p>',
    '<p>Quality rating: Low ratings limit your messages.</p>',
    '<p>Quality rating – low ratings limit your messages.</p>',
    '<p>● Paused</p><p>Status · Paused</p>',
    '<div><span>Video quality</span><span>Low</span></div>',
    '<div><span>Status</span><span>Paused</span></div>',
    list('Ticket: 5', 'Template name: order_update', 'Status: ● Paused'),
    '<p>Prioridade: Baixa</p><p>Qualidade do vídeo: Baixa</p><p>Estado: Pausado</p>',
    table(
      ['Campanha', 'Nome do modelo', 'Status'],
      ['Natal', 'order', 'Pausado'],
    ),
    `<h1>Campañas</h1>${table(['Nombre de la plantilla', 'Categoría', 'Idioma', 'Estado'], ['a', 'b', 'es', 'Pausada'])}`,
    table(['Pedido', 'Status'], ['5', 'Rejeitado']),
    table(
      ['Destinatario', 'Plantilla', 'Estado'],
      ['Ana', 'order', 'Rechazado'],
    ),
    table(['Modelo', 'Cor', 'Status'], ['Gol', 'Vermelho', 'Rejeitado']),
    '<pre>{"campaign_id": "5", "status": "PAUSED", "category": "MARKETING"}</pre>',
    '<pre>{"ticket_id": "5", "status": "PAUSED", "category": "UTILITY"}</pre>',
    '<pre>{"order": {"status": "PAUSED"}, "priority": "RED"}</pre>',
    '<pre>{"to": "+49 151 23456789", "template_name": "order", "status": "PAUSED"}</pre>',
    '<pre>{"quality_rating": "GREEN", "status": "CONNECTED"}</pre>',
  ])(
    'marks no healthy state, no bare word, and no status of something else: %s',
    async (html) => {
      host = 'business.facebook.com';
      expect(await markPage(html)).toEqual([]);
    },
  );

  test.each([
    table(
      ['Order', 'Customer', 'Status'],
      ['Shoes', 'Ana', 'Pending'],
      ['Hats', 'Ana', 'Failed'],
    ),
    table(
      ['Ticket', 'Category', 'Language', 'Status'],
      ['Refund', 'Billing', 'en', 'Pending'],
    ),
    table(
      ['Recipient', 'Template name', 'Status'],
      ['Ana', 'order', 'Failed'],
      ['Eva', 'order', 'Pending'],
    ),
  ])(
    'asks about no everyday word on a page of something else: %s',
    async (html) => {
      host = 'business.facebook.com';
      await markPage(html);
      expect(asked).toEqual([]);
    },
  );

  test('asks about them only on consoles of Meta and providers', async () => {
    const html = table(TEMPLATES, ['order', 'Utility', 'English', 'Paused']);
    const requested = [];
    for (host of [
      'acme.zendesk.com',
      'twilio.example',
      'console.twilio.com',
      'acme.eu.webexconnect.io',
    ]) {
      await markPage(html);
      requested.push(asked.length);
    }
    expect(requested).toEqual([0, 0, 1, 1]);
  });

  test('a code of the team is before a state', async () => {
    host = 'business.facebook.com';
    const own = createEngine(codes, [
      {
        code: 'Q_PAUSED',
        wordings: ['Paused'],
        provider: 'Our gateway',
        title: 'Paused by us',
        meaning: 'No messages.',
        turn: 'you',
        retry: 'later',
        next: 'Wait.',
        link: '',
      },
    ]);
    const html = table(TEMPLATES, ['order', 'Utility', 'English', 'Paused']);
    expect(await markPage(html, own)).toEqual(['Paused']);
    expect(JSON.stringify(page?.api.codes()[0])).toContain('our-gateway');
  });
});

describe('a failure in a line outweighs what is above it', () => {
  test.each([
    '<h2>30 November</h2><div><p>Hello.</p><small>Failed to send · 131047</small></div>',
    '<h1>Conversation with Ana Souza</h1><p>Failed to send · 131047</p>',
    '<h2>Orders</h2><p>Failed to send · 131047</p>',
    '<header>Inbox</header><div><p>Failed to send · 131047</p></div>',
    '<h2>Inbox</h2><ul><li>❌ 131047</li></ul>',
    '<h2>Failed messages</h2><ul><li>131047 - failed</li></ul>',
  ])('%s', async (html) => {
    host = 'business.facebook.com';
    expect(await markPage(html), JSON.stringify(asked)).toEqual(['131047']);
  });
});

describe('a number that is part of something else', () => {
  const grid = (width: string) =>
    `<table><thead><tr>${['To', 'Error code']
      .map(
        (name) =>
          `<th><div>${name}</div><div style="overflow:hidden;width:${width}">0</div></th>`,
      )
      .join('')}</tr></thead><tr><td>+4915123456789</td><td>131047</td></tr>`;

  test.each([
    ['the badge of a heading', grid('0'), ['131047']],
    ['a badge of a heading that is shown', grid('auto'), ['131047']],
    [
      'the number of a picture',
      '<h1>Templates</h1><p>Open the settings of the template (Fig. 4) and select its language.</p>',
      [],
    ],
    [
      'a share of a total',
      '<h2>Statistics</h2><pre>Delivered  58.9% (176/299)\nFailed     41.1% (123/299)</pre>',
      [],
    ],
    [
      'shares in lines',
      '<div>Delivered</div><div>58.9% (176/299)</div><div>Failed</div><div>41.1% (123/299)</div>',
      [],
    ],
    [
      'a tile',
      '<div><div>Reach</div><div>131047</div></div><div><div>Recipients</div><div>131026</div></div>',
      [],
    ],
    ['a label of something else', '<p>Amount spent: 131026</p>', []],
  ])('%s', async (_, html, marked) => {
    host = 'business.facebook.com';
    expect(await markPage(html)).toEqual(marked);
  });
});
