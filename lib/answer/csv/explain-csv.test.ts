import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import {
  type CellSeparator,
  quoteCsvCell,
  splitRow,
} from '../../structure/split-rows.ts';
import { decodeUnits, detectFormat, readRecords } from './csv-format.ts';
import {
  type CsvOptions,
  createCsvExplainer,
  type WrittenRows,
} from './explain-csv.ts';
import { ADDED_COLUMNS } from './row-explainer.ts';

const catalogue = createCatalogue(readCatalogue());
const ADDED = ADDED_COLUMNS.length;

function explainBytes(
  bytes: Uint8Array,
  more: Partial<CsvOptions> = {},
  chunkBytes = bytes.length || 1,
) {
  const nowMs = Date.UTC(2026, 10, 27, 12);
  const explainer = createCsvExplainer(catalogue, catalogue, {
    nowMs,
    ...more,
  });
  const pieces = Array.from(
    { length: Math.ceil(bytes.length / chunkBytes) },
    (_, at) =>
      new Uint8Array(bytes.slice(at * chunkBytes, (at + 1) * chunkBytes)),
  );
  for (const piece of pieces) explainer.read(piece, false);
  explainer.read(new Uint8Array(), true);
  const writeRows = (rows?: WrittenRows) => {
    const write = explainer.createWriter(rows);
    return Buffer.concat(
      [...pieces, new Uint8Array()].map((piece, at) =>
        write(piece, at === pieces.length),
      ),
    );
  };
  return {
    all: writeRows(),
    now: writeRows({ plans: ['now'] }),
    summary: explainer.summary(),
  };
}

const toBytes = (text: string) => new TextEncoder().encode(text);
const explainText = (text: string, more?: Partial<CsvOptions>) => {
  const { all, now, summary } = explainBytes(toBytes(text), more);
  return { all: all.toString(), now: now.toString(), summary };
};
/** Returns the added cells of each row as objects. */
function readAdded(
  text: string,
  more?: Partial<CsvOptions>,
  delimiter: CellSeparator = ',',
) {
  const { all } = explainText(text, more);
  return all
    .replace(/\n$/, '')
    .split('\n')
    .map((line) =>
      splitRow(line, delimiter).map(({ start, end }) => line.slice(start, end)),
    )
    .map((cells) => {
      const [title, turn, retry, wait, next, entry, plan, sendAfter] =
        cells.slice(-ADDED);
      return { title, turn, retry, wait, next, entry, plan, sendAfter };
    });
}
const findEntry = (text: string, more?: Partial<CsvOptions>) =>
  readAdded(text, more).at(-1)?.entry;

describe('when the customer last wrote', () => {
  it.each([
    ['131047', '2026-11-26T10:00Z', '2026-11-27T10:00Z', 'now'],
    ['131047', '2026-11-27T11:00Z', '2026-11-27T10:00Z', 'check'],
    ['131047', '2026-11-24T10:00Z', '2026-11-25T10:00Z', 'fix'],
    // Without a zone, the customer may have written a day ago.
    ['131047', '2026-11-20T10:00Z', '2026-11-27 01:00', 'fix'],
    ['131047', '2026-11-20T10:00Z', '', 'fix'],
    ['131000', '2026-11-27T10:00Z', '2026-11-26T10:00Z', 'fix'],
    ['131000', '2026-11-27T10:00Z', '2026-11-27T10:00Z', 'now'],
    ['131000', '2026-11-27T10:00Z', '', 'now'],
  ])('%s at %s after a message of %s: %s', (code, failed, wrote, plan) =>
    expect(
      readAdded(
        `to,error_code,time,last_inbound_at\n+5511987654321,${code},${failed},${wrote}`,
      ).at(-1)?.plan,
    ).toBe(plan),
  );
});

it.each([
  ['FOO_BAR', 'check'],
  ['31415926', 'check'],
  ['OK', ''],
  ['-', ''],
  ['0', ''],
])('a row with the code %s and no status: %s', (code, plan) =>
  expect(
    readAdded(
      `to,error_code\n+5511987654321,131026\n+5511987654322,${code}`,
    ).at(-1)?.plan,
  ).toBe(plan),
);

