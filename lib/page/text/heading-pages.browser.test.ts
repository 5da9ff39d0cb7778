import { text as codes } from 'virtual:codes';
import { afterEach, describe, expect, test } from 'vitest';
import {
  asked,
  leavePage,
  markPage,
} from '../../../tests/fixtures/console-page.ts';
import { createEngine } from '../../extension/engine/engine.ts';

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

afterEach(leavePage);

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

describe('a failure in a line outweighs what is above it', () => {
  test.each([
    '<h2>30 November</h2><div><p>Hello.</p><small>Failed to send · 131047</small></div>',
    '<h1>Conversation with Ana Souza</h1><p>Failed to send · 131047</p>',
    '<h2>Orders</h2><p>Failed to send · 131047</p>',
    '<header>Inbox</header><div><p>Failed to send · 131047</p></div>',
    '<h2>Inbox</h2><ul><li>❌ 131047</li></ul>',
    '<h2>Failed messages</h2><ul><li>131047 - failed</li></ul>',
  ])('%s', async (html) => {
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
    expect(await markPage(html)).toEqual(marked);
  });
});
