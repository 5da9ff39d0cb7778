import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { expectLinearCost } from '../../../tests/growth.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { createDecoder, readPaste } from './decode-paste.ts';

const decodeText = (text: string, context = {}) =>
  decodePaste(text, testCatalogue, context);
const countCodes = (text: string) =>
  decodeText(text).map(({ code, count }) =>
    count === 1 ? code : `${code}×${count}`,
  );

const WEBHOOK = `{"statuses":[{"id":"wamid.HBgM","status":"failed","errors":[{"code":131026,"title":"Message undeliverable",
"error_data":{"details":"Recipient is not capable of receiving this message"}},{"code":131047,"title":"Re-engagement message"}]}]}`;
const GRAPH =
  '{"error":{"message":"(#131047) Re-engagement message","type":"OAuthException","code":131047,"fbtrace_id":"Ax"}}';
const TOKEN =
  '{"error":{"message":"Session has expired","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"Ax"}}';

describe('a message and its template', () => {
  const template = {
    name: 'a',
    language: 'en',
    components: [{ type: 'BODY', text: 'Hello {{1}}, hi' }],
  };
  const message = {
    type: 'template',
    template: { name: 'a', language: { code: 'en' }, components: [] },
  };
  const readLast = (text: string) =>
    [...readPaste(text, createCatalogue(readCatalogue()))].at(-1)?.report();

  it('are compared if a paste holds both', () => {
    const report = readLast(
      `${GRAPH}\n${JSON.stringify(template)}\n${JSON.stringify(message)}`,
    );
    expect(report?.findings).toMatchObject([{ code: '131047' }]);
    expect(report?.preflight).toMatchObject([
      { code: '132000', path: 'template.components' },
    ]);
  });

  it.each([JSON.stringify(template), JSON.stringify(message), GRAPH])(
    'are not compared in %s',
    (text) => expect(readLast(text)).not.toHaveProperty('preflight'),
  );
});

