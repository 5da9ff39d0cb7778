import { expect, test } from 'vitest';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { undecidedCode } from '../../../tests/fixtures/tab-page.ts';
import type { CodeContext } from '../../catalogue/rank-entries.ts';
import { bundledMasking } from '../../masking/bundled-masking.ts';
import { maskText } from '../../masking/mask-text.ts';
import { type MessageContext, NO_CONTEXT } from '../explain/message-context.ts';
import { formatBulkNotice } from './failure-counts.ts';
import { formatPageReport, toCsvCell } from './page-report.ts';
import { createCodeNode, groupFailures } from './page-tree.ts';

const codes = [
  { code: '131047', key: 'meta/cloud/131047', count: 3, unmarked: 1 },
  { code: '131026', key: 'meta/cloud/131026', count: 2 },
  { code: '4711', key: null, count: 1 },
];
const group = (
  listed: readonly Parameters<typeof createCodeNode>[0][],
  context?: CodeContext,
) =>
  groupFailures(
    listed.map((code) => createCodeNode(code, testCatalogue, context)),
  );
const groups = group(codes);
const create = (said: string, more: Partial<MessageContext> = {}) => ({
  ...NO_CONTEXT,
  said,
  ...more,
});
const messages = new Map([
  [
    '131047 meta/cloud/131047',
    [
      create('=1+1 to +55 11 91234-5678', {
        time: { text: '1795166400', at: 1_795_166_400_000 },
        recipient: '+55 11 91234-5678',
        message: 'wamid.HBgNNTUxMTk4NzY1NDMyMRUC',
        template: 'order_update',
      }),
      create('a "quoted", text'),
    ],
  ],
]);
const formatReport = (form: Parameters<typeof formatPageReport>[1]) =>
  formatPageReport(
    { page: 'business.facebook.com/wa', partial: false, groups, messages },
    form,
    testCatalogue,
    (text) => maskText(bundledMasking.splitIntoParts(text)),
  );

/** Splits a CSV line into cells. Does not support line breaks in cells. */
const splitCells = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );

test('the totals of every format equal those of the page', () => {
  const [head = '', ...rows] = formatReport('csv').trim().split('\n');
  const failures = splitCells(head).indexOf('failures');
  expect(
    rows.reduce((sum, row) => sum + Number(splitCells(row)[failures]), 0),
  ).toBe(6);
  expect(formatReport('markdown')).toContain('6 failures, 3 codes');
});

test('an undecided code has two meanings in every format, and the title, verdict and next step of none', () => {
  const place = { host: 'app.chatwoot.com', path: '/' };
  const undecided = group([undecidedCode], place);
  expect(undecided.map(({ plan, heading }) => [plan, heading])).toEqual([
    ['check', 'Check by hand'],
  ]);
  const format = (form: Parameters<typeof formatPageReport>[1]) =>
    formatPageReport(
      { page: null, partial: false, groups: undecided, messages: new Map() },
      form,
      testCatalogue,
      String,
    );
  expect(format('markdown')).toMatch(
    /- 4 × \*\*1003\*\* Two meanings: .*, .*\.$/m,
  );
  expect(format('csv')).toMatch(/,1003,"Two meanings: [^"]*",,,,4,,,,,,$/m);
  const [decided] = group([undecidedCode], { ...place, provider: 'gupshup' });
  expect(decided?.codes[0]?.entry?.key).toBe('gupshup/api/1003');
});

test('every message is there, with time, id, recipient and template', () => {
  const [head = [], ...rows] = formatReport('csv')
    .trim()
    .split('\n')
    .map(splitCells);
  expect(head.slice(-6).join()).toBe(
    'time,message,recipient,template,fbtrace_id,text',
  );
  const [first] = rows.filter((row) => row[2] === '131047');
  expect(first?.slice(-6, -2)).toEqual([
    '2026-11-20T09:20:00Z',
    'wamid.[masked]',
    '[phone]',
    'order_update',
  ]);
  expect(formatReport('markdown')).toMatch(
    /\n\n {2}\| Time \| Message \| Recipient \| Template \| Details \|\n {2}\| --- .*\n.*`\[phone\]`.*\n.*quoted.*\n {2}and 1 more\n/,
  );
  const many = new Map([
    [
      '131047 meta/cloud/131047',
      Array.from({ length: 150 }, (_, at) => create(`row ${at}.`)),
    ],
  ]);
  for (const form of ['markdown', 'csv'] as const) {
    const report = { page: null, partial: false, groups, messages: many };
    expect(
      formatPageReport(report, form, testCatalogue, String).match(/row \d+\./g),
    ).toHaveLength(150);
  }
});

