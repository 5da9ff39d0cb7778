import { describe, expect, it, test } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { readMessageStatus } from './message-status.ts';
import { findPlanColumns, joinTimes } from './plan-columns.ts';
import { type MessageFailure, planFailures } from './plan-failures.ts';
import { summarizePlans } from './plan-summary.ts';
import { findRecipientCountry, getRecipientKey } from './recipient.ts';

const catalogue = createCatalogue(readCatalogue());
const NOW_MS = Date.UTC(2026, 10, 28, 12);
const HOUR_MS = 36e5;

const create = (
  key: string,
  more: Partial<MessageFailure> & { hours?: number } = {},
): MessageFailure => ({
  entry: catalogue.byKey.get(`meta/${key}`) ?? null,
  recipient: '+55 11 98765-4321',
  failedAtMs: more.hours === undefined ? null : NOW_MS - more.hours * HOUR_MS,
  ...more,
});
const plan = (...failures: MessageFailure[]) =>
  planFailures(failures, catalogue, NOW_MS).map(({ plan, reason }) =>
    reason ? `${plan}: ${reason}` : plan,
  );

describe('one failure', () => {
  it.each([
    ['cloud/131000', {}, 'now'],
    ['cloud/131016', {}, 'slowly'],
    ['cloud/131047', {}, 'fix'],
    ['cloud/131050', {}, 'never'],
    ['cloud/131048', { hours: 100 }, 'fix'],
    ['cloud/131049', { hours: 25 }, 'now: waited'],
    ['cloud/131049', { hours: 23 }, 'wait'],
    ['cloud/131049', {}, 'wait: no-time'],
    ['cloud/131056', { hours: 1 }, 'slowly: waited'],
    ['cloud/131057', { hours: 1 }, 'now: waited'],
    ['cloud/134101', { hours: 1 }, 'now: waited'],
    // A pacing pause has no end, the third pause is for good, and nobody registers a number by a message.
    ['cloud/132015', { hours: 5 }, 'wait'],
    ['cloud/132015', { hours: 7 }, 'check: waited'],
    ['cloud/132069', { hours: 99 }, 'fix'],
    ['cloud/133015', { hours: 99 }, 'check: waited'],
    ['cloud/133016', { hours: 99 }, 'check: waited'],
    ['management/IN_APPEAL', { hours: 99 }, 'check: waited'],
    ['management/PENDING~template', { hours: 99 }, 'check: waited'],
    ['cloud/131056', {}, 'wait: no-time'],
    [
      'cloud/131049',
      { hours: 99, recipient: '+1 415 555 2671' },
      'never: country',
    ],
    ['cloud/131049', { hours: 99, recipient: '14165550123' }, 'now: waited'],
    [
      'cloud/131049',
      { hours: 99, recipient: '+49 1512 3456789' },
      'check: country',
    ],
    [
      'cloud/131049',
      { hours: 99, recipient: '4155552671' },
      'check: unknown-country',
    ],
    [
      'cloud/131049',
      { hours: 99, recipient: undefined },
      'check: unknown-country',
    ],
    [
      'cloud/131049',
      { hours: 99, recipient: '+49****1234' },
      'check: unknown-country',
    ],
    ['cloud/131049', { hours: 23, recipient: '4155552671' }, 'wait'],
    ['cloud/131049', { hours: 23, recipient: undefined }, 'wait'],
    ['cloud/130497', { recipient: '+49****1234' }, 'fix'],
    [
      'cloud/131049',
      { hours: 99, recipient: undefined, country: 'us' },
      'never: country',
    ],
    [
      'cloud/131049',
      { hours: 99, recipient: undefined, country: 'BR' },
      'now: waited',
    ],
    [
      'cloud/131049',
      { hours: 99, recipient: undefined, country: 'Amerika' },
      'check: unknown-country',
    ],
    ['cloud/131000', { status: 'arrived' }, 'null: arrived'],
    ['cloud/131000', { status: 'sent' }, null],
    ['cloud/131000', { status: 'other' }, 'check: unknown-status'],
    ['cloud/131000', { ambiguous: true }, 'check: undecided'],
    ['cloud/131000', { entry: null }, 'check: undecided'],
    ['cloud/131000', { earlierAttempts: 1 }, 'check: repeated'],
    ['cloud/131026', { earlierAttempts: 2 }, 'never: repeated'],
    ['cloud/131000', { windowEndMs: NOW_MS - 1 }, 'fix: closed-window'],
    ['cloud/131000', { windowEndMs: NOW_MS - 1, template: 'offer' }, 'now'],
    ['cloud/131000', { windowEndMs: NOW_MS + 1 }, 'now'],
    [
      'cloud/131047',
      { windowEndMs: NOW_MS + HOUR_MS, hours: 30 },
      'now: open-window',
    ],
    [
      'cloud/131047',
      { windowEndMs: NOW_MS + HOUR_MS, hours: 20 },
      'check: open-window',
    ],
    ['cloud/131047', { windowEndMs: NOW_MS + HOUR_MS }, 'fix'],
    [
      'cloud/131047',
      { windowEndMs: NOW_MS + HOUR_MS, hours: 30, template: 'offer' },
      'fix',
    ],
    ['cloud/131047', { windowEndMs: NOW_MS - HOUR_MS, hours: 50 }, 'fix'],
    ['cloud/130497', {}, 'fix: country'],
    ['cloud/130497', { recipient: '+49 1512 3456789' }, 'check: country'],
    ['cloud/130497', { recipient: undefined }, 'fix'],
    ['cloud/131036', {}, 'fix'],
    ['onprem/470', {}, 'fix'],
    ['onprem/1026', {}, 'check'],
    ['onprem/1006', {}, 'check'],
    ['onprem/501', {}, 'check'],
  ] as const)('%s with %o: %s', (key, more, expected) =>
    expect(plan(create(key, more))).toEqual([expected]),
  );

  it('of a provider has the rules of the code behind it', () => {
    const entry = catalogue.byKey.get('twilio/api/63049') ?? null;
    expect(
      plan(create('', { entry, hours: 99, recipient: '+14155552671' })),
    ).toEqual(['never: country']);
  });
});