describe('decoding a paste', () => {
  it('finds every code of an array, in order, each with its own details', () => {
    const [first, second] = decodeText(WEBHOOK);
    expect(first).toMatchObject({
      code: '131026',
      count: 1,
      detail: { next: 'Ask the person to update WhatsApp.' },
    });
    expect(second).toMatchObject({ code: '131047', detail: null });
  });

  it('keeps the details of each occurrence of equal codes, in order', () => {
    const createError = (code: number, details?: string) => ({
      code,
      ...(details && { error_data: { details } }),
    });
    const all = [
      createError(131026, 'one'),
      createError(470),
      createError(131047),
      createError(131026),
      createError(131026, 'four'),
    ];
    const [first] = decodeText(JSON.stringify(all));
    expect(first).toMatchObject({ code: '131026', count: 3 });
    expect(first?.places.map(({ said }) => said)).toEqual([
      'one',
      null,
      'four',
    ]);
    const many = Array.from({ length: 60 }, (_, at) =>
      createError(131047, `text ${at < 59 ? 'x' : 'last'}`),
    );
    expect(
      decodeText(JSON.stringify({ errors: many }))[0]?.places.at(-1)?.said,
    ).toBe('text last');
  });

  it('keeps all adjacent text of an unknown code', () => {
    const text =
      '{"error":{"message":"(#139999) x","code":139999,"error_user_title":"Not now","error_data":{"details":"Part two failed"}}}';
    expect(decodeText(text)).toMatchObject([
      { code: '139999', entry: null, said: 'Not now · Part two failed' },
    ]);
    expect(
      decodeText(
        '{"code":139999,"details":"to wamid.HBgNNTUxMTk5OTk5OTk5ORUCABEYEjg= at once"}',
      )[0]?.said,
    ).toBe('to wamid, Brazil, 38 characters at once');
  });

  it('treats a short text as a question, but not a log', () => {
    expect(countCodes('Failed with error 190')).toEqual(['190']);
    expect(countCodes('I have 190 contacts')).toEqual([]);
    expect(
      countCodes(`${'job done\n'.repeat(50)}Failed with error 190\n`),
    ).toEqual([]);
  });

  it('merges equal ones and counts failures, not mentions', () => {
    expect(countCodes(GRAPH)).toEqual(['131047']);
    expect(countCodes(`[${GRAPH},${GRAPH}]`)).toEqual(['131047×2']);
    expect(
      countCodes('ERROR 131047 (#131047) Re-engagement message\n'.repeat(3)),
    ).toEqual(['131047×3']);
    expect(
      countCodes(
        JSON.stringify({ log: 'a (#131047) failed\nb (#131047) failed\n' }),
      ),
    ).toEqual(['131047×2']);
  });

  it('finds a failure among lines of the same form, however often they recur', () => {
    const createLine = (at: number, status: number) =>
      `2026-11-29T18:${10 + (at % 50)}:00Z INFO POST /v21.0/1065403/messages to wamid.HBgM${at} took 190 ms, status ${status}`;
    const routine = Array.from({ length: 4_000 }, (_, at) =>
      createLine(at, 200),
    );
    const failures = [
      'error code 470 for the message',
      'WhatsApp send failed: error 190',
    ].map((text) => `${text}\n`);
    const log = failures
      .map((line) => `${routine.join('\n')}\n${line}`)
      .join('')
      .repeat(2);
    expect(countCodes(log)).toEqual(['470×2', '190×2']);
  });

  it.each([
    [
      'of one code',
      (at: number) => `message m${at} failed: error 131047`,
      ['131047×2000'],
    ],
    [
      'that begin with it',
      (at: number) => `error 131047 for m${at}`,
      ['131047×2000'],
    ],
    [
      'of several',
      (at: number) => `m${at} failed: error ${at % 2 ? 131047 : 131026}`,
      ['131026×1000', '131047×1000'],
    ],
  ])('counts each of 2,000 failures on one line, %s', (_, entry, all) =>
    expect(
      countCodes(
        Array.from({ length: 2_000 }, (_, at) => entry(at)).join(', '),
      ),
    ).toEqual(all),
  );

  it.each([
    'We get error 131047. What does error 131047 mean?',
    'ERROR 131047 (#131047) Re-engagement message, code 131047',
  ])('counts a repeated mention once: %s', (text) =>
    expect(countCodes(text)).toEqual(['131047']),
  );

  it('uses code and subcode together', () => {
    expect(decodeText(TOKEN)).toMatchObject([
      { code: '190', subcode: '463', entry: { key: 'meta/graph/190.463' } },
    ]);
  });

  it.each([
    ['escaped JSON', JSON.stringify(GRAPH)],
    ['doubly escaped JSON', JSON.stringify(JSON.stringify({ body: GRAPH }))],
    ['HTML', GRAPH.replaceAll('"', '&quot;')],
    ['an encoded address', encodeURIComponent(GRAPH)],
    ['truncated JSON', GRAPH.slice(0, -20)],
    ['a Python dict', GRAPH.replaceAll('"', "'")],
    [
      'a PHP array',
      "['error' => ['message' => '(#131047) Re-engagement message', 'code' => 131047]]",
    ],
    [
      'an older PHP array',
      "array('error' => array('type' => 'OAuthException', 'code' => 131047,),)",
    ],
    [
      'what print_r prints',
      'Array\n(\n    [error] => Array\n        (\n            [code] => 131047\n            [fbtrace_id] => Ax\n        )\n)',
    ],
    [
      'what var_dump prints',
      'array(1) {\n  ["error"]=>\n  array(2) {\n    ["code"]=>\n    int(131047)\n    ["fbtrace_id"]=>\n    string(2) "Ax"\n  }\n}',
    ],
    ['Base64', btoa(GRAPH)],
    ['Base64 in a payload', JSON.stringify({ data: btoa(GRAPH) })],
    [
      'a Base64 part of an e-mail',
      `Subject: failed\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(GRAPH).replace(/(.{76})/g, '$1\r\n')}\r\n--b--`,
    ],
    [
      'a quoted-printable part of an e-mail',
      `Content-Transfer-Encoding: quoted-printable\r\n\r\n${GRAPH.replaceAll('"', '=22').replaceAll('131047', '1310=\r\n47')}\r\n`,
    ],
    [
      'a cURL response',
      `curl -i https://graph.facebook.com/v21.0/1/messages\nHTTP/2 400\r\ncontent-type: application/json\r\n\r\n${GRAPH}`,
    ],
    [
      'colours of a terminal',
      `\u001b[31mERROR\u001b[0m WhatsApp send failed: (#\u001b[1m131047\u001b[0m) closed`,
    ],
  ])('reads %s', (_, text) => expect(countCodes(text)).toEqual(['131047']));

  it.each([
    '"statuses":[{"id":"wamid.X","errors":[{"code":470',
    '{"errors":[{"code":470',
    '{"errors":[{"code":470\n',
    '{"errors":[{"code":"470',
    '{"errors":[{"code":"470\n',
    '{"errors":[{"code":470...',
    '{\n  "errors": [\n    {\n      "code": 190\n',
  ])(
    'gives no meaning to an incomplete code at the end of a truncated payload: %j',
    (text) => {
      const all = decodeText(text, { asked: true });
      for (const { entry, others } of all)
        expect([entry, others]).toEqual([null, []]);
      expect(all.at(-1)?.family).toContain('cut off');
    },
  );

  it.each([
    '"errors":[{"code":131047',
    '{"errors":[{"code":470}',
    '{"errors":[{"code":470,',
    '"code": 470',
  ])('still explains the code that is whole: %j', (text) =>
    expect(decodeText(text, { asked: true })[0]?.entry?.code).toMatch(
      /^(131047|470)$/,
    ),
  );

  it('decides only at the end whether a code is incomplete', () => {
    const decoder = createDecoder(testCatalogue, { asked: true });
    decoder.push('{"errors":[{\n"code":470\n');
    expect(decoder.findings()).toMatchObject([{ code: '470', entry: null }]);
    decoder.push('}]}\n');
    expect(decoder.findings()).toMatchObject([
      { code: '470', entry: { code: '470' }, count: 1 },
    ]);
  });

  it('keeps the code at the end of each part', () => {
    const decoder = createDecoder(testCatalogue, { asked: true });
    decoder.push('error 470\n');
    decoder.push('error 190\n');
    expect(decoder.findings().map(({ code }) => code)).toEqual(['470', '190']);
  });

  it.each([
    ['a text', 'fine\n(#131047) failed', 2],
    ['many lines', `${'fine\n'.repeat(20_000)}ERROR (#131047) failed`, 20_001],
    [
      'a table',
      'Phone,Error code,Status\n5511987654321,0,ok\n5511987654321,131047,failed\n',
      3,
    ],
    [
      'lines under a header without a code',
      `Phone,Name,City\n${'fine\n'.repeat(20_000)}(#131047) failed`,
      20_002,
    ],
    ['an encoded text', encodeURIComponent(`fine\n${GRAPH}`), null],
  ])('counts the lines of %s', (_, text, line) => {
    for (const findings of [
      decodeText(text),
      [...readPaste(text, testCatalogue)].at(-1)?.report().findings,
    ])
      expect(
        findings?.map(({ code, places: [place] }) => [code, place?.line]),
      ).toEqual([['131047', line]]);
  });

  it('lists an unknown code without a meaning', () => {
    expect(decodeText(GRAPH.replaceAll('131047', '131999'))).toMatchObject([
      { code: '131999', entry: null, family: expect.stringContaining('131') },
    ]);
  });

  it('puts the cause before the code that wraps it', () => {
    const text = `{"error":{"status":429,"code":"TOO_MANY_REQUESTS","message":"(#131056) pair rate limit hit","whatsappApiError":{"code":"131056"}}}`;
    const all = decodeText(text);
    expect(all.map(({ code }) => code)).toEqual([
      '131056',
      'TOO_MANY_REQUESTS',
    ]);
    expect(all[1]?.cause).toBe('131056');
  });

  it('distinguishes variants by their object', () => {
    const text =
      '{"meta":{"http_code":403},"error":{"code":1005,"title":"Unknown error: biz_link_error"}} D360-API-KEY';
    expect(decodeText(text, { provider: '360dialog' })[0]?.entry?.key).toBe(
      '360dialog/registration/1005~biz-link-error',
    );
  });

  it.each([
    '',
    'hello',
    'Your order 131047 has 3 items',
    'tel. +55 11 98765-4321',
    '{}',
  ])('finds no code in %j', (text) => expect(decodeText(text)).toEqual([]));

  it('never throws and never gives an unknown code a meaning', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"code":',
        '{',
        '}',
        '131047',
        '131999',
        '\\"',
        '&quot;',
        '%22',
        'error ',
        '\n',
        '(#190)',
        ',',
      ),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        for (const { code, entry, count } of decodeText(parts.join(''))) {
          expect(count).toBeGreaterThan(0);
          expect(
            entry === null || testCatalogue.meaningsOf(code).length > 0,
          ).toBe(true);
        }
      }),
    );
  });
});