test('no format includes a phone number', () => {
  for (const form of ['markdown', 'csv'] as const) {
    expect(formatReport(form)).toContain('[phone]');
    expect(formatReport(form)).not.toContain('91234');
  }
});

test('a spreadsheet reads no text as a formula, and quotes stay within their cell', () => {
  const rows = formatReport('csv').trim().split('\n').map(splitCells);
  expect(rows.map((row) => row.at(-1))).toEqual(
    expect.arrayContaining(["'=1+1 to [phone]", 'a "quoted", text']),
  );
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([14]));
});

test.each([
  [';=1+1', ";'=1+1"],
  ['\uff1d1+1', "'\uff1d1+1"],
  ['\uff0b1', "'\uff0b1"],
  ['\uff0d1', "'\uff0d1"],
  ['\uff20SUM(A1)', "'\uff20SUM(A1)"],
  ['a\r=1', "a\r'=1"],
  ['a;@b', "a;'@b"],
  ['\t-x', "'\t'-x"],
  ['-5', '-5'],
  ['a, = b', 'a, = b'],
  ['a\u202eb\u0000', 'a\ufffdb\u2400'],
])('writes the cell %j as %j', (text, written) => {
  expect(toCsvCell(text).replace(/^"|"$/g, '')).toBe(written);
});

test('groups failures by whether a retry is safe', () => {
  const tree = group([
    { code: '131049', key: 'meta/cloud/131049', count: 2 },
    { code: '131047', key: 'meta/cloud/131047', count: 2 },
    { code: '131000', key: 'meta/cloud/131000', count: 2 },
  ]);
  expect(new Set(tree.map(({ plan }) => plan)).size).toBe(tree.length);
});

test('a paused template and a quality rating are states, no failures', () => {
  const states = [
    { code: 'PAUSED', key: 'meta/management/PAUSED', count: 2 },
    { code: 'YELLOW', key: 'meta/management/YELLOW', count: 1 },
  ];
  const counted = (listed: typeof states) =>
    formatPageReport(
      {
        page: null,
        partial: false,
        groups: group(listed),
        messages: new Map(),
      },
      'markdown',
      testCatalogue,
      (text) => text,
    ).split('\n')[0];
  expect(
    counted([
      ...states,
      { code: '131047', key: 'meta/cloud/131047', count: 3 },
    ]),
  ).toBe('**3 failures, 3 states, 3 codes**');
  expect(counted(states)).toBe('**3 states, 2 codes**');
  const events = [
    'webhook/ACCOUNT_DELETED',
    'webhook/DISABLE',
    'flows/BLOCKED',
    'flows/DRAFT',
  ];
  const listed = events.map((key) => ({
    code: key.replace(/.*\//, ''),
    key: `meta/${key}`,
    count: 1,
  }));
  expect(counted(listed)).toBe('**4 states, 4 codes**');
  const errors = [
    {
      code: 'INVALID_SCREEN_DATA',
      key: 'meta/flows/INVALID_SCREEN_DATA',
      count: 1,
    },
    { code: '2593109', key: 'meta/webhook/2593109', count: 1 },
  ];
  expect(counted(errors)).toBe('**2 failures, 2 codes**');
});

const billing = { class: 'payment', key: 'meta/cloud/131042' } as const;
test.each([
  [
    'nearly all rows',
    [
      { code: '131042', entry: billing, count: 412 },
      { code: '1', entry: null, count: 18 },
    ],
    '131042 (payment) accounts for 412 of 430 failures.',
  ],
  [
    'all rows',
    [{ code: '131042', entry: billing, count: 412 }],
    '131042 (payment) accounts for all 412 failures.',
  ],
  [
    'a code that is not known',
    [{ code: '4711', entry: null, count: 1_200 }],
    '4711 accounts for all 1,200 failures.',
  ],
  [
    'rows that report a success beside it',
    [
      {
        code: '0',
        entry: {
          class: 'success',
          key: 'infobip/error-general/0',
          success: true,
        },
        count: 900,
      },
      { code: '131042', entry: billing, count: 40 },
    ],
    '131042 (payment) accounts for all 40 failures.',
  ],
  [
    'rows that report a state beside it',
    [
      {
        code: 'PAUSED',
        entry: { class: 'template', key: 'meta/management/PAUSED' },
        count: 900,
      },
      { code: '131042', entry: billing, count: 40 },
    ],
    '131042 (payment) accounts for all 40 failures.',
  ],
  [
    'two codes of about the same',
    [
      { code: '131042', entry: billing, count: 200 },
      { code: '1', entry: null, count: 180 },
    ],
    null,
  ],
  ['few rows', [{ code: '131042', entry: billing, count: 12 }], null],
  ['none', [], null],
] as const)('one cause is told of %s, or is not', (_, found, text) => {
  expect(formatBulkNotice(found)).toBe(text);
});