it('lists what rows share, and keeps the messages of what is to be fixed and of what only support can end', () => {
  const rows = [
    '+5511987654321,131042,Payment issue,wamid.A11111111',
    '+5511987654322,131016,,wamid.B11111111',
    '+5511987654323,131050,,wamid.C11111111',
  ];
  const { summary } = explainText(
    `to,error_code,error_message,message_id\n${rows.join('\n')}\n`,
  );
  const kept = [...summary.messages.values()]
    .flat()
    .map(({ message, said }) => [message, said]);
  expect(kept).toEqual([
    ['wamid.A11111111', 'Payment issue'],
    ['wamid.B11111111', null],
  ]);
  const causes = summary.plans.causes.map(
    ({ planned, entry }) => `${planned.plan} ${entry.code}`,
  );
  expect(causes).toEqual(['fix 131042', 'slowly 131016', 'never 131050']);
});

describe('a table with states of numbers, accounts or templates', () => {
  it.each([
    [
      'phone,quality_rating,status\n1,GREEN,BANNED',
      'Number banned',
      'fix',
      'management/BANNED',
    ],
    [
      'quality_rating,status\nGREEN,BANNED',
      'Number banned',
      'fix',
      'management/BANNED',
    ],
    [
      'Phone number,Status,Quality rating\n+49 176,Banned,High',
      'Number banned',
      'fix',
      'management/BANNED',
    ],
    [
      'phone;status;quality_rating\n1;CONNECTED;RED',
      'Low quality',
      'fix',
      'management/RED',
    ],
    [
      'waba,account_review_status,can_send_message\n1,APPROVED,BLOCKED',
      'Health: sending blocked',
      'fix',
      'management/BLOCKED',
    ],
    [
      'name,language,status,category,rejected_reason\nsale,en,REJECTED,MARKETING,TAG_CONTENT_MISMATCH',
      'Template rejected: content does not fit category or language',
      'fix',
      'management/TAG_CONTENT_MISMATCH',
    ],
    [
      'quality_rating,status\nGREEN,CONNECTED',
      'Number works',
      '',
      'management/CONNECTED',
    ],
    [
      'Phone number,Status,Quality rating\n1,Connected,High',
      'Number works',
      '',
      'management/CONNECTED',
    ],
    [
      'name,language,status,category,rejected_reason\norder,en,APPROVED,UTILITY,NONE',
      'Template approved',
      '',
      'management/APPROVED~template',
    ],
  ])(
    'says what stops sending, whatever the order of the columns: %s',
    (text, title, plan, key) => {
      const row = readAdded(text, {}, text.includes(';') ? ';' : ',').at(-1);
      expect(row).toMatchObject({ title, plan, entry: `meta/${key}` });
    },
  );

  it('counts no messages', () => {
    expect(
      explainText('quality_rating,status\nGREEN,BANNED').summary.hasOnlyStates,
    ).toBe(true);
    expect(explainText('to,error_code\n1,131047').summary.hasOnlyStates).toBe(
      false,
    );
  });

  it('has the code of a failure first', () =>
    expect(
      readAdded(
        'to,status,quality_rating,error_code\n1,BANNED,GREEN,131047\n2,BANNED,GREEN,\n3,CONNECTED,GREEN,0',
      ).map(({ entry }) => entry),
    ).toEqual([
      'errata_entry',
      'meta/cloud/131047',
      'meta/management/BANNED',
      'meta/management/CONNECTED',
    ]));

  it.each([
    [
      'recipient,template_name,reason\n+4915112345671,order_update,131047',
      'meta/cloud/131047',
    ],
    [
      'Event,Template name,Phone\nfailed (131026),order_update,+4915112345671',
      'meta/cloud/131026',
    ],
    [
      'recipient,template name,status\n+4915112345671,order_update,failed: 131047',
      'meta/cloud/131047',
    ],
    [
      'recipient,template_name,status,error_code\n+49151,order_update,REJECTED,\n+49152,order_update,FAILED,131026',
      '',
    ],
  ])('takes no column of a table of messages for a state: %s', (text, key) =>
    expect(readAdded(text)[1]?.entry).toBe(key),
  );

  it.each(['order,status\n5,APPROVED', 'device,status\n1,CONNECTED'])(
    'leaves a status of something else alone: %s',
    (text) =>
      expect(() => explainText(text)).toThrow(
        'No column with error codes found.',
      ),
  );
});