describe('the recipient, id and time of a failure', () => {
  const readPlaces = (text: string) =>
    decodeText(text).map(({ code, places: [place] }) => [
      code,
      place?.recipient?.slice(-4) ?? null,
      place?.message?.slice(-4) ?? null,
      place?.time?.text ?? null,
    ]);
  const curl = `$ curl https://graph.facebook.com/v21.0/1/messages -d '{"to":"5511987654321"}'\n${GRAPH}\n`;
  const webhook = `${JSON.stringify({
    statuses: [
      {
        id: 'wamid.HBgNNTUxMTk4NzY1AAAA',
        status: 'failed',
        timestamp: '1795168267',
        recipient_id: '5511555001230',
        errors: [{ code: 131049, title: 'Not delivered' }],
      },
      {
        status: 'failed',
        errors: [{ code: 131026, title: 'Message undeliverable' }],
      },
    ],
  })}\n`;
  const dict =
    "{'error': {'message': '(#132000) Number of parameters does not match', 'code': 132000}}";

  it('are not those of another one in the same paste', () => {
    expect(readPlaces(curl + webhook + dict)).toEqual([
      ['131047', '4321', null, null],
      ['131049', '1230', 'AAAA', '1795168267'],
      ['131026', null, null, null],
      ['132000', null, null, null],
    ]);
    expect(readPlaces(JSON.stringify(JSON.parse(webhook), null, 2))[1]).toEqual(
      ['131026', null, null, null],
    );
  });

  it('are not those of another one on the same line', () =>
    expect(
      readPlaces(
        'to=+5511987654321 failed: error 131047, then failed: error 131026',
      ),
    ).toEqual([
      ['131047', '4321', null, null],
      ['131026', null, null, null],
    ]));

  it('are those of the line, or of the request above, for all codes of one failure', () => {
    expect(
      readPlaces('failed to=+5511987654321 error codes 131047, 131026').map(
        ([, to]) => to,
      ),
    ).toEqual(['4321', '4321']);
    const errors =
      '{"errors":[{"code":131047,"title":"x"},{"code":131026,"title":"y"}]}';
    expect(
      readPlaces(`POST {"to":"5511987654321"}\n${errors}`).map(([, to]) => to),
    ).toEqual(['4321', '4321']);
  });
});