describe('several failures of one recipient', () => {
  const again = (key: string, ...hours: number[]) =>
    plan(...hours.map((ago) => create(key, { hours: ago })));

  it('wait longer each time', () => {
    expect(again('cloud/131049', 60, 30)).toEqual([
      'wait: repeated',
      'wait: repeated',
    ]);
    expect(again('cloud/131049', 120, 49)).toEqual([
      'check: same-recipient',
      'now: waited',
    ]);
    // The second came within the wait: only the clock starts again.
    expect(again('cloud/131049', 40, 25)).toEqual([
      'check: same-recipient',
      'now: waited',
    ]);
  });

  it('end on the stop list', () => {
    expect(again('cloud/131026', 60, 30)).toEqual(['fix', 'fix']);
    expect(again('cloud/131026', 60, 30, 10)).toEqual(
      Array(3).fill('never: repeated'),
    );
    expect(plan(create('cloud/131050'), create('cloud/131000'))).toEqual([
      'never',
      'check: stop-list',
    ]);
  });

  it('are tried once more, each of another template', () => {
    expect(again('cloud/131000', 60, 30)).toEqual(
      Array(2).fill('check: repeated'),
    );
    const [offer, order] = ['offer', 'order'].map((template) =>
      create('cloud/131000', { template }),
    );
    expect(plan(offer as MessageFailure, order as MessageFailure)).toEqual([
      'now',
      'now',
    ]);
  });

  it('of one message are one', () =>
    expect(
      plan(
        ...[1, 1].map((hours) =>
          create('cloud/131000', { message: 'm1', hours }),
        ),
      ),
    ).toEqual(['check: same-recipient', 'now']));

  it('go out once, as the last of them, however the number is written', () =>
    expect(
      plan(
        create('cloud/131000', { hours: 1 }),
        create('cloud/131016', {
          hours: 2,
          recipient: 'whatsapp:+5511987654321',
        }),
        create('cloud/130429', { hours: 3, recipient: '551187654321' }),
      ),
    ).toEqual(['now', 'check: same-recipient', 'check: same-recipient']));

  it('go out if another message has the same rounded id', () => {
    const message = '3.54123E+18';
    const arrived = create('', { status: 'arrived', message, hours: 1 });

    expect(plan(create('cloud/131000', { message }), arrived)[0]).toBe('now');
  });

  it('do not go out if the message or its template has arrived since', () => {
    const arrived = create('', {
      status: 'arrived',
      message: 'm1',
      template: 'offer',
      hours: 1,
    });
    expect(plan(create('cloud/131000', { message: 'm1' }), arrived)[0]).toBe(
      'null: arrived',
    );
    expect(
      plan(create('cloud/131000', { template: 'offer', hours: 2 }), arrived)[0],
    ).toBe('check: arrived');
    expect(
      plan(create('cloud/131000', { template: 'offer', hours: 0 }), arrived)[0],
    ).toBe('now');
  });
});

