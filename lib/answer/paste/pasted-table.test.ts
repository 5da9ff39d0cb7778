import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { parseTableHeader, unquote } from '../../structure/table-header.ts';
import { NO_CONTEXT } from '../explain/message-context.ts';
import { getRowContext } from './pasted-table.ts';

const catalogue = createCatalogue(readCatalogue());

const getRoles = (heading: string) => [
  ...(parseTableHeader(heading)?.roles.values() ?? []),
];

describe('a pasted table', () => {
  it.each([
    [
      'Message ID,Phone,Error code,Error message,Sent at',
      ['message', 'recipient', 'code', 'reason', 'time'],
    ],
    [
      'messageId;to;errorCode;timestamp',
      ['message', 'recipient', 'code', 'time'],
    ],
    [
      'wamid\twa_id\tstatus\tcódigo',
      ['message', 'recipient', 'reason', 'code'],
    ],
    ['"Recipient","Failure reason"', ['recipient', 'reason']],
  ])('knows the columns of %s', (heading, roles) =>
    expect(getRoles(heading)).toEqual(roles),
  );

  it.each(['Name,City,Total', 'hello', 'one;two', 'Error code'])(
    'is not recognized in %s',
    (heading) => expect(parseTableHeader(heading)).toBeNull(),
  );

  it.each([
    'status,errorcode\nfailed,131047\nfailed,131026',
    'errorcode;status\n131047;failed\n131026;failed',
    'status\tstatuscode\nfailed\t131047\nfailed\t131026',
  ])('of two columns has its codes: %s', (text) =>
    expect(decodePaste(text, catalogue).map(({ code }) => code)).toEqual([
      '131047',
      '131026',
    ]),
  );

  it.each([
    'error_code\tcount(*)\n131047\t31\n131026\t4',
    '131047 – 31 messages\n131026 – 4 messages',
    '"Code","Title","Messages"\n"131047","a","31"\n"131026","b","4"',
  ])('has its counts: %s', (text) =>
    expect(decodePaste(text, catalogue)).toMatchObject([
      { code: '131047', count: 31 },
      { code: '131026', count: 4 },
    ]),
  );

  it('has a verdict for the country of each recipient, not for the sender’s', () =>
    expect(
      decodePaste(
        'From,To,Status,ErrorCode\n+12025550100,+12025550148,failed,63049\n+12025550100,+4915155501234,failed,63049',
        catalogue,
      ).map(({ entry }) => entry?.verdict.retry),
    ).toEqual(['no', 'after-fix']));

  it.each([
    ['Open', ['131047']],
    ['Failed', ['131047']],
    ['Delivered', []],
  ])('has codes in the sentences of a row that is %s', (status, codes) =>
    expect(
      decodePaste(
        `Issue key,Issue id,Summary,Status\nWA-12,131026,Send fails with (#131047) Re-engagement message,${status}\n`,
        catalogue,
      ).map(({ code }) => code),
    ).toEqual(codes),
  );

  it('is about messages only if another column is', () => {
    expect(parseTableHeader('Phone,Error code')?.isOfMessages).toBe(true);
    expect(parseTableHeader('Country,Code,Status')?.isOfMessages).toBe(false);
    expect(parseTableHeader('Template,Code')?.isOfMessages).toBe(true);
    expect(parseTableHeader('Phone,Reason')?.isOfMessages).toBe(false);
  });

  it('has a message, a recipient and a time in each row, if their cells are filled', () => {
    const table = parseTableHeader(
      ' Message ID | Phone | Mobile | Error code | Sent at ',
    );
    const rows = [
      ...(table?.rows('SM1| | +1415 |190|2026-11-20T10:00:00Z\n||||') ?? []),
    ];
    expect(table?.header[0]).toBe('Message ID');
    expect(
      rows.map((row) => getRowContext(row, table?.roles ?? new Map())),
    ).toEqual([
      {
        message: 'SM1',
        recipient: '+1415',
        time: { text: '2026-11-20T10:00:00Z', at: Date.UTC(2026, 10, 20, 10) },
        template: null,
        trace: null,
      },
      NO_CONTEXT,
    ]);
  });

  it.each([
    ['Phone,Template,Error code', 'order_update'],
    ['Phone,Message template,Error code', 'order_update'],
    ['telefone;nome do modelo;código', 'order_update'],
    ['Phone,Campaign,Error code', null],
  ])('has the template of each row: %s', (heading, template) => {
    const separator = heading.includes(';') ? ';' : ',';
    const table = parseTableHeader(heading);
    const [row] =
      table?.rows(['+14155550100', 'order_update', '131026'].join(separator)) ??
      [];
    expect(row && getRowContext(row, table?.roles ?? new Map()).template).toBe(
      template,
    );
  });

  it('has cells without their quotes', () => {
    expect(['"a ""b"" c"', 'a "b"', '"open'].map(unquote)).toEqual([
      'a "b" c',
      'a "b"',
      'open',
    ]);
  });

  it('reads quoted cells with separators, quotes and line breaks', () => {
    const rows = [
      ...(parseTableHeader('id,error code,reason')?.rows(
        '1,"a,b","say ""hi""\nyou"\n2,,x',
      ) ?? []),
    ];
    expect(rows).toEqual([
      {
        start: 0,
        line: '1,"a,b","say ""hi""\nyou"',
        cells: ['1', 'a,b', 'say "hi"\nyou'],
      },
      { start: 25, line: '2,,x', cells: ['2', '', 'x'] },
    ]);
  });

  it('reads a quotation mark that is never closed as text', () => {
    const rows = [...(parseTableHeader('id,reason')?.rows('1,"a\n2,b') ?? [])];
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });

  it('reads back written tables, and ends for any text', () => {
    const table = parseTableHeader('id,error code');
    const cell = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
          minLength: 1,
        }),
        (rows) => {
          const text = rows
            .map((row) =>
              row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','),
            )
            .join('\n');
          expect(
            [...(table?.rows(text) ?? [])].map(({ cells }) => cells),
          ).toEqual(rows);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', ',', '\n', 'a', '\r')),
        (parts) => {
          const text = parts.join('');
          const rows = [...(table?.rows(text) ?? [])];
          expect(
            rows.every(({ start, line }) => text.startsWith(line, start)),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('a row', () => {
  const list = (text: string) =>
    decodePaste(text, catalogue).map(
      ({ code, subcode, count }) =>
        `${count} ${code}${subcode ? `.${subcode}` : ''}`,
    );

  it.each([
    [
      'time,code,error_subcode,to\n10:00,190,460,+5511987650000\n10:01,190,463,+5511987650001',
    ],
    [
      'error_message\terror_code\terrorSubcode\n(#190) Error validating\t190\t460\nx\t190\t463',
    ],
    [
      '| id | Error code | Error subcode |\n|---|---|---|\n| a1 | 190 | 460 |\n| a2 | 190 | 463 |',
    ],
    ['id;subcode;code\na1;460;190\na2;463;190'],
  ])('has one code with its subcode: %j', (text) =>
    expect(list(text)).toEqual(['1 190.460', '1 190.463']),
  );

  it('without a subcode has a code alone', () =>
    expect(
      list('id,code,error_subcode\na1,190,\na2,190,0\na3,131047,'),
    ).toEqual(['2 190', '1 131047']));

  it('of a pivot table has its count, and of a message none', () => {
    expect(
      list(
        'Code\tTitle\tCount\n131047\tRe-engagement message\t12\n131026\tUndeliverable\t3',
      ),
    ).toEqual(['12 131047', '3 131026']);
    expect(
      list('to,code,count\n+5511987650000,131047,12\n+5511987650001,131026,3'),
    ).toEqual(['1 131047', '1 131026']);
  });
});