describe('decoding a long paste', () => {
  it('reads megabytes without a line break at once', () =>
    expect(decodeText('a'.repeat(10_000_000))).toEqual([]));

  const createLog = (lines: number) =>
    Array.from(
      { length: lines },
      (_, at) =>
        `2026-11-20T10:00:${at % 60} ERROR to=5511987654321 (#${at % 2 ? 131047 : 131026}) failed`,
    ).join('\n');

  it('loses nothing between chunks', () => {
    const text = createLog(3_000);
    const all = decodeText(text);
    expect(all.map(({ code, count }) => [code, count])).toEqual([
      ['131026', 1_500],
      ['131047', 1_500],
    ]);
    const slices = [...readPaste(text, testCatalogue)];
    expect(slices.length).toBeGreaterThan(3);
    expect(slices.at(-1)?.done).toBe(1);
    expect(slices.at(-1)?.report()).toEqual({
      findings: all,
      syntaxError: null,
      droppedCount: 0,
    });
  });

  it.each(['', 'fine\r\n'.repeat(10_000)])('is done at the end', (text) =>
    expect([...readPaste(text, testCatalogue)].at(-1)?.done).toBe(1),
  );

  it('remembers the columns of a table', () => {
    const rows = Array.from(
      { length: 4_000 },
      () => '5511987654321,131047,failed',
    ).join('\n');
    expect(countCodes(`Phone,Error code,Status\n${rows}`)).toEqual([
      '131047×4000',
    ]);
  });

  it('reads a table by its columns, including small numbers', () => {
    const all = decodeText(
      'Message ID;Phone;Error code;Sent at\nwamid.HBgNNTUxMTk4NzY1NDMyMRUC;5511987654321;190;2026-11-20T10:00:00Z\n' +
        'wamid.HBgNNTUxMTk4NzY1NDMyMhUC;5511987654322;;\n;5511987654323;131047;\n',
    );
    expect(all.map(({ code, count }) => [code, count])).toEqual([
      ['190', 1],
      ['131047', 1],
    ]);
    expect(all[0]?.places).toEqual([
      {
        message: 'wamid.HBgNNTUxMTk4NzY1NDMyMRUC',
        recipient: '5511987654321',
        time: { text: '2026-11-20T10:00:00Z', at: Date.UTC(2026, 10, 20, 10) },
        template: null,
        trace: null,
        line: 2,
        said: null,
      },
    ]);
  });

  it('lists a number of the code column that the catalogue lacks, and none of other columns', () => {
    const text =
      'Sid,To,Price,ErrorCode\nSM1,+14155550100,21888,21999\nSM2,+14155550101,21888,131047';
    expect(
      decodeText(text).map(({ code, entry }) => [code, entry?.key ?? null]),
    ).toEqual([
      ['21999', null],
      ['131047', 'meta/cloud/131047'],
    ]);
  });

  it('reads small numbers under "Code" in a table about messages, and no other columns', () => {
    expect(countCodes('Phone,Name,Code\n5511987654321,Ana,190\n')).toEqual([
      '190',
    ]);
    expect(countCodes('Message ID,Phone,Error code\n131026,131047,\n')).toEqual(
      [],
    );
  });

  it('finds the payload in a cell of a table', () => {
    const cell = `"${GRAPH.replaceAll('"', '""')}"`;
    expect(
      countCodes(`id,response,status\n1,${cell},failed\n2,${cell},failed\n`),
    ).toEqual(['131047×2']);
  });

  it('keeps a limited number of places, and the time of the last', () => {
    const rows = Array.from(
      { length: 300 },
      (_, at) => `${1_763_000_000 + at},5511987654321,131047`,
    ).join('\n');
    const [one] = decodeText(`timestamp,phone,error code\n${rows}\n`);
    expect(one).toMatchObject({ count: 300, until: { at: 1_763_000_299_000 } });
    expect(one?.places).toHaveLength(100);
  });

  it('keeps a bounded number of different findings', () => {
    const decoder = createDecoder(testCatalogue);
    for (let code = 139_000; code < 139_900; code++)
      decoder.push(`${GRAPH.replaceAll('131047', String(code))}\n`);
    expect(decoder.findings()).toHaveLength(500);
    expect(decoder.droppedCount()).toBe(400);
  });

  it('treats only the first line of a paste as the header', () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, at) => `line ${at} is fine`,
    ).join('\n');
    expect(
      countCodes(
        `start 1\n${rows}\nPhone,Code,Status\n${'131047 pieces sold\n'.repeat(3_000)}`,
      ),
    ).toEqual([]);
  });

  it('finds the header in the first part only', () => {
    const decoder = createDecoder(testCatalogue);
    decoder.push('start 1\n');
    decoder.push('Phone,Code,Status\n1,190,5\n');
    expect(decoder.findings()).toEqual([]);
  });

  it('takes time proportional to the length', () => {
    expectLinearCost(8_000, (lines) => {
      const log = createLog(lines);

      return () => decodeText(log);
    });
  });
});