test('one cause that many share is one thing to fix', () => {
  const failures = [
    ...Array.from({ length: 7 }, (_, at) =>
      create('cloud/131042', { recipient: `+55119876500${at}` }),
    ),
    ...['a', 'a', 'b'].map((template) => create('cloud/132001', { template })),
    create('cloud/131000', { status: 'arrived' }),
  ];
  const { counts, causes, notFailed, arrived } = summarizePlans(
    failures,
    planFailures(failures, catalogue, NOW_MS),
  );
  expect(counts.fix).toEqual({ rows: 10, people: 8 });
  expect([notFailed, arrived]).toEqual([1, 1]);
  expect(
    causes.map(({ entry, template, rows, people }) => [
      entry.code,
      template,
      rows,
      people,
    ]),
  ).toEqual([
    ['131042', null, 7, 7],
    ['132001', 'a', 2, 1],
    ['132001', 'b', 1, 1],
  ]);
});

test('a summary says when the first and the last message that waits may go', () => {
  const summarize = (...hours: number[]) => {
    const failures = hours.map((own, at) =>
      create('cloud/131049', {
        hours: own,
        recipient: `+55119876543${at}${at}`,
      }),
    );

    return summarizePlans(failures, planFailures(failures, catalogue, NOW_MS));
  };

  const { counts, sendTimesMs } = summarize(3, 7, 1);
  expect(counts.wait.rows).toBe(3);
  expect(sendTimesMs.map((ms) => (ms - NOW_MS) / 3_600_000)).toEqual([17, 23]);
  expect(summarize().sendTimesMs).toEqual([]);
});

test('a recipient of an unknown country is another cause than one on the stop list', () => {
  const failures = [
    create('cloud/131049', { hours: 30, recipient: '4567' }),
    create('cloud/131049', { hours: 30 }),
    create('cloud/131050', { hours: 40 }),
  ];
  const planned = planFailures(failures, catalogue, NOW_MS);
  expect(planned.map(({ reason }) => reason)).toEqual([
    'unknown-country',
    'stop-list',
    null,
  ]);
  const { causes } = summarizePlans(failures, planned);
  expect(causes.map(({ entry, rows }) => [entry.code, rows])).toEqual([
    ['131049', 1],
    ['131049', 1],
    ['131050', 1],
  ]);
});

test.each([
  ['failed', 'failed'],
  ['UNDELIVERED', 'failed'],
  ['Not delivered', 'failed'],
  ['No entregado', 'failed'],
  ['Nicht zugestellt', 'failed'],
  ['delivery_failed', 'failed'],
  ['विफल', 'failed'],
  ['فشل', 'failed'],
  ['DELIVERED', 'arrived'],
  ['delivered_to_handset', 'arrived'],
  ['Leído', 'arrived'],
  ['entregue', 'arrived'],
  ['تم التسليم', 'arrived'],
  ['sent', 'sent'],
  ['enviado', 'sent'],
  ['queued', 'sent'],
  ['unread', null],
  ['7', null],
  ['a long sentence about what has happened to it', null],
])('the status %s is %s', (text, status) =>
  expect(readMessageStatus(text)).toBe(status),
);

test.each([
  ['+1 415 555 2671', 'US'],
  ['14155552671', 'US'],
  ['0014155552671', 'US'],
  ['+1 787 555 0123', 'US'],
  ['+1 416 555 0123', 'CA'],
  ["'5511987654321", 'BR'],
  ['5511987654321.0', 'BR'],
  ['4155552671', null],
  ['01512 3456789', null],
  ['+1 *** *** 2671', null],
  ['5.51199E+12', null],
  ['US.13491208655302741918', null],
])('the country of %s is %s', (recipient, country) =>
  expect(findRecipientCountry(recipient)).toBe(country),
);