describe('a table with a column of codes', () => {
  it('comes back with title, turn, retry, wait, next step, entry, plan and time in each row', () => {
    expect(
      explainText('to;error_code\r\n"a;b";131049\r\nc;131047').all.split(
        '\r\n',
      ),
    ).toEqual([
      `to;error_code;${ADDED_COLUMNS.join(';')}`,
      '"a;b";131049;Meta chose not to deliver.;nobody;later;86400;Wait a day, but contact a United States recipient by email.;meta/cloud/131049;wait;',
      'c;131047;Re-engagement message;you;after-fix;;Send an approved template instead of free text.;meta/cloud/131047;fix;',
    ]);
  });

  it.each([
    '131026',
    '131026.0',
    '"131,026"',
    '131 026',
    '"1,31,026"',
    '131’026',
    '131.026',
    '"131.026,00"',
    '1.31026E+05',
    "'131026",
    '"=""131026"""',
    '#131026',
    '131026 - Message undeliverable',
    '(#131026) Message Undeliverable',
    'Error 131026: undeliverable',
    '١٣١٠٢٦',
    '"{""code"":131026,""title"":""Message undeliverable""}"',
  ])('reads the code in %s', (cell) =>
    expect(findEntry(`id,error_code\n1,${cell}`)).toBe('meta/cloud/131026'),
  );

  it.each(['', '0', 'delivered', 'not a code'])(
    'leaves the added cells of "%s" empty',
    (cell) => {
      const rows = readAdded(`id,error_code\n1,131026\n2,${cell}`);
      expect(Object.values(rows[2] ?? {})).toEqual(Array(ADDED).fill(''));
    },
  );

  it('takes no rounded number for a code', () =>
    expect(readAdded('id,error_code\n1,131026\n2,1.31E+05')[2]).toMatchObject({
      entry: '',
      plan: 'check',
    }));

  it('says of an unknown code what to do with it', () => {
    const unknown = readAdded('id,error_code\n1,131026\n2,139999').at(-1);
    expect(unknown).toMatchObject({
      title: '',
      next: expect.stringContaining('Do not send it again'),
    });
    expect(unknown?.plan).toBe('check');
  });

  it('takes the provider of the row, else the given one, and claims nothing if neither decides', () => {
    const rows = readAdded(
      'error code,provider\n1003,Gupshup\n1003,\n131026,360dialog\n63016,infobip',
    );
    expect(rows.slice(1).map(({ entry }) => entry)).toEqual([
      'gupshup/api/1003',
      expect.stringContaining('meta/onprem/1003 '),
      'meta/cloud/131026',
      '',
    ]);
    expect(rows[2]).toMatchObject({
      title: expect.stringContaining('4 meanings'),
      retry: '',
      next: '',
    });
    expect(findEntry('error code,n\n1003,1', { provider: 'gupshup' })).toBe(
      'gupshup/api/1003',
    );
  });

  it('reads a wording without a number if only one code of the provider has it', () => {
    const rows = readAdded(
      'error_code,provider\n131026,meta\nMessage undeliverable,meta\nMessage undeliverable,',
    );
    expect(rows.slice(2).map(({ entry }) => entry)).toEqual([
      'meta/cloud/131026',
      '',
    ]);
  });

  it('takes no number in a text for a code', () =>
    expect(
      findEntry('error_code,error_details\n131026,Room 358\n,Room 470'),
    ).toBe(''));

  it('reads subcode and details of the row', () => {
    expect(findEntry('code,error_subcode,x\n190,463,1')).toBe(
      'meta/graph/190.463',
    );
    const rows = readAdded(
      'error_code,error_details\n131047,\n131047,User has not messaged in the last 24 hours',
    );
    expect(rows.slice(1).map(({ next }) => next)).toEqual([
      'Send an approved template instead of free text.',
      'Block the recipient after their next message.',
    ]);
  });
});