describe('a message without its code', () => {
  it('is matched to its code, with a confidence', () => {
    const [one] = decodeText(
      'Hello, we always get "Message failed to send because more than 24 hours have passed".',
    );
    expect(one).toMatchObject({
      code: '131047',
      others: [{ code: '470' }],
      wording: { text: expect.stringContaining('24 hours') },
    });
    expect(one?.wording?.confidence).toBeGreaterThan(0.5);
  });

  it('has its line and recipient', () => {
    const [one] = decodeText(
      'fine\nto=+5511987654321 Message failed to send because more than 24 hours have passed',
    );
    expect(one?.places).toMatchObject([
      { line: 2, recipient: '+5511987654321' },
    ]);
  });

  it('is found in a row of a table without a code', () => {
    const rows = [
      '1,131047,Message failed to send because more than 24 hours have passed',
      '1,,Message failed to send because more than 24 hours have passed',
    ];
    expect(
      decodeText(`Phone,Error code,Reason\n${rows.join('\n')}\n`).map(
        ({ code, count, wording, places: [place] }) => [
          code,
          count,
          wording !== null,
          place?.line,
        ],
      ),
    ).toEqual([
      ['131047', 1, false, 2],
      ['131047', 1, true, 3],
    ]);
  });

  const words = 'Message failed to send because more than 24 hours have passed';
  const listed = (text: string) =>
    decodeText(`whatsapp ${text}`).map(({ code, wording }) => [
      code,
      wording?.text ?? null,
    ]);

  it.each([
    ['on its line', `error code 131026: ${words}`],
    ['on its line, after it', `${words}, error code 131026`],
    ['in its object', `{"code":131026,\n"a":1,\n"title":"${words}"}`],
    [
      'in its object, before it',
      `{"title":"${words}",\n"a":1,\n"code":131026}`,
    ],
  ])('belongs to the code %s', (_, text) =>
    expect(listed(text)).toEqual([['131026', null]]),
  );

  it.each([
    ['on the next line', `error 470\n${words}`],
    ['some lines before', `${words}\nfine\nfine\nerror code 470`],
  ])('belongs to its own code %s', (_, text) =>
    expect(listed(text)).toEqual([['470', null]]),
  );

  it.each([
    ['on the line of another code', `error code 131026\n${words}`, '131026'],
    [
      'in another object',
      `{"a":{"code":131026}}\n{"title":"${words}"}`,
      '131026',
    ],
    ['after a blank line', `error code 131026\n\n${words}`, '131026'],
    [
      'far from it',
      `error code 131026 ${'fine '.repeat(400)} ${words}`,
      '131026',
    ],
  ])('is a failure of its own %s', (_, text, code) =>
    expect(listed(text)).toEqual([
      [code, null],
      ['131047', words],
    ]),
  );

  it('is a failure of its own after a blank line below its code', () =>
    expect(listed(`error code 470\n\n${words}`)).toEqual([
      ['470', null],
      ['131047', words],
    ]));

  it('is not reported twice if the code is next to it', () => {
    expect(
      countCodes(
        '{"code":470,"title":"Message failed to send because more than 24 hours have passed"} whatsapp',
      ),
    ).toEqual(['470']);
  });
});