test.each([
  [
    [
      '+55 11 98765-4321',
      '551187654321',
      'whatsapp:+5511987654321',
      '5511987654321.0',
    ],
  ],
  [['+52 1 55 1234 5678', '525512345678']],
  [['US.1349', 'us.1349 ']],
  [['José', 'JOSÉ']],
  [
    [
      '5511987654310',
      '\u202a+55 11 98765\u20114310\u202c',
      '(55) 11/98765.4310',
      '55,119,876,543,10',
    ],
  ],
])('%j are one recipient', (ways) =>
  expect(new Set(ways.map(getRecipientKey)).size).toBe(1),
);

/** What files and spreadsheets have around a number. */
const BLANKS = [
  ...['\r', '\n', '\r\n', '\t', '\v', '\f', '\0', '\u0085', '\u00a0'],
  ...['\u1680', '\u180e', '\u2007', '\u2009', '\u200b', '\u200e', '\u2028'],
  ...['\u202f', '\u2060', '\u3000', '\ufeff'],
];

test.each(BLANKS)('%j in or around a number is no part of it', (blank) => {
  const ways = [
    `5511987654310${blank}`,
    `${blank}5511987654310`,
    `+55 11${blank}98765-4310`,
  ];

  expect(new Set(ways.map(getRecipientKey))).toEqual(
    new Set([getRecipientKey('5511987654310')]),
  );
});

test.each([
  ['Ана', 'Оля'],
  ['Ana', 'Eva'],
  ['US.1349', 'US.1350'],
  ['-', '5511987654310'],
])('%s and %s are two recipients', (one, other) =>
  expect(getRecipientKey(one)).not.toBe(getRecipientKey(other)),
);

/** As spreadsheets write numbers of 12 and more digits: thousands of people have the same. */
test.each(['5.51196E+12', '5,51196E+12', '5.5e+12 ', "'5.51196E+12"])(
  'nobody is known by %j',
  (recipient) => {
    const optedOut = create('cloud/131050', { hours: 3, recipient });
    const limited = create('cloud/130429', { hours: 2, recipient });

    expect(getRecipientKey(recipient)).toBe('');
    expect(plan(optedOut, limited)).toEqual(
      [plan(optedOut), plan(limited)].flat(),
    );
  },
);

test.each(['e+12', '5.5e+1', '5e12', 'US.5e+12'])('%s is an ID', (recipient) =>
  expect(getRecipientKey(recipient)).toBe(recipient.toLowerCase()),
);

test('the columns are found by headers and values', () => {
  const headers = [
    'from',
    'To',
    'Estado',
    'sent_at',
    'failed_at',
    'error',
    'template_language',
    'template',
    'id',
  ];
  const rows = [
    [
      '+5511900000000',
      '+5511987654321',
      'Fallido',
      '2026-11-28',
      '2026-11-28 10:00',
      '131000',
      'pt',
      'a',
      'w1',
    ],
    [
      '+5511900000000',
      '+5511987654322',
      'Leído',
      '2026-11-28',
      '',
      '',
      'pt',
      'a',
      'w2',
    ],
  ];
  expect(findPlanColumns(headers, rows, [5])).toEqual({
    country: undefined,
    customer: undefined,
    recipient: 1,
    status: 2,
    times: [3, 4],
    template: 7,
    message: 8,
  });
  expect(findPlanColumns(['a', 'Country'], [['x', 'US']], [])).toEqual({
    country: 1,
    recipient: undefined,
    status: undefined,
    times: [],
    template: undefined,
    message: undefined,
    customer: undefined,
  });
});

test.each([
  'last_inbound_at',
  'Last customer message',
  'lastInboundAt',
  'Última mensagem recebida',
])(
  'the column %s says when the customer last wrote, and not when the message failed',
  (header) => {
    const columns = findPlanColumns(
      ['time', header],
      [['2026-11-28 10:00', '2026-11-27 10:00']],
      [],
    );
    expect(columns).toMatchObject({ customer: 1, times: [0] });
    expect(
      findPlanColumns(['time', header], [['2026-11-28 10:00', 'hello']], [])
        .customer,
    ).toBeUndefined();
  },
);

test('a date and the time of day beside it are one time', () => {
  expect(joinTimes(['28/11/2026', '10:00'])).toEqual(['28/11/2026 10:00', '']);
  expect(joinTimes(['2026-11-28T10:00Z', ''])).toEqual([
    '2026-11-28T10:00Z',
    '',
  ]);
});