describe('the columns', () => {
  it.each([
    [
      'country_code,template code,error_code,n\n55,131026,131047,1',
      'error_code',
    ],
    [
      'id,amount,Reason\n1,100,(#131026) Message undeliverable\n2,190,131047: Re-engagement message',
      'Reason',
    ],
    ['id,failure\n131,131026\n190,131047', 'failure'],
    ['code,meta_error_code\n1,131026\n2,', 'meta_error_code'],
    ['n,error_code,response\n1,,x\n2,,y', 'error_code'],
    ['1,131026,x\n2,131047,y', 'Column 2'],
    ['error_code\n131026\n131047', 'error_code'],
  ])('are found by header and values: %j', (text, column) =>
    expect(explainText(text).summary.codeColumn).toBe(column),
  );

  it('can be named by header or number', () => {
    const text = 'a,b,error_code\n131026,gupshup,131047';
    const { summary } = explainText(text, {
      codeColumn: 'A',
      providerColumn: '2',
    });
    expect(summary).toMatchObject({
      codeColumn: 'a',
      providerColumn: 'b',
      columns: ['a', 'b', 'error_code'],
    });
    expect(() => explainText(text, { codeColumn: 'nope' })).toThrow(
      'This table has: a, b, error_code',
    );
  });

  it('are named in an error as far as a sentence can', () => {
    const names = Array.from({ length: 5_000 }, (_, at) => `c${at}`);
    const text = `${names.join(',')}\n${names.join(',')}\n`;
    expect(() => explainText(text, {})).toThrow(
      /This table has: c0, c1, .*c19, …$/,
    );
    expect(() => explainText(`${'x'.repeat(1_000)},b\n1,2`, {})).toThrow(
      /This table has: x{60}, b$/,
    );
  });

  it('never take the id of a row for its code', () =>
    expect(
      explainText('id,status,error_code\n131026,failed,131047\n131047,failed,')
        .all.split('\n')
        .map((line) => line.includes('meta/cloud/')),
    ).toEqual([false, true, false]));

  it('are read one after the other until one has a code', () =>
    expect(
      readAdded(
        'error_code,response\n131026,\n,(#131047) Re-engagement message',
      ).map(({ entry }) => entry),
    ).toEqual(['errata_entry', 'meta/cloud/131026', 'meta/cloud/131047']));

  it.each([
    ['', 'table'],
    ['\n\n', 'table'],
    ['{"error":{"code":131026}}\n{"error":{"code":131026}}', 'table'],
    [
      'ERROR, failed\nretry, after, error 131026, done\nsent\nfailed: 131047\n',
      'table',
    ],
    ['name,city\nAna,Lima\nJo,Rio', 'No column with error codes found.'],
    ['PK\u0003\u0004xxxx', 'not text'],
  ])('are missing in %j, which is said', (text, message) =>
    expect(() => explainText(text)).toThrow(message),
  );
});