describe('a PHP dump', () => {
  const PRINT_R = `Array
(
    [error] => Array
        (
            [message] => (#131047) Re-engagement message
            [code] => 131047
            [error_data] => Array
                (
                    [details] => Sent (too late) to the customer
                )

            [error_subcode] => 2494099
        )

)
`;
  const VAR_DUMP = `array(1) {
  ["error"]=>
  array(4) {
    ["message"]=>
    string(31) "(#131047) Re-engagement message"
    ["code"]=>
    int(131047)
    ["error_data"]=>
    array(1) {
      ["details"]=>
      string(31) "Sent (too late) to the customer"
    }
    ["error_subcode"]=>
    int(2494099)
  }
}
`;
  const VAR_EXPORT = `array (
  'error' =>
  array (
    'message' => '(#131047) Re-engagement message',
    'code' => 131047,
    'error_data' =>
    array (
      'details' => 'Sent (too late) to the customer',
    ),
    'error_subcode' => 2494099,
  ),
)
`;

  it.each([
    ['print_r', PRINT_R],
    ['print_r of an object', PRINT_R.replaceAll(/Array$/gm, 'stdClass Object')],
    [
      'print_r in one line, as a browser shows it',
      PRINT_R.replaceAll(/\s+/g, ' '),
    ],
    ['var_dump', VAR_DUMP],
    ['var_export', VAR_EXPORT],
  ])(
    'of one error by %s is one error with its details and subcode',
    (_, text) => {
      const subcode = '2494099';
      const said = 'Sent (too late) to the customer';
      expect(decodeText(text)).toMatchObject([
        { code: '131047', subcode, count: 1, said, places: [{ said }] },
      ]);
    },
  );

  it('keeps its lines, and separates two errors', () => {
    const [one] = decodeText(
      `${PRINT_R}${PRINT_R.replace('too late', 'much too late')}`,
    );
    expect(one?.places.map(({ line, said }) => [line, said])).toEqual([
      [5, 'Sent (too late) to the customer'],
      [20, 'Sent (much too late) to the customer'],
    ]);
  });
});