describe('the input', () => {
  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['utf-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    [
      'big-endian utf-16',
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ],
    ['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('comes back in %s', (_, encode) => {
    const { all } = explainBytes(encode('n;error_code\nJosé ü;131047\n'));
    const entry = catalogue.byKey.get('meta/cloud/131047');
    const added = `${entry?.title};you;after-fix;;${entry?.next};${entry?.key};fix;`;
    expect(all).toEqual(
      encode(
        `n;error_code;${ADDED_COLUMNS.join(';')}\nJosé ü;131047;${added}\n`,
      ),
    );
  });

  it('keeps the line that names the separator, blank lines, and lines of any end', () => {
    const { all, summary } = explainText(
      'sep=;\r\na,b;error_code\r131026;x\n\n131047;"y\nz"\r\n',
    );
    expect(all.split(/\r\n|[\r\n]/).map((line) => line.slice(0, 8))).toEqual([
      'sep=;',
      'a,b;erro',
      '131026;x',
      '',
      '131047;"',
      'z";Re-en',
      '',
    ]);
    expect(summary.rows).toBe(2);
  });

  it.each([
    ['Report: failed messages\n\n', ','],
    ['Error code report\nExported 27 November 2026, 12:00\nsep=;\n', ';'],
    ['Report;;;\n;;;\nFrom;2026-11-01;;\n', ';'],
    ['Account\tACME\nFrom\t2026-11-01\nTo\t2026-11-27\nRows\t2\n\n', '\t'],
  ])('keeps lines above the header: %j', (titles, delimiter) => {
    const rows = [
      'id,to,error_code,x',
      '1,+551199999,131026,',
      '2,+551199999,131047,y',
      '',
    ];
    const text = titles + rows.join('\n').replaceAll(',', delimiter);
    const { all, now, summary } = explainText(text);
    const lines = text.split('\n');
    expect(
      all.split('\n').map((line, at) => line.slice(0, lines[at]?.length)),
    ).toEqual(lines);
    expect(all).toContain(
      `${rows[0]},${ADDED_COLUMNS.join(',')}\n`.replaceAll(',', delimiter),
    );
    expect(now.startsWith(titles)).toBe(true);
    expect(summary).toMatchObject({
      rows: 2,
      known: 2,
      ragged: 0,
      codeColumn: 'error_code',
    });
  });

  it('explains every row of a table without header, however few cells the first has', () => {
    const { summary } = explainText(
      '1,131026,,,\n2,131047,a,b,c\n3,131047,a,b,c\n',
    );
    expect(summary).toMatchObject({ rows: 3, known: 3 });
  });

  it('fills short rows up to the added columns, and counts longer ones', () => {
    const regular = 'a,131026,c\n'.repeat(600);
    const { all, summary } = explainText(
      `n,error_code,x\n1,131026\n${regular}2,131026,c,d\n`,
    );
    expect(all.split('\n')[1]).toMatch(/^1,131026,,Message Undeliverable,/);
    expect(all.split('\n').at(-2)).toMatch(
      /^2,131026,c,d,Message Undeliverable,/,
    );
    expect(summary.ragged).toBe(1);
  });

  it('loses no row after a quote that is never closed', () => {
    const { summary } = explainText(
      `n,error_code\n"a,131026\n${'b,131047\n'.repeat(5)}`,
    );
    expect(summary).toMatchObject({ rows: 6, known: 6 });
  });

  it.each([1_000, 65_537])(
    'gives the same in chunks of %i bytes as at once',
    (chunk) => {
      const rows = Array.from(
        { length: 12_000 },
        (_, at) => `${at},"é""\r\n${at % 7}",${at % 3 ? 131026 : 131047}\r\n`,
      );
      const bytes = toBytes(`n,text,error_code\r\n${rows.join('')}`);
      expect(
        explainBytes(bytes, {}, chunk).all.equals(explainBytes(bytes).all),
      ).toBe(true);
    },
  );

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '131026',
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '=1+1',
      ',131047\n',
      '\u0000',
      'é',
    ),
  );
  const head = fc.constantFrom(
    `error_code,x\n${'131026,a\n131047,"b"\n'.repeat(30)}`,
    `error_code;x\r\n${'131026;a\r\n131047;b\r\n'.repeat(30)}`,
  );

  it('comes back byte by byte, whatever it is, before the added cells', () =>
    fc.assert(
      fc.property(head, fc.array(piece, { maxLength: 40 }), (start, pieces) => {
        const bytes = toBytes(start + pieces.join(''));
        const { all } = explainBytes(bytes);
        const format = detectFormat(bytes);
        const input = decodeUnits(bytes, format);
        const output = decodeUnits(all, format);
        let at = 0;
        let done = 0;
        for (const { start: from, end, cells } of readRecords(
          input,
          format.delimiter,
          0,
          true,
        )) {
          at += from - done;
          expect(output.slice(at, at + end - from)).toBe(
            input.slice(from, end),
          );
          at += end - from;
          done = end;
          if (cells.length === 1 && input.slice(from, end).trim() === '')
            continue;
          const added = splitRow(output.slice(at), format.delimiter);
          expect(added.length).toBeGreaterThan(ADDED);
          const length = added.at(-1)?.end ?? 0;
          at +=
            length -
            Number(
              output[at + length - 1] === '\r' && output[at + length] === '\n',
            );
        }
        expect(output.slice(at)).toBe(input.slice(done));
      }),
    ));

  it('comes back cell by cell from a well-formed table', () =>
    fc.assert(
      fc.property(
        fc.constantFrom<CellSeparator>(',', ';', '\t', '|'),
        fc.array(
          fc.array(fc.string({ unit: 'binary', maxLength: 8 }), {
            minLength: 2,
            maxLength: 2,
          }),
          {
            maxLength: 8,
          },
        ),
        (delimiter, rows) => {
          const all = [
            ['error_code', 'x', 'y'],
            ['131026', 'a', 'b'],
            ...rows.map((row) => ['131047', ...row]),
          ];
          const write = (cells: string[]) =>
            cells.map((cell) => quoteCsvCell(cell, delimiter)).join(delimiter);
          const output = explainText(all.map(write).join('\n')).all;
          const read = [...readRecords(output, delimiter, 0, true)].map(
            ({ cells }) =>
              cells.map(({ start, end }) => output.slice(start, end)),
          );
          expect(
            read.map((cells) => cells.slice(0, 3).join(delimiter)),
          ).toEqual(all.map((cells) => Buffer.from(write(cells)).toString()));
          expect(read.every((cells) => cells.length === 3 + ADDED)).toBe(true);
        },
      ),
    ));
});

it('adds no cell that a spreadsheet reads as a formula, whatever separates its cells', () => {
  const rows = catalogue.entries.map(
    ({ code, provider }) => `${quoteCsvCell(code)},${provider}`,
  );
  const titles = [
    '=cmd',
    '+1',
    '-1 x',
    '@a',
    'a;=1',
    'b, =1',
    'c|\u200b+1',
    '\t=1',
    'd\n=1',
    '"=1',
    'e,"=1"',
  ];
  const entries = catalogue.entries.map((entry, at) => ({
    ...entry,
    title: titles[at] ?? entry.title,
    next: titles[at] ?? entry.next,
  }));
  const hostile = createCatalogue({ ...catalogue, entries });
  const explainer = createCsvExplainer(hostile, hostile, { nowMs: 0 });
  const table = new Uint8Array(
    toBytes(`error_code,provider\n${rows.join('\n')}`),
  );
  explainer.read(table, true);
  const all = explainer.createWriter()(table, true);
  const added = Buffer.from(all)
    .toString()
    .split('\n')
    .map((line, at) =>
      line.slice((rows[at - 1] ?? 'error_code,provider').length + 1),
    );
  const cells = added
    .flatMap((line) => line.split(/[,;|\t^~]/))
    .map((cell) => cell.replace(/^[\s"]+/, ''));
  expect(
    cells.filter((cell) => /^[=+@\uff1d\uff0b\uff20-]/.test(cell)),
  ).toEqual([]);
});

it('says the step of the plan where it is another than that of the code', () => {
  const rows = [
    'meta,131049,+5511987654321,2026-11-20T10:00Z',
    'meta,131049,+5511987654322,2026-11-27T10:00Z',
    'meta,131049,+12125550134,2026-11-20T10:00Z',
    'twilio,63049,+12125550135,2026-11-20T10:00Z',
    'meta,131049,+4915123456789,2026-11-20T10:00Z',
    'meta,132015,+5511987654323,2026-11-20T10:00Z',
    'meta,133016,+5511987654324,2026-11-20T10:00Z',
  ];
  const added = readAdded(
    `provider,error_code,to,time\n${rows.join('\n')}`,
  ).slice(1);
  const unitedStates =
    'nobody no "Use SMS, email or a call for United States numbers." never';
  expect(
    added.map(({ turn, retry, wait, next, plan, sendAfter }) =>
      [turn, retry, wait, next, plan, sendAfter].filter(Boolean).join(' '),
    ),
  ).toEqual([
    'nobody once Send again now now',
    'nobody later 86400 Wait a day before the next marketing template to this recipient. wait 2026-11-28T10:00:00Z',
    unitedStates,
    unitedStates,
    "you after-fix Check the template's category and quality; ask support. check",
    'you after-fix "Check whether the cause is gone, then send again." check',
    'you after-fix "Check whether the cause is gone, then send again." check',
  ]);
});

it('plans states of numbers and templates by themselves, not by when something was edited', () => {
  const templates = readAdded(
    'name,category,language,status,last edited\na,MARKETING,en,PAUSED,2020-11-20 10:00',
  );
  expect(templates[1]).toMatchObject({ retry: 'after-fix', plan: 'wait' });
  const { summary } = explainText(
    'phone number,display name,quality rating\n+55 11 98765-4321,Acme,Low',
  );
  expect(summary.plans.counts.fix).toMatchObject({ rows: 1, people: 0 });
  const account = explainText(
    'provider,error_code,phone number\nmeta,ACCOUNT_DELETED,+55 11 98765-4321',
  );
  expect(account.summary.plans.counts.never).toMatchObject({
    rows: 1,
    people: 0,
  });
});

it('reads the recipients of failures whose code is an everyday word', () => {
  const { summary } = explainText(
    'provider,error_code,to\nycloud,FORBIDDEN,+55 11 98765-4321',
  );
  expect(summary.plans.counts.fix).toMatchObject({ rows: 1, people: 1 });
});

it('says why a row is checked after its wait if nobody knows the country of its recipient', () => {
  const rows = [
    '131049,2026-11-20T12:00:00Z,',
    '131049,2026-11-20T12:00:00Z,+49****1234',
    '131049,,4155552671',
  ];
  const added = readAdded(`error_code,time,to\n${rows.join('\n')}`).slice(1);
  const check = ['after-fix', "Check the recipient's country", 'check'];
  expect(added.map(({ retry, next, plan }) => [retry, next, plan])).toEqual([
    check,
    check,
    ['later', expect.stringContaining('Wait a day'), 'wait'],
  ]);
});

it('keeps only rows that may be sent again now, if asked', () => {
  const times = [
    '131049,2026-11-25T12:00:00Z', // a day is over
    '131049,2026-11-27T11:00:00Z', // a day is not over
    '131049,2026-11-25 12:00', // over in every zone
    '131049,2026-11-26 13:00', // not over in every zone
    '131049,', // unknown
    '131047,2026-01-01T00:00:00Z', // only after a fix
    '131000,', // at once
    '1003,',
    ',',
  ];
  const rows = times.map((row, at) => `${row},1416555010${at}`);
  const { now, summary } = explainText(
    `error_code,time,to\n${rows.join('\n')}`,
  );
  const kept = now
    .trimEnd()
    .split('\n')
    .map((line) => line.split(',').slice(0, 2).join(','));
  expect(kept).toEqual(['error_code,time', times[0], times[2], times[6]]);
  expect(summary).toMatchObject({
    rows: 9,
    known: 8,
    plans: { notFailed: 1, waited: 2 },
  });
  const counts = Object.values(summary.plans.counts).map((count) => count.rows);
  expect(counts).toEqual([3, 0, 3, 1, 0, 1]);
});
